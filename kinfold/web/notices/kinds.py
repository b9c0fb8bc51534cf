"""What a notice may say: fixed words and a place to look, so that nothing about a child can slip in."""

import re
from dataclasses import dataclass

_VARIABLE = re.compile(r"[0-9{}%@<>$#]")
LONGEST = 150  # room is left to say that it is for a colleague


@dataclass(frozen=True)
class NoticeKind:
    """Declared once, at the top of a module: words that are the same every time, and the route that shows what it is.

    ``url_name`` takes one argument, the id of what to look at, or none where ``about_id`` is not given. What is
    ``urgent`` goes by e-mail at once, whatever the person chose; the rest may wait for the morning's.
    """

    words: str
    url_name: str
    urgent: bool = False

    def __post_init__(self) -> None:
        if _VARIABLE.search(self.words):
            raise ValueError(f"A notice says nothing that varies: “{self.words}”")
        if not 0 < len(self.words) <= LONGEST:
            raise ValueError(f"A notice has from 1 to {LONGEST} letters")
