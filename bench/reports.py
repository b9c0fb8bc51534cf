"""A board's report of 40 indicators over 20 quarters, written in every form that is frozen when it is signed."""

import time
from collections.abc import Callable, Iterator
from datetime import date
from random import Random

from bench.measuring import Measured
from kinfold.indicators.periods import last_complete_quarters
from kinfold.reports import DataNotes, IndicatorPart, Point, Report, Unit, render_docx, render_html, render_pdf

INDICATORS, QUARTERS, BUDGET = 40, 20, 60


def measure() -> Iterator[Measured]:
    report = _report()
    forms: dict[str, Callable[[Report], object]] = {"web page": render_html, "PDF": render_pdf, "Word": render_docx}
    taken = {}
    for name, render in forms.items():
        began = time.perf_counter()
        render(report)
        taken[name] = time.perf_counter() - began
    whole = round(sum(taken.values()), 2)
    yield Measured(f"a report of {INDICATORS} indicators, {QUARTERS} quarters, three forms", whole, "s", BUDGET)
    for name, seconds in taken.items():
        yield Measured(f"of which {name}", round(seconds, 2), "s")


def _report() -> Report:
    """Every tenth indicator stands out, and so is drawn in full; the seed is fixed."""
    drawn, periods = Random(7), [one.key for one in last_complete_quarters(QUARTERS, date(2024, 7, 1))]
    parts = []
    for place in range(INDICATORS):
        values = [drawn.randint(480, 520) for _ in periods]
        values[-1] += 400 if place % 10 == 0 else 0
        parts.append(
            IndicatorPart(
                key=f"invented.{place}",
                number=f"{place // 8 + 1}.{place % 8 + 1}",
                title=f"Invented indicator {place + 1}",
                definition="Counted: something invented.",
                unit=Unit(kind="count", counts="children"),
                points=tuple(Point(period=key, value=value) for key, value in zip(periods, values, strict=True)),
                under=f"Priority {place // 8 + 1}",
            )
        )
    return Report(
        title="Invented report",
        board="Invented board",
        period=periods[-1],
        marking="OFFICIAL",
        circulation=("The board",),
        author="Analyst",
        prepared_on=date(2024, 7, 19),
        indicators=tuple(parts),
        actions=(),
        notes=DataNotes(as_at=date(2024, 7, 8), lag="None.", suppression="None."),
    )
