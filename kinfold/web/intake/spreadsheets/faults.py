"""What is wrong with a spreadsheet, by cell, in words for whoever filled it in."""

from dataclasses import dataclass


@dataclass(eq=False)  # an exception is itself, whatever it says
class SheetFault(Exception):
    """`cell` is empty where the fault is the whole file's."""

    cell: str
    words: str

    def __str__(self) -> str:
        return f"Cell {self.cell}: {self.words}" if self.cell else self.words
