"""Every indicator's figures from a dataset's folder, and the rows behind one of them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path
from queue import SimpleQueue
from typing import get_args

from kinfold.indicators.catalogue import INDICATORS, indicator
from kinfold.indicators.engine.backends import Backend, Engine
from kinfold.indicators.engine.breakdowns import BREAKDOWNS
from kinfold.indicators.engine.compiled import relation_sql
from kinfold.indicators.engine.definition import Indicator, sides_of
from kinfold.indicators.engine.figures import Figure, Sums, figures
from kinfold.indicators.engine.population import Population
from kinfold.indicators.engine.protection import Audience, BoardCounts, PublicCounts, protected
from kinfold.indicators.engine.reading import KEPT, Reading, keep_rows, opened, set_periods
from kinfold.indicators.engine.rollup import rollup, rows_behind
from kinfold.indicators.periods import Period


def scorecard(
    dataset: Path,
    periods: Sequence[Period],
    breakdowns: Sequence[str] = (),
    audience: Audience = "board",
    engine: Engine = "duckdb",
    *,
    board_counts: BoardCounts = "shown",
    public_counts: PublicCounts = "suppressed",
    earlier: Sequence[Sequence[Figure]] = (),
    as_at: date | None = None,
    indicators: Sequence[Indicator] = INDICATORS,
    cache_folder: Path | None = None,
) -> list[Figure]:
    """Figures in the catalogue's order, then by period, breakdown and group, protected for the audience.

    `earlier` is what the same audience was given before: nothing that was hidden from it may be worked out now.
    `as_at` is the last day the dataset knows of, where the caller knows better than the data themselves.
    """
    _check(periods, breakdowns, audience, engine)
    with opened(Path(dataset), as_at, engine) as reading:
        set_periods(reading, periods)
        found = _computed(reading, periods, breakdowns, indicators, engine, cache_folder)
    by_key = {one.key: one for one in indicators}
    return protected(found, by_key, periods, audience, board_counts, public_counts, earlier)


def drill_down(
    dataset: Path,
    key: str,
    period: Period,
    by: str | None = None,
    group: str | None = None,
    *,
    as_at: date | None = None,
    cache_folder: Path | None = None,
) -> list[str]:
    """Keys of exactly what the numerator counts, each once and in order: contacts, or children, or plans.

    For those who work with the children; who may open which is for the caller to say.
    """
    chosen = indicator(key)
    if (by is None) != (group is None):
        raise ValueError("Name the breakdown and the group, or neither.")
    if by is not None and by not in chosen.breakdowns:
        raise ValueError(f"{chosen.title} is not broken down by {by}.")
    with opened(Path(dataset), as_at) as reading:
        if not (reading.can_say(chosen) and reading.coverage.covers(period)):
            return []
        set_periods(reading, (period,))
        sql = relation_sql((chosen,), "duckdb", cache_folder)
        unit = "row_id" if chosen.unit_column == chosen.subject.row else chosen.unit_column
        return [row[0] for row in reading.backend.rows(rows_behind(sql, unit, by), [str(group)] if by else [])]


def covers(dataset: Path) -> tuple[date, date] | None:
    """The first and last day on which anything happened in a dataset; None where nothing did."""
    with opened(Path(dataset)) as reading:
        first, last = reading.coverage.first, reading.coverage.last
        return None if first is None or last is None else (first, last)


def _computed(
    reading: Reading,
    periods: Sequence[Period],
    breakdowns: Sequence[str],
    indicators: Sequence[Indicator],
    engine: Engine,
    cache_folder: Path | None,
) -> list[Figure]:
    """Indicators with one reading share one pass over its rows; some passes are made at once."""
    population, agencies = Population(reading.population()), reading.agencies()
    covered = {period.key for period in periods if reading.coverage.covers(period)}
    together: dict[tuple[str, ...], list[Indicator]] = defaultdict(list)
    found: dict[str, list[Figure]] = {}
    free: SimpleQueue[Backend] = SimpleQueue()
    backends = reading.backend.at_once()
    for backend in backends:
        free.put(backend)

    def counted(group: list[Indicator], relation: str) -> None:
        backend = free.get()
        try:
            sums = _sums_of_reading(replace(reading, backend=backend), group, breakdowns, relation)
        finally:
            free.put(backend)
        for one in group:
            found[one.key] = list(figures(one, periods, covered, breakdowns, sums[one.measure], agencies, population))

    for one in indicators:
        if reading.can_say(one):
            together[one.reading].append(one)
        else:
            found[one.key] = list(figures(one, periods, (), breakdowns, {}, agencies, population))
    with ThreadPoolExecutor(len(backends)) as pool:
        passes = [
            pool.submit(counted, group, relation_sql(tuple(group), engine, cache_folder)) for group in together.values()
        ]
        for done in passes:
            done.result()
    return [figure for one in indicators for figure in found[one.key]]


def _sums_of_reading(
    reading: Reading, group: list[Indicator], breakdowns: Sequence[str], relation: str
) -> dict[str, Sums]:
    row = group[0].subject.row
    sides = sides_of(group)
    by_unit: dict[str, list[Indicator]] = defaultdict(list)
    for one in group:
        by_unit[one.unit_column].append(one)
    wanted = {unit: [by for by in breakdowns if any(by in one.breakdowns for one in counting)]
              for unit, counting in by_unit.items()}  # fmt: skip
    keep_rows(
        reading,
        relation,
        units=[unit for unit in by_unit if unit != row],
        breakdowns=[by for by in breakdowns if any(by in some for some in wanted.values())],
        measures=list(sides.values()),
    )
    portions = _portions(reading)
    sums: dict[str, Sums] = {}
    for unit, counting in by_unit.items():
        measures = {one.measure: sides[one.measure] for one in counting}
        own = [rollup(some, None if unit == row else unit, wanted[unit], list(measures.values())) for some in portions]
        found = [line for sql in own for line in reading.rows(sql)]
        columns = list(dict.fromkeys(column for both in measures.values() for column in both))
        place = {column: number for number, column in enumerate(columns, len(("period", "by_what", "grp")))}
        for measure, (above, below) in measures.items():
            sums[measure] = {
                (line[0], line[1], line[2]): (round(line[place[above]]), round(line[place[below]])) for line in found
            }
    return sums


def _portions(reading: Reading) -> list[str]:
    """The rows kept, all at once or period by period: of many cities' children each is kept in mind in every group."""
    if not reading.backend.one_by_one:
        return [KEPT]
    keys = sorted(key for (key,) in reading.rows(f"SELECT DISTINCT period FROM {KEPT}"))  # noqa: S608
    return [f"(SELECT * FROM {KEPT} WHERE period = '{key}') AS of_one_period" for key in keys]  # noqa: S608


def _check(periods: Iterable[Period], breakdowns: Iterable[str], audience: str, engine: str) -> None:
    if len({period.key for period in periods}) != len(list(periods)):
        raise ValueError("A period is asked for twice.")
    for by in breakdowns:
        if by not in BREAKDOWNS:
            raise ValueError(f"There is no breakdown by “{by}”; there are {', '.join(BREAKDOWNS)}.")
    if audience not in get_args(Audience):
        raise ValueError(f"There is no audience “{audience}”; there are {', '.join(get_args(Audience))}.")
    if engine not in get_args(Engine):
        raise ValueError(f"There is no engine “{engine}” here; there are {', '.join(get_args(Engine))}.")
