"""How each indicator was counted in a release, and the quarters that keep the figures of an earlier definition.

Where what is counted changes, nothing that was over is counted again: its figures stay as they were last worked out.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import cast

from kinfold.indicators.catalogue import INDICATORS
from kinfold.indicators.engine.definition import Indicator
from kinfold.indicators.engine.figures import Figure as Counted
from kinfold.indicators.engine.figures import Status
from kinfold.indicators.periods import period, quarter_of
from kinfold.web.insight.models import Figure, Release

# By indicator, how it was counted before: until which day, and in words; oldest first.
Changes = dict[str, list[dict[str, str]]]
# By indicator and period, the figures that are kept.
Kept = Mapping[tuple[str, str], Sequence[Counted]]


def in_force(indicators: Iterable[Indicator] = INDICATORS) -> dict[str, dict[str, str]]:
    """By indicator, its rule as the computer reads it, and in words."""
    return {one.key: {"rule": _rule(one), "words": in_words(one)} for one in indicators}


def changes(earlier: Release | None, now: Mapping[str, Mapping[str, str]]) -> Changes:
    """Those that the release before knew of, and what has changed since; what changed holds for its open quarter."""
    if earlier is None:
        return {}
    found: Changes = {key: [*held] for key, held in earlier.changes.items() if key in now}
    until = quarter_of(earlier.as_at).starts_on.isoformat()
    for key, was in earlier.definitions.items():
        if key in now and was["rule"] != now[key]["rule"]:
            own = found.setdefault(key, [])
            if not own or own[-1]["until"] != until:  # of two changes in one quarter, the first ended its quarters
                own.append({"until": until, "words": was["words"]})
    return found


def kept(earlier: Release | None, changed: Changes) -> dict[tuple[str, str], list[Counted]]:
    """The figures of every period that was over when its indicator began to be counted otherwise; one query."""
    if earlier is None or not changed:
        return {}
    found: dict[tuple[str, str], list[Counted]] = {}
    rows = Figure.objects.filter(release=earlier, indicator__in=changed).order_by("id").values_list(
        "indicator", "period", "by", "group", "numerator", "denominator", "value", "status"
    )  # fmt: skip
    for key, when, by, group, numerator, denominator, value, status in rows:
        if is_kept(changed, key, when):
            one = Counted(key, when, by or None, group or None, numerator, denominator, value, cast(Status, status))
            found.setdefault((key, when), []).append(one)
    return found


def with_kept(counted: Iterable[Counted], kept: Kept) -> Iterator[Counted]:
    """The figures in their order, those of a period that is kept in the place of those counted now."""
    for key, own in groupby(counted, lambda one: (one.indicator, one.period)):
        yield from kept.get(key) or own


def is_kept(changed: Changes, key: str, when: str) -> bool:
    return key in changed and period(when).ends_on <= date.fromisoformat(changed[key][-1]["until"])


def before(changed: Changes, key: str) -> list[tuple[date, str]]:
    """Until which day, and how."""
    return [(date.fromisoformat(one["until"]), one["words"]) for one in changed.get(key, ())]


def in_words(one: Indicator) -> str:
    said = one.numerator.words
    if one.denominator is not None:
        said += f", as a percentage of: {one.denominator.words}"
    if one.quantity is not None:
        said += f", of which each adds {one.quantity.words}"
    return f"{said} ({one.unit})"


def _rule(one: Indicator) -> str:
    return " | ".join((one.measure, str(one.per or ""), str(one.ages)))
