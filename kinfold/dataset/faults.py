"""What a check reports: faults, by row and column, and values that were read as something else."""

from __future__ import annotations

from dataclasses import dataclass

LONGEST_VALUE = 200


@dataclass(frozen=True)
class Fault:
    """Something wrong with the data, in words for the person who made the file.

    `table` and `column` are the file's words. `row` is counted as a spreadsheet shows it: in a CSV file the first row
    of data is 2; in Parquet, which has no heading row, it is 1. None means the whole file or column.
    """

    table: str
    row: int | None
    column: str | None
    value: str | None
    rule: str
    message: str

    def __str__(self) -> str:
        place = [self.table or "the folder", f"row {self.row:,}" if self.row is not None else "", self.column or ""]
        return f"{', '.join(part for part in place if part)}: {self.message}"


@dataclass(frozen=True)
class ReadAs:
    """A value that stands for another code than its own spelling: kept as it came, beside what it was read as."""

    table: str
    row: int
    key: str
    column: str
    raw: str
    code: str


def shown(value: str | None) -> str | None:
    """A value short enough for a report, with what cannot be seen made visible."""
    if value is None:
        return None
    visible = "".join(c if c.isprintable() else repr(c)[1:-1] for c in value[: LONGEST_VALUE + 1])
    return visible if len(value) <= LONGEST_VALUE else visible[:LONGEST_VALUE] + "…"
