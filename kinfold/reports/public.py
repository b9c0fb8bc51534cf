"""Figures for the public as files that anybody can read, and how they are read again before the next are published."""

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import astuple, fields
from datetime import date
from typing import cast

from kinfold.indicators.catalogue import BY_KEY
from kinfold.indicators.engine.breakdowns import BREAKDOWNS, group_title
from kinfold.indicators.engine.figures import Figure, Status
from kinfold.indicators.engine.protection import PublicCounts
from kinfold.reports.times import day
from kinfold.reports.zips import without_times

FIGURES, INDICATORS, ABOUT = "figures.csv", "indicators.csv", "about.txt"
_COLUMNS = tuple(field.name for field in fields(Figure))
_TITLES = ("indicator_title", "group_title")
HOW_PROTECTED: dict[PublicCounts, str] = {
    "suppressed": "Counts from 1 to 5 are not shown, nor is any other figure from which one of them could be worked "
    "out, from this file or from one published before it.",
    "rounded": "Counts from 1 to 7 are not shown and the others are rounded to the nearest 5; nor is any figure shown "
    "from which one that is hidden could be worked out, from this file or from one published before it.",
}


def render_public(figures: Sequence[Figure], *, as_at: date, counts: PublicCounts) -> bytes:
    """A zip of the figures, what each indicator means, and how to read them; the same figures give the same bytes."""
    keys = dict.fromkeys(one.indicator for one in figures)
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as made:
        made.writestr(ABOUT, _about(as_at, counts))
        made.writestr(FIGURES, _csv((*_COLUMNS, *_TITLES), (_line(one) for one in figures)))
        made.writestr(INDICATORS, _csv(("indicator", "title", "unit", "definition", "source"), map(_defined, keys)))
    return without_times(held.getvalue())


def figures_of(public: bytes) -> list[Figure]:
    """Exactly the figures that `render_public` was given."""
    with zipfile.ZipFile(io.BytesIO(public)) as kept:
        lines = csv.DictReader(io.StringIO(kept.read(FIGURES).decode("utf-8-sig")))
        return [
            Figure(
                line["indicator"], line["period"], line["by"] or None, line["group"] or None,
                _number(line["numerator"]), _number(line["denominator"]),
                _value(line["value"]), cast(Status, line["status"]),
            )
            for line in lines
        ]  # fmt: skip


def _line(one: Figure) -> tuple[object, ...]:
    group = f"{BREAKDOWNS[one.by]}: {group_title(one.by, one.group)}" if one.by and one.group else ""
    return (*astuple(one), BY_KEY[one.indicator].title, group)


def _defined(key: str) -> tuple[str, ...]:
    one = BY_KEY[key]
    words = [one.numerator.words, one.denominator.words if one.denominator else "", one.note]
    return key, one.title, one.unit, ". ".join(filter(None, words)), one.source


def _csv(headings: Sequence[str], lines: Iterable[Sequence[object]]) -> bytes:
    held = io.StringIO()
    writer = csv.writer(held)
    writer.writerow(headings)
    writer.writerows(lines)
    return held.getvalue().encode("utf-8-sig")


def _about(as_at: date, counts: PublicCounts) -> str:
    return "\n\n".join(
        (
            f"Figures of the safeguarding partnership, from its records up to {day(as_at)}.",
            f"{FIGURES}: a line for each indicator, period and group. A count has its number as numerator and no "
            "denominator; a percentage or a rate has both. A period such as 2024-25-Q1 is April to June 2024, 2024-25 "
            "the whole financial year, and 2024-25-Q1-YTD the year up to the end of that quarter.",
            f"{INDICATORS}: what each indicator counts, and where its definition comes from.",
            "Status: shown; suppressed (not shown, to protect children); no_cases (nothing to be a share of); "
            "not_covered (the records do not reach so far back).",
            HOW_PROTECTED[counts] + " Figures of single agencies are not published.",
            "Later records can change these figures; a file that is published is never changed. What agencies send in "
            "and what others publish is not in this file.",
        )
    )


def _number(text: str) -> int | None:
    return int(text) if text else None


def _value(text: str) -> float | None:
    return None if not text else float(text) if "." in text or "e" in text else int(text)
