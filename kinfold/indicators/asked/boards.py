"""What each board is reported on, and how often: read from the file of boards, which the web application reads too."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from kinfold.indicators.asked import Measure, measures

CYCLES = {
    "quarterly": "Quarterly",
    "termly": "Termly",
    "six_monthly": "Six-monthly",
    "yearly": "Yearly",
    "as_it_comes": "Occasional",
}


@dataclass(frozen=True)
class Covered:
    """A document, or what stands under a number in it: under 4 stand 4.1a and 4.12, under 4.6 stand 4.6a and 4.6b."""

    document: str
    number: str = ""

    @classmethod
    def named(cls, name: str) -> "Covered":
        """As a file says it: “safeguarding 4”, “dataset”. ValueError, in words, where no document is meant."""
        document, _, number = name.partition(" ")
        if document not in {one.document for one in measures().values()}:
            raise ValueError(f"There is no document “{document}”.")
        return cls(document, number)

    @property
    def priority(self) -> int | None:
        """The priority whose actions it takes in; none for a whole document or for some measures of a priority."""
        return int(self.number) if self.number.isdigit() else None

    @property
    def measures(self) -> tuple[Measure, ...]:
        """In the document's order."""
        own = (one for one in measures().values() if one.document == self.document)
        return tuple(one for one in own if not self.number or self.numbers(one.number))

    def numbers(self, number: str) -> bool:
        after = number.removeprefix(self.number)
        return after != number and (after.startswith(".") or not after or after.isalpha())


@dataclass(frozen=True)
class Board:
    """A board that is reported to. `cycle` is that of the first of its reports."""

    key: str
    name: str
    cycle: str
    covers: tuple[Covered, ...]

    @property
    def measures(self) -> tuple[Measure, ...]:
        """In the documents' order, each once."""
        wanted = {one.name for each in self.covers for one in each.measures}
        return tuple(one for name, one in measures().items() if name in wanted)


@cache
def boards() -> dict[str, Board]:
    """By the key that the command line knows them by: early-help is the file's early_help_board."""
    found = {}
    for board in tomllib.loads(text())["board"]:
        duties = [duty for duty in board.get("duty", ()) if duty.get("covers")]
        if duties:
            key = board["key"].removesuffix("_board").replace("_", "-")
            covers = tuple(Covered.named(name) for duty in duties for name in duty["covers"])
            found[key] = Board(key, board["name"], CYCLES[duties[0]["cycle"]], covers)
    return found


def text() -> str:
    """The file as it is."""
    return resources.files("kinfold.indicators.asked").joinpath("boards.toml").read_text(encoding="utf-8")
