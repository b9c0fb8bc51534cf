"""Which measures each board answers for, or is told of, and how often it is given its report."""

import csv
from dataclasses import dataclass
from functools import cache
from importlib import resources
from io import StringIO

from kinfold.indicators.asked import Measure, measures


@dataclass(frozen=True)
class Board:
    """`answers_for` are documents, each with the start of a heading in it; an empty one is the whole document."""

    key: str
    name: str
    cycle: str
    answers_for: tuple[tuple[str, str], ...]

    @property
    def measures(self) -> tuple[Measure, ...]:
        """In the documents' order."""
        return tuple(
            one
            for document, under in self.answers_for
            for one in measures().values()
            if one.document == document and (not under or one.under.startswith(f"{under} "))
        )


@cache
def boards() -> dict[str, Board]:
    """By key, in the file's order."""
    text = resources.files("kinfold.indicators.asked").joinpath("boards.tsv").read_text(encoding="utf-8")
    found: dict[str, Board] = {}
    for row in csv.DictReader(StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE, strict=True):
        before = found[row["key"]].answers_for if row["key"] in found else ()
        asked = (row["document"], row["under"] or "")
        found[row["key"]] = Board(row["key"], row["name"], row["cycle"], (*before, asked))
    return found
