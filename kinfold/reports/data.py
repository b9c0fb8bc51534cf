"""The data behind every chart of a report as CSV, a file for each indicator."""

import csv
import io
import re
from collections.abc import Iterator

from kinfold.reports.text import never_a_formula
from kinfold.reports.values import IndicatorPart, Point, Report

_HEADINGS = ("indicator", "number", "by", "group", "period", "value", "status", "numerator", "out_of")


def render_csvs(report: Report) -> dict[str, bytes]:
    """By file name: UTF-8 with a mark that spreadsheets know it by; no text is ever a formula."""
    return {f"{_name(part)}.csv": _csv(part) for part in report.indicators}


def _name(part: IndicatorPart) -> str:
    return re.sub(r"[^a-z0-9]+", "-", f"{part.number} {part.key}".lower()).strip("-")


def _csv(part: IndicatorPart) -> bytes:
    held = io.StringIO()
    writer = csv.writer(held)
    writer.writerow(_HEADINGS)
    for by, group, point in _points(part):
        writer.writerow(
            [never_a_formula(cell) for cell in (part.key, part.number, by, group, point.period)]
            + [point.value, point.status, point.numerator, point.denominator]
        )
    return held.getvalue().encode("utf-8-sig")


def _points(part: IndicatorPart) -> Iterator[tuple[str, str, Point]]:
    for point in (*part.points, *part.years):
        yield "", "", point
    for breakdown in part.breakdowns:
        for group in breakdown.groups:
            for point in group.points:
                yield breakdown.by, group.name, point
