"""Small pictures drawn as points on the server: a figure's trend, and a family's scores from review to review."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

MARGIN = 6.0


@dataclass(frozen=True)
class Point:
    x: float
    y: float
    label: str
    value: float


@dataclass(frozen=True)
class Sparkline:
    """`runs` are the unbroken stretches: a period without a figure leaves a gap and is never drawn as nought."""

    width: int
    height: int
    runs: tuple[tuple[Point, ...], ...]
    last: Point | None

    @property
    def paths(self) -> list[str]:
        return [path(run) for run in self.runs if len(run) > 1]

    @property
    def lone_points(self) -> list[Point]:
        return [run[0] for run in self.runs if len(run) == 1]


def path(points: Sequence[Point]) -> str:
    """The points as an SVG path."""
    return "M" + " L".join(f"{point.x:g} {point.y:g}" for point in points)


def sparkline(trend: Sequence[Mapping[str, Any]], width: int = 240, height: int = 48) -> Sparkline:
    """A trend's shape. The scale starts at the lowest value, so it shows direction and never stands for size."""
    values = [row["value"] for row in trend if row["value"] is not None]
    low, high = (min(values), max(values)) if values else (0, 0)
    spread = (high - low) or 1
    step = (width - 2 * MARGIN) / max(len(trend) - 1, 1)
    runs: list[list[Point]] = [[]]
    for index, row in enumerate(trend):
        if row["value"] is None:
            runs.append([])
            continue
        level = (row["value"] - low) / spread if high != low else 0.5
        y = height - MARGIN - level * (height - 2 * MARGIN)
        runs[-1].append(Point(round(MARGIN + index * step, 1), round(y, 1), str(row["period"]), row["value"]))
    drawn = tuple(tuple(run) for run in runs if run)
    return Sparkline(width, height, drawn, drawn[-1][-1] if drawn else None)


@dataclass(frozen=True)
class ScoreLine:
    name: str
    points: tuple[Point, ...]
    dashes: str
    mark: str
    name_y: float

    @property
    def path(self) -> str:
        return path(self.points)


DASHES = ("none", "9 5", "2 5", "12 4 2 4")
MARKS = ("circle", "square", "diamond", "triangle")
LEFT, RIGHT, TOP, BOTTOM = 30.0, 116.0, 14.0, 34.0
NAME_GAP = 20.0


def progress_lines(series: Sequence[Mapping[str, Any]], width: int = 460, height: int = 250) -> dict[str, Any]:
    """Scores from 0 to 10 over the dates they were given: lines told apart by mark and dash as well as colour.

    `series` are {"name", "points": [{"on", "score"}]}; names at the line ends are moved apart where they would collide.
    """
    days = sorted({point["on"] for line in series for point in line["points"]})
    inner_width, inner_height = width - LEFT - RIGHT, height - TOP - BOTTOM

    def across(on: date) -> float:
        if len(days) < 2:
            return LEFT + inner_width / 2
        return round(LEFT + inner_width * (on - days[0]).days / max((days[-1] - days[0]).days, 1), 1)

    def up(score: float) -> float:
        return round(TOP + inner_height * (1 - score / 10), 1)

    drawn = [
        (
            line["name"],
            tuple(
                Point(across(point["on"]), up(point["score"]), str(point["on"]), point["score"])
                for point in sorted(line["points"], key=lambda point: point["on"])
            ),
        )
        for line in series
        if line["points"]
    ]
    ends = sorted(range(len(drawn)), key=lambda index: drawn[index][1][-1].y)
    name_y: dict[int, float] = {}
    lowest = TOP - NAME_GAP
    for index in ends:
        lowest = max(drawn[index][1][-1].y, lowest + NAME_GAP)
        name_y[index] = lowest
    over = max(lowest - (height - BOTTOM), 0)
    lines = [
        ScoreLine(name, points, DASHES[index % 4], MARKS[index % 4], round(name_y[index] - over, 1))
        for index, (name, points) in enumerate(drawn)
    ]
    return {
        "width": width,
        "height": height,
        "left": LEFT,
        "right": width - RIGHT,
        "lines": lines,
        "days": [{"on": on, "x": across(on)} for on in _spaced(days, across)],
        "grid": [{"score": score, "y": up(score)} for score in (0, 5, 10)],
        "base": up(0),
        "all_days": days,
    }


def _spaced(days: Sequence[date], across: Any, gap: float = 60.0) -> list[date]:
    """The days whose labels fit beside each other; the last always does."""
    kept: list[date] = []
    for on in reversed(days):
        if not kept or across(kept[-1]) - across(on) >= gap:
            kept.append(on)
    return kept[::-1]
