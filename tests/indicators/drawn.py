"""Datasets drawn as text: a table of what matters to a test becomes the tables, written as files, that hold it."""

from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow as pa

from kinfold.dataset import write
from kinfold.dataset.declarations import Field
from kinfold.dataset.tables import TABLES, table
from kinfold.indicators.engine.reading import BEGINNINGS, COUNTED
from kinfold.indicators.engine.subjects import SUBJECTS

Row = dict[str, object]


def rows_of(text: str) -> list[dict[str, str | None]]:
    """The lines under the heading and its rule; an empty cell is no value."""
    lines = [line for line in text.splitlines() if line.strip()]
    headings = [cell.strip() for cell in lines[0].split("|")]
    assert set(lines[1].strip()) <= {"-", "+"}, "the second line is the rule under the headings"
    cells = [[cell.strip() or None for cell in line.split("|")] for line in lines[2:]]
    return [dict(zip(headings, row, strict=True)) for row in cells]


class DrawnDataset:
    """Tables in the words of code. A column of a looked-up table goes there, under the key that leads to it.

    Where no table is drawn that says since when records are kept, they are kept since `kept_since`.
    """

    def __init__(self, folder: Path, kept_since: date | None = None) -> None:
        self.folder = folder
        self.kept_since = kept_since
        self.tables: dict[str, dict[object, Row]] = {declared.name: {} for declared in TABLES}
        self.without: set[str] = set()
        self._written: tuple[int, frozenset[str]] | None = None
        self._times_drawn = 0

    def draw(self, name: str, text: str) -> None:
        for cells in rows_of(text):
            if "agency" in cells:
                cells["agency_id"] = cells["agency"]
            self._put(name, cells)
        self._times_drawn += 1

    def _put(self, name: str, cells: dict[str, str | None]) -> None:
        own = {field.name for field in table(name).fields}
        key = table(name).key
        row = {column: value for column, value in cells.items() if column in own}
        if len(key) == 1 and key[0] not in row:
            row[key[0]] = f"{name} {len(self.tables[name]) + 1}"
        self.tables[name].setdefault(tuple(row[part] for part in key), {}).update(row)
        left = {column: value for column, value in cells.items() if column not in own}
        for lookup in SUBJECTS[name].lookups if name in SUBJECTS else ():
            theirs = {their: left.pop(ours) for their, ours in lookup.named.items() if ours in left}
            found_by = row.get(lookup.by, cells.get(lookup.by))
            assert found_by is not None or not any(theirs.values()), f"without {lookup.by} {theirs} would be lost"
            if theirs and found_by is not None:
                self.tables[lookup.table].setdefault((found_by,), {lookup.key: found_by}).update(theirs)
        assert not left, f"{name} has no {', '.join(left)}"

    def write(self) -> Path:
        """Those tables that indicators read, and what else was drawn; again only if more was drawn since."""
        if self._written == (self._times_drawn, frozenset(self.without)):
            return self.folder
        self._written = (self._times_drawn, frozenset(self.without))
        drawn = {name: list(rows.values()) for name, rows in self.tables.items() if rows or name in COUNTED}
        if self.kept_since is not None and not any(drawn.get(name) for name in BEGINNINGS):
            drawn["contacts"] = [{"contact_id": "the first", "received_on": datetime(*self.kept_since.timetuple()[:3])}]
        write(
            self.folder,
            {
                name: pa.Table.from_pylist(
                    [{field.name: _typed(field, row.get(field.name)) for field in table(name).fields} for row in rows],
                    schema=table(name).schema_in_code,
                )
                for name, rows in drawn.items()
                if name not in self.without
            },
        )
        return self.folder


def _typed(field: Field, text: object) -> object:
    if not isinstance(text, str):
        return text
    match field.type:
        case "date":
            return date.fromisoformat(text)
        case "datetime_local":
            return datetime.fromisoformat(text)
        case "instant":
            return datetime.fromisoformat(text).replace(tzinfo=UTC)
        case "integer":
            return int(text)
        case "number":
            return float(text)
        case _:
            return text
