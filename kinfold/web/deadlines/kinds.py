"""What can fall due: each slice declares its own kinds, and the work tray is handed all of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from kinfold.practice.timescales import TIMESCALES


@dataclass(frozen=True)
class DeadlineKind:
    """``rule`` is a timescale's key; ``url_name`` a route whose one argument is the id of what is due."""

    key: str
    rule: str
    words: str
    url_name: str

    def __post_init__(self) -> None:
        if self.rule not in TIMESCALES:
            raise ValueError(f"Deadline {self.key}: there is no timescale called “{self.rule}”.")


def by_key(kinds: Iterable[DeadlineKind]) -> dict[str, DeadlineKind]:
    found: dict[str, DeadlineKind] = {}
    for kind in kinds:
        if found.setdefault(kind.key, kind) != kind:
            raise ValueError(f"Deadline {kind.key} is declared twice.")
    return found
