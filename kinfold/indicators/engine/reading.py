"""A dataset's folder opened for counting: its tables as views in the words of code, and the days it covers."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from kinfold.dataset.checking.source import open_parquet
from kinfold.dataset.declarations import Field, Table, Type
from kinfold.dataset.tables import table
from kinfold.indicators.engine.backends import Backend, Engine, connect
from kinfold.indicators.engine.definition import Indicator
from kinfold.indicators.engine.rollup import Sides, projected
from kinfold.indicators.engine.subjects import SUBJECTS
from kinfold.indicators.periods import Period, quarter_of
from kinfold.practice.working_days import calendar

# Days on which something happened, from which we learn how far the data reach. Nothing that is only due is here.
_HAPPENED: dict[str, tuple[str, ...]] = {
    "contacts": ("received_on",),
    "contact_children": ("decided_on",),
    "conversations": ("held_on", "completed_on"),
    "family_support_plans": ("submitted_on", "closed_on"),
    "early_help_episodes": ("started_on", "ended_on"),
}
KEPT = "counted_rows"
_PERIODS: dict[str, Type] = {
    "period": "text", "starts_on": "date", "ends_on": "date", "last_day": "date", "known_to": "date",
}  # fmt: skip
_DAYS: dict[str, Type] = {"day": "date", "period": "text", "last_day": "date", "known_to": "date"}
COUNTED = sorted(
    {*SUBJECTS, *(fact.table for subject in SUBJECTS.values() for fact in subject.facts if fact.table), *_HAPPENED}
    | {"deadlines", "population", "agencies"}
)
_NO_WORDS = ("date", "datetime_local", "instant", "integer", "number")
# Tables in which at least so many subjects find facts: people, and what is known of them.
_OFTEN = 10
_FOUND_IN = Counter(name for subject in SUBJECTS.values() for name in {fact.table for fact in subject.facts})
BEGINNINGS = ("contacts", "family_support_plans", "conversations")


class DatasetUnreadable(ValueError):
    """The folder holds no dataset, or a file of it cannot be read; the message says which."""


@dataclass(frozen=True)
class Coverage:
    """From the quarter in which events were first recorded to the last day known; a period outside has no figure."""

    first: date | None
    last: date | None

    def covers(self, period: Period) -> bool:
        if self.first is None or self.last is None:
            return False
        return period.starts_on >= quarter_of(self.first).starts_on and period.starts_on <= self.last


@dataclass(frozen=True)
class Reading:
    """An open dataset. `absent` are tables without a file, which read as empty."""

    backend: Backend
    absent: frozenset[str]
    coverage: Coverage

    def rows(self, sql: str) -> list[tuple[Any, ...]]:
        return self.backend.rows(sql)

    def can_say(self, indicator: Indicator) -> bool:
        return not indicator.needs & self.absent

    def agencies(self) -> tuple[str, ...]:
        """Names as the breakdown gives them: two agencies of one name are told apart by their keys."""
        found = self.rows("SELECT agency_id, name FROM agencies ORDER BY name, agency_id")
        names = [name for _, name in found]
        return tuple(name if names.count(name) == 1 else f"{name} ({key})" for key, name in found)

    def population(self) -> list[tuple[str, int, int, int, int]]:
        return self.rows("SELECT area, age_from, age_to, year, population FROM population")


@contextmanager
def opened(folder: Path, as_at: date | None = None, engine: Engine = "duckdb") -> Iterator[Reading]:
    """`as_at` is the last day the data know of; without it, the last day on which anything in them happened."""
    if not folder.is_dir():
        raise DatasetUnreadable(f"There is no folder {folder}.")
    with closing(connect(engine)) as backend:
        absent = _make_views(backend, folder)
        if len(absent) == len(COUNTED):
            raise DatasetUnreadable(f"{folder} holds no table that indicators count, such as ssd_contacts.parquet.")
        try:
            coverage = _coverage(backend)
            if as_at is not None:
                coverage = Coverage(coverage.first, as_at)
            yield Reading(backend, absent, coverage)
        except backend.damage as fault:
            raise DatasetUnreadable(
                f"{folder} cannot be counted: {str(fault).splitlines()[0]}. "
                f"Say `kinfold dataset check {folder} --format parquet` to see each row at fault."
            ) from fault


def set_periods(reading: Reading, periods: Iterable[Period]) -> None:
    """The periods to be counted in, and the working days, as the relations join them."""
    known_to = reading.coverage.last or date.min
    rows = [(one.key, one.starts_on, one.ends_on, one.last_day, known_to) for one in periods]
    reading.backend.given("periods", _PERIODS, rows)
    reading.backend.given("days_of_periods", _DAYS, [
        (first + timedelta(days=after), key, last, known)
        for key, first, end, last, known in rows for after in range((end - first).days)
    ])  # fmt: skip
    reading.backend.given("working_days", {"day": "date", "passed": "integer"}, _working_days())


def keep_rows(
    reading: Reading, relation: str, units: Sequence[str], breakdowns: Sequence[str], measures: Sequence[Sides]
) -> None:
    """One pass over the data, whose rows stand in `KEPT` until the next."""
    sql = projected(relation, units, breakdowns, measures)
    reading.backend.keep(KEPT, sql)


def _make_views(backend: Backend, folder: Path) -> frozenset[str]:
    absent = set()
    for declared in map(table, COUNTED):
        file = folder / f"{declared.file}.parquet"
        if file.exists():
            backend.view(declared, file, _columns(declared, file), often=_FOUND_IN[declared.name] >= _OFTEN)
        else:
            absent.add(declared.name)
            backend.view(declared, None, {})
    return frozenset(absent)


def _working_days() -> list[tuple[date, int]]:
    """Each day with how many working days had passed by its end, so that days apart are a subtraction."""
    days, working = zip(*calendar(), strict=True)
    return list(zip(days, accumulate(map(int, working)), strict=True))


def _columns(declared: Table, file: Path) -> dict[str, bool]:
    """The fields that the file has, each with whether it has to be read as what it should hold.

    Kinder than the dataset's own check, since a council's files were made by other tools: numbers may stand for keys,
    text for days, and midnights for days.
    """
    found = open_parquet(declared, file)
    kinds = pq.read_schema(file) if found.source is not None else pa.schema([])
    there = [field for field in declared.fields if field.column in kinds.names]
    bent = {field.column for field in there if _can_be_bent(field, kinds.field(field.column).type)}
    for fault in found.faults:
        if fault.rule != "column_unknown" and not (fault.rule == "type" and fault.column in bent):
            raise DatasetUnreadable(f"{file.name}: {fault.message}")
    text = found.source.text if found.source is not None else frozenset()
    refused = {fault.column for fault in found.faults}
    return {field.name: field.name in text or field.column in refused for field in there}


def _can_be_bent(field: Field, kind: pa.DataType) -> bool:
    return field.type not in _NO_WORDS or (field.type == "date" and pa.types.is_timestamp(kind))


def _coverage(backend: Backend) -> Coverage:
    lasting = {key: subject.open_between for key, subject in SUBJECTS.items() if subject.open_between}
    first = _extreme(backend, "min", {name: _HAPPENED[name][:1] for name in BEGINNINGS})
    if first is None:
        first = _extreme(backend, "min", {name: days[:1] for name, days in lasting.items()})
    return Coverage(first, _extreme(backend, "max", _HAPPENED | lasting))


def _extreme(backend: Backend, which: str, columns: dict[str, tuple[str, ...]]) -> date | None:
    parts = [
        f"SELECT {which}(CAST({column} AS DATE)) AS day FROM {name}"  # noqa: S608  the words are our own
        for name, days in columns.items()
        for column in days
    ]
    found: date | None = backend.rows(f"SELECT {which}(day) FROM ({' UNION ALL '.join(parts)}) AS days")[0][0]  # noqa: S608
    return found
