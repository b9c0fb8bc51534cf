"""The rows behind every figure of a release, written once beside it, so that a list always equals its figure."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq

from kinfold.indicators.catalogue import INDICATORS
from kinfold.indicators.engine.compiled import relation_sql
from kinfold.indicators.engine.definition import Indicator, sides_of
from kinfold.indicators.engine.reading import Reading, keep_rows, opened, set_periods
from kinfold.indicators.periods import Period

_FILE_OF = "{key}.parquet"


def write_numerators(
    dataset: Path,
    periods: Sequence[Period],
    out: Path,
    *,
    as_at: date | None = None,
    indicators: Sequence[Indicator] = INDICATORS,
    cache_folder: Path | None = None,
) -> None:
    """One file an indicator: `period`, `key` (of what is counted), `person_id` where known, and its breakdowns.

    A child whose two contacts came from two wards has two rows; a list of keys counts it once.
    """
    out.mkdir(parents=True, exist_ok=True)
    with opened(dataset, as_at) as reading:
        set_periods(reading, [period for period in periods if reading.coverage.covers(period)])
        together: dict[tuple[str, ...], list[Indicator]] = defaultdict(list)
        for one in indicators:
            if reading.can_say(one):
                together[one.reading].append(one)
        for group in together.values():
            _write_group(reading, group, out, cache_folder)


def keys_behind(folder: Path, key: str, period: str, by: str = "", group: str = "") -> list[tuple[str, str | None]]:
    """(key, person) of exactly what the numerator counts, each key once and in order; person None where unknown.

    Reads with pyarrow alone. FileNotFoundError where the release keeps no rows of the indicator.
    """
    wanted: list[tuple[str, str, str]] = [("period", "==", period)]
    if by:
        wanted.append((by, "==", group))
    rows = pq.read_table(folder / _FILE_OF.format(key=key), columns=["key", "person_id"], filters=wanted)
    found = dict(zip(rows["key"].to_pylist(), rows["person_id"].to_pylist(), strict=True))
    return sorted(found.items())


def _write_group(reading: Reading, group: list[Indicator], out: Path, cache_folder: Path | None) -> None:
    subject = group[0].subject
    numbers = {measure: number for number, measure in enumerate(sides_of(group))}
    units = [column for column in subject.units.values() if column != subject.row]
    keep_rows(
        reading,
        relation_sql(tuple(group), "duckdb", cache_folder),
        units=["row_id", *units],
        breakdowns=subject.breakdowns,
        measures=[(f"n_{number}", f"d_{number}") for number in numbers.values()],
    )
    for one in group:
        unit = "row_id" if one.unit_column == subject.row else one.unit_column
        person = "person_id" if "person_id" in units else "CAST(NULL AS VARCHAR)"
        columns = ", ".join(("period", f"{unit} AS key", f"{person} AS person_id", *one.breakdowns))
        sql = (
            f"SELECT DISTINCT {columns} FROM counted_rows "  # noqa: S608  the words are our own
            f"WHERE n_{numbers[one.measure]} = 1 AND {unit} IS NOT NULL ORDER BY period, key"
        )
        pq.write_table(
            reading.backend.arrow(sql), out / _FILE_OF.format(key=one.key), row_group_size=20_000, compression="zstd"
        )
