"""What pictures are drawn from beside indicators: scores, spans of time, and the table under each picture."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from kinfold.reports.cleaned import Value
from kinfold.reports.text import clean

Voice = Literal["child", "parent", "professional"]
SHORT = 5  # rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Score(Value):
    """One person's score for one part of life at one conversation or review, from 0 (hard) to 10 (good)."""

    on: date
    when: str
    domain: str
    voice: Voice
    who: str
    score: int

    def _check(self) -> None:
        if not 0 <= self.score <= 10:
            raise ValueError("A score is a whole number from 0 to 10")


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusSpan(Value):
    """A child's status over time; `ended_on` None while it lasts. `kind` chooses the colour, `title` is the words."""

    title: str
    kind: str
    started_on: date
    ended_on: date | None = None

    def _check(self) -> None:
        if self.ended_on is not None and self.ended_on < self.started_on:
            raise ValueError(f"{self.title}: the end is before the start")


@dataclass(frozen=True, slots=True, kw_only=True)
class Table(Value):
    """Rows of text as they are printed; columns from `figures_from` on hold figures, set to the right."""

    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    figures_from: int = 1

    @property
    def is_short(self) -> bool:
        """Short enough to stand whole on one page."""
        return len(self.rows) <= SHORT

    @property
    def of_words(self) -> bool:
        """Read row by row, where a table of figures is also read column by column."""
        return self.figures_from >= len(self.headings)

    def _check(self) -> None:
        object.__setattr__(self, "rows", tuple(tuple(clean(cell) for cell in row) for row in self.rows))
        if any(len(row) != len(self.headings) for row in self.rows):
            raise ValueError(f"{self.caption}: every row needs a cell under every heading")
