"""What holds when somebody decides about a change; each docstring is the message a person reads."""

from collections.abc import Collection
from uuid import UUID

from kinfold.web.changes.models import PutAside


def ch1_waits(line: PutAside) -> bool:
    """A colleague has decided about this already. Open its page again to see how."""
    return line.waits


def ch2_says_why(reason: str) -> bool:
    """Say why it is not taken in, so that nobody has to ask again."""
    return bool(reason.strip())


def ch3_is_one_of_them(person: UUID, may_be: Collection[UUID]) -> bool:
    """Choose one of the people who are shown."""
    return person in may_be
