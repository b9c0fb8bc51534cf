"""Whom a request may go to: somebody with an account, or somebody whom an agency names."""

from dataclasses import dataclass

from kinfold.web.access.models import Agency, User


@dataclass(frozen=True)
class Recipient:
    """``user`` replies from their work tray; anybody else by a link, with a code that they are told by telephone."""

    agency: Agency
    user: User | None = None
    name: str = ""
    post: str = ""
    email: str = ""
    telephone: str = ""
