"""A board's report from a dataset's files alone: what Kinfold can count for it, with no words by anybody."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from kinfold.indicators.asked import Measure
from kinfold.indicators.asked.boards import Board
from kinfold.indicators.catalogue import EVERY
from kinfold.indicators.engine.backends import Engine
from kinfold.indicators.engine.definition import Indicator
from kinfold.indicators.engine.figures import Figure
from kinfold.indicators.engine.protection import Audience
from kinfold.indicators.periods import Period, last_complete_quarters, year
from kinfold.reports.assembling import indicator_part
from kinfold.reports.values import DataNotes, IndicatorPart, Report

QUARTERS = 20
BREAKDOWNS = ("ward",)
AUTHOR = "Kinfold, from the dataset’s files"
_SMALL_NUMBERS: dict[Audience, str] = {
    "practice": "Small numbers are shown, to people who work with the children.",
    "board": "Small numbers are shown, because these are closed papers under a protective marking.",
    "public": "Numbers from 1 to 5, and others that would give them away, are not shown.",
}


def report_from_dataset(
    dataset: Path,
    board: Board,
    quarter: Period,
    *,
    marking: str,
    today: date,
    audience: Audience = "board",
    engine: Engine = "duckdb",
) -> Report:
    """A draft of the board's indicators up to a quarter. DatasetUnreadable where the files cannot be counted."""
    from kinfold.indicators.scorecard import covers, scorecard

    numbers = numbered(board)
    wanted = [one for one in EVERY if isinstance(one, Indicator) and one.key in numbers]
    quarters = last_complete_quarters(QUARTERS, quarter.ends_on)
    first_years = range(quarter.starts_on.year - 2, quarter.starts_on.year + 1)
    years = [year(f"{first}-{(first + 1) % 100:02}") for first in first_years]
    years = [one for one in years if one.ends_on <= quarter.ends_on]
    found = scorecard(dataset, [*quarters, *years], BREAKDOWNS, audience, engine, indicators=wanted)
    covered = covers(dataset)
    parts = tuple(_part(one, numbers[one.key], found, quarters, years) for one in wanted)
    return Report(
        title=f"{board.cycle} report on its indicators",
        board=board.name,
        period=quarter.key,
        marking=marking,
        circulation=(board.name,),
        author=AUTHOR,
        prepared_on=today,
        indicators=tuple(sorted(parts, key=lambda part: list(numbers).index(part.key))),
        actions=(),
        notes=DataNotes(
            as_at=covered[1] if covered else today,
            lag="What is recorded later changes the newest quarters.",
            suppression=_SMALL_NUMBERS[audience],
            further=tuple(_not_counted(board.measures)),
        ),
    )


def numbered(board: Board) -> dict[str, str]:
    """Each indicator that answers one of the board's measures, by key, with the first such measure's number."""
    answers: dict[str, str] = {}
    for measure in board.measures:
        for one in EVERY:
            if measure.name in one.reported_in:
                answers.setdefault(one.key, measure.number)
    return answers


def _part(
    one: Indicator, number: str, found: list[Figure], quarters: Iterable[Period], years: Iterable[Period]
) -> IndicatorPart:
    """Quarters before the first that the files cover are left out, save where none is covered."""
    in_quarters = {each.key for each in quarters}
    own = [each for each in found if each.indicator == one.key and each.period in in_quarters]
    covered = sorted(each.period for each in own if each.by is None and each.status != "not_covered")
    if covered:
        own = [each for each in own if each.period >= covered[0]]
    in_years = {each.key for each in years}
    beside = [each for each in found if each.indicator == one.key and each.by is None and each.period in in_years]
    return indicator_part(one, own, number=number, breakdowns=BREAKDOWNS, beside=[*own, *beside])


def _not_counted(measures: Iterable[Measure]) -> Iterable[str]:
    """What the board also asks for, which no dataset holds."""
    elsewhere = [
        f"{measure.number} {measure.words}"
        for measure in measures
        if not any(isinstance(one, Indicator) and measure.name in one.reported_in for one in EVERY)
    ]
    if elsewhere:
        yield f"Not here, because agencies send it in or others publish it: {'; '.join(elsewhere)}."
