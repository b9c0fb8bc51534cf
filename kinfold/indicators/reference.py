"""The manual's page on indicators, written by the definitions themselves; run as a program to write it again."""

import sys
from collections.abc import Iterable
from pathlib import Path

from kinfold.indicators.catalogue import INDICATORS
from kinfold.indicators.engine.breakdowns import BREAKDOWNS
from kinfold.indicators.engine.definition import Indicator
from kinfold.indicators.published import PublishedFigure, published_for
from kinfold.practice.timescales import TIMESCALES

_WRITTEN_BY = "<!-- Written by `python -m kinfold.indicators.reference docs/reference`; do not edit by hand. -->"
DOCUMENTS = {
    "safeguarding": "Safeguarding Strategy",
    "trust-plan": "Children’s Trust Plan",
    "dataset": "partnership’s dataset",
    "young-people": "young people’s safeguarding",
    "pcso": "police community support officers",
}
_KINDS = {
    "events": "a count of what happened in the period",
    "distinct": "a count of different {counts} in the period",
    "stock": "a count at the close of the period’s last day",
    "rate": "a rate per {per:,} children aged {ages[0]} to {ages[1]}, at the close of the period’s last day",
    "share": "a percentage of {counts} in the period",
}


def page() -> str:
    lines = [
        "# Indicators",
        "",
        _WRITTEN_BY,
        "",
        "What each counts, exactly. [How indicators are computed](../explanation/how-indicators-are-computed.md) says",
        "what holds for all of them; [examples](indicator-examples.md) shows each at its edges.",
        "",
        *_table(("Reported as", "Indicator", "Key"), map(_contents_row, INDICATORS)),
    ]
    for one in INDICATORS:
        lines += ["", f"## {one.title}", "", *_about(one), *_published(published_for(one.key))]
    return "\n".join([*lines, ""])


def _contents_row(one: Indicator) -> tuple[str, ...]:
    return (_reported(one) or "local", one.title, f"`{one.key}`")


def _about(one: Indicator) -> list[str]:
    kind = _KINDS[one.kind].format(counts=one.counts, per=one.per or 0, ages=one.ages)
    facts = [("Key", f"`{one.key}`"), ("Is", kind), ("Counts", one.numerator.words)]
    if one.denominator is not None:
        facts.append(("Out of", one.denominator.words))
    if one.settles_after is not None:
        facts.append(("Waits for", f"{TIMESCALES[one.settles_after].title}: {TIMESCALES[one.settles_after].words}"))
    if one.breakdowns:
        facts.append(("By", ", ".join(BREAKDOWNS[by].lower() for by in one.breakdowns)))
    facts += [("Better", one.better), ("Source", one.source), ("Reported as", _reported(one) or "local only")]
    return [*(f"- **{name}:** {words}" for name, words in facts), *(["", one.note] if one.note else [])]


def _reported(one: Indicator) -> str:
    names = (name.split(" ", 1) for name in one.reported_in)
    return ", ".join(f"{DOCUMENTS[document]} {number}" for document, number in names)


def _published(figures: tuple[PublishedFigure, ...]) -> list[str]:
    if not figures:
        return []
    rows = (
        (
            figure.period.key,
            f"{figure.value:,.0f}",
            "yes" if figure.comparable else "**no**",
            figure.note,
            figure.source,
        )
        for figure in figures
    )
    return ["", "Published:", "", *_table(("Period", "Figure", "Comparable", "Note", "Source"), rows)]


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> list[str]:
    body = [heads, tuple("---" for _ in heads), *rows]
    return ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in body]


if __name__ == "__main__":
    (Path(sys.argv[1]) / "indicators.md").write_text(page(), encoding="utf-8")
