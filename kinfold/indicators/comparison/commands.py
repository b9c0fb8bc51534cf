"""What `kinfold spc` does and says; returns the command's exit code."""

from __future__ import annotations

import json
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

import typer
from rich.console import Console
from rich.table import Table

from kinfold.indicators.comparison.sheets import SheetUnreadable
from kinfold.indicators.comparison.spc import XmR, are_rare, xmr
from kinfold.indicators.comparison.spc_file import Series, read

DONE, BAD_DATA = 0, 1

_MOST_FAULTS = 100
_WORDS = {"outside": "outside the limits", "trend": "trend", "two_of_three": "two of three", "shift": "shift"}
_VARIATION = {
    "common_cause": "common cause",
    "neither_high": "special cause, high",
    "neither_low": "special cause, low",
    None: "",
}


def spc(path: Path, *, as_json: bool) -> int:
    """Prints mean, limits and special causes of every series of a file, so that anyone can check a chart."""
    try:
        found = read(path)
    except SheetUnreadable as unreadable:
        for fault in unreadable.faults[:_MOST_FAULTS]:
            _say(f"{path.name}, {fault}" if fault.row is not None else f"{path.name}: {fault}")
        if (more := len(unreadable.faults) - _MOST_FAULTS) > 0:
            _say(f"And {more:,} more.")
        return BAD_DATA
    except OSError as trouble:
        _say(f"{path} cannot be read: {trouble.strerror}.")
        return BAD_DATA
    charts = [(series, xmr(series.values, fix_after=series.fix_after)) for series in found]
    for series, chart in charts:
        for remark in _remarks(series, chart):
            _say(f"“{series.name}”: {remark}")
    if as_json:
        for series, chart in charts:
            typer.echo(json.dumps(described(series.name, chart), ensure_ascii=False))
    else:
        _print(charts)
    return DONE


def described(name: str, chart: XmR) -> dict[str, Any]:
    """The chart as the command's JSON has it: limits as they were worked out, not clipped; null where there is none."""
    latest = chart.latest
    return {
        "series": name,
        "mean": _number(latest.mean),
        "lower_limit": _number(latest.lower),
        "upper_limit": _number(latest.upper),
        "trial": chart.trial,
        "special": list(chart.special),
        "labels": [cause and cause.label for cause in chart.causes],
        "variation": chart.variation,
    }


def _remarks(series: Series, chart: XmR) -> list[str]:
    """What a reader should know before relying on the chart."""
    known = [value for value in series.values if value is not None]
    remarks = []
    if chart.latest.limits is None:
        remarks.append("no limits, which need two values that follow each other.")
    elif chart.latest.limits.lower == chart.latest.limits.upper:
        remarks.append("the values do not vary, so both limits are the mean.")
    if gaps := len(series.values) - len(known):
        empty = "1 period is empty" if gaps == 1 else f"{gaps:,} periods are empty"
        remarks.append(f"{empty}; no run of points reaches across.")
    if all(value.denominator == 1 and value >= 0 for value in known) and are_rare(
        [None if value is None else int(value) for value in series.values]
    ):
        remarks.append("if these are counts, they are too few to chart by period: chart the time between them.")
    if series.fix_after is not None and series.fix_after > len(known):
        remarks.append(f"there are not {series.fix_after} values yet, so the limits rest on all {len(known)}.")
    return remarks


def _print(charts: Sequence[tuple[Series, XmR]]) -> None:
    table = Table(title="XmR charts, as NHS England's Making data count defines them")
    for heading in ("Series", "Values", "Mean", "Limits", "Special causes", "Latest"):
        table.add_column(heading, justify="right" if heading in {"Values", "Mean"} else "left", overflow="fold")
    for series, chart in charts:
        latest = chart.latest
        limits = f"{_shown(latest.lower)} to {_shown(latest.upper)}" if latest.limits else "none"
        table.add_row(
            _plain(series.name),
            str(sum(value is not None for value in series.values)),
            _shown(latest.mean),
            f"{limits} (trial)" if chart.trial and latest.limits else limits,
            _special(chart),
            _VARIATION[chart.variation],
        )
    Console().print(table, markup=False)


def _special(chart: XmR) -> str:
    """Which points are marked and why, counted from 1 in the order of the file."""
    said = []
    for label, words in _WORDS.items():
        places = [place for place, cause in enumerate(chart.causes, start=1) if cause and cause.label == label]
        if places:
            said.append(f"{words}: {', '.join(_runs(places))}")
    return "\n".join(said) or "none"


def _runs(places: Sequence[int]) -> list[str]:
    """2, 3, 4, 7 is written 2 to 4, 7."""
    runs: list[tuple[int, int]] = []
    for place in places:
        if runs and place == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], place)
        else:
            runs.append((place, place))
    return [str(start) if start == end else f"{start} to {end}" for start, end in runs]


def _plain(name: str) -> str:
    """Without what could steer a terminal."""
    return "".join(character if character.isprintable() else "�" for character in name)


def _number(exact: Fraction | None) -> float | None:
    return None if exact is None else float(exact)


def _shown(exact: Fraction | None) -> str:
    return "" if exact is None else f"{float(exact):,.2f}"


def _say(words: str) -> None:
    typer.echo(_plain(words), err=True)
