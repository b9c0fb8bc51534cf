"""What `kinfold scorecard` and `kinfold indicators` do and say; each returns the command's exit code."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any, cast

import orjson
import typer

from kinfold.indicators.catalogue import BY_KEY, EVERY
from kinfold.indicators.engine.backends import Engine
from kinfold.indicators.engine.breakdowns import BREAKDOWNS, group_title
from kinfold.indicators.engine.definition import Indicator
from kinfold.indicators.engine.figures import Figure
from kinfold.indicators.engine.gathered import Gathered
from kinfold.indicators.engine.protection import Audience, BoardCounts, PublicCounts
from kinfold.indicators.engine.reading import DatasetUnreadable
from kinfold.indicators.periods import Period, last_complete_quarters, period, year_to_date
from kinfold.indicators.scorecard import covers, scorecard

DONE, BAD_DATA, MISUSE = 0, 1, 2

# Data that end so shortly before a quarter does are taken to hold all of it: its last days may have been a weekend.
_QUIET_DAYS = timedelta(days=7)
_WORDS = {"suppressed": "suppressed", "not_covered": "no data", "no_cases": "no cases"}


def report(
    dataset: Path,
    *,
    keys: Sequence[str],
    quarters: int | None,
    with_year_to_date: bool,
    by: Sequence[str],
    audience: str,
    board_counts: str,
    public_counts: str,
    earlier: Sequence[Path],
    engine: str,
    as_json: bool,
    today: date,
) -> int:
    """Prints the figures of every indicator for the periods named, or for the last complete quarters of the data."""
    if bool(keys) == (quarters is not None):
        return _misused("Name the periods (--period 2024-25-Q1) or ask for the last complete quarters (--quarters 8).")
    try:
        periods = _periods(dataset, keys, quarters, today)
        if with_year_to_date:
            periods += [year_to_date(one.key) for one in periods if one.key[-2:-1] == "Q"]
        found = scorecard(
            dataset, periods, tuple(dict.fromkeys(by)), cast(Audience, audience), cast(Engine, engine),
            board_counts=cast(BoardCounts, board_counts), public_counts=cast(PublicCounts, public_counts),
            earlier=[_published(file) for file in earlier],
        )  # fmt: skip
    except DatasetUnreadable as fault:
        typer.echo(str(fault), err=True)
        return BAD_DATA
    except ValueError as misuse:
        return _misused(str(misuse))
    typer.echo("\n".join(_as_json(found) if as_json else _as_text(found, periods)))
    return DONE


def catalogue(*, as_json: bool) -> int:
    """Prints what every indicator counts and where it is reported."""
    for one in EVERY:
        if as_json:
            typer.echo(json.dumps(described(one), ensure_ascii=False))
        else:
            typer.echo(f"{one.key:40} {one.title}, {one.collected} ({', '.join(one.reported_in) or 'local'})")
    return DONE


def described(one: Indicator | Gathered) -> dict[str, Any]:
    """What is true of every indicator, then what is true of one of its kind."""
    alike = {
        "key": one.key,
        "title": one.title,
        "kind": one.kind,
        "collected": one.collected,
        "reported_in": list(one.reported_in),
        "unit": one.unit,
        "better": one.better,
        "source": one.source,
        "note": one.note,
    }
    return alike | (_gathered(one) if isinstance(one, Gathered) else _computed(one))


def _computed(one: Indicator) -> dict[str, Any]:
    return {
        "counts": one.counts,
        "numerator": one.numerator.words,
        "denominator": one.denominator.words if one.denominator else None,
        "quantity": one.quantity.words if one.quantity else None,
        "breakdowns": list(one.breakdowns),
        "settles_after": one.settles_after,
    }


def _gathered(one: Gathered) -> dict[str, Any]:
    return {
        "definition": one.definition,
        "population": one.population,
        "owner": one.owner,
        "every": one.every,
        "numerator": one.numerator or None,
        "denominator": one.denominator or None,
        "breakdowns": {name: list(groups) for name, groups in one.breakdowns},
    }


def _periods(dataset: Path, keys: Sequence[str], quarters: int | None, today: date) -> list[Period]:
    if quarters is None:
        return [period(key) for key in keys]
    covered = covers(dataset)
    if covered is not None:
        today = min(today, covered[1] + _QUIET_DAYS + timedelta(days=1))
    return list(last_complete_quarters(quarters, today))


def _published(file: Path) -> list[Figure]:
    """What an earlier run with --json printed for the same audience."""
    try:
        return [Figure(**json.loads(line)) for line in file.read_text(encoding="utf-8").splitlines() if line]
    except (OSError, UnicodeDecodeError, TypeError, json.JSONDecodeError) as fault:
        raise ValueError(f"{file}: This is not what an earlier `kinfold scorecard --json` printed.") from fault


def _as_json(found: Iterable[Figure]) -> Iterable[str]:
    return (orjson.dumps(figure).decode() for figure in found)


def _as_text(found: Sequence[Figure], periods: Sequence[Period]) -> Iterable[str]:
    """A line for each indicator and group, a column for each period."""
    lines: dict[tuple[str, str | None, str | None], list[str]] = {}
    for figure in found:
        lines.setdefault((figure.indicator, figure.by, figure.group), []).append(_written(figure))
    titles = [_title(*line) for line in lines]
    width = max(map(len, titles), default=0)
    yield " " * width + "".join(f"{one.key:>16}" for one in periods)
    for title, cells in zip(titles, lines.values(), strict=True):
        yield f"{title:{width}}" + "".join(f"{cell:>16}" for cell in cells)


def _title(key: str, by: str | None, group: str | None) -> str:
    one = BY_KEY[key]
    return f"{one.title}, {one.unit}" if by is None else f"  {BREAKDOWNS[by]}: {group_title(by, str(group))}"


def _written(figure: Figure) -> str:
    if figure.value is None:
        return _WORDS[figure.status]
    return f"{figure.value:,}" if isinstance(figure.value, int) else f"{figure.value:,.1f}"


def _misused(why: str) -> int:
    typer.echo(why, err=True)
    return MISUSE
