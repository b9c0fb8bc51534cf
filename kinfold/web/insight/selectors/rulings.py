"""What people decided of how indicators are read, put into the parts that every page, mark and report shows."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from kinfold.indicators.catalogue import EVERY
from kinfold.indicators.comparison.spc import Rebasing
from kinfold.indicators.comparison.targets import Target, target_on
from kinfold.indicators.periods import period
from kinfold.reports import DefinitionBreak, IndicatorPart, day
from kinfold.web.insight import definitions
from kinfold.web.insight.models import Release, Ruling

_BETTER = {one.key: one.better for one in EVERY}


@dataclass(frozen=True)
class Ruled:
    """What stands for one indicator, oldest first; a target holds until the next one, or the day it was set for."""

    rebasings: tuple[Rebasing, ...] = ()
    targets: tuple[Target, ...] = ()
    changes: tuple[tuple[date, str], ...] = ()


NOTHING = Ruled()


def ruled(keys: Iterable[str] | None = None) -> dict[str, Ruled]:
    """By indicator, of those that anything was decided of, or that are counted otherwise than before; two queries."""
    asked = None if keys is None else list(keys)
    rows = Ruling.objects.standing().order_by("indicator", "starts_on")
    found: dict[str, list[Ruling]] = defaultdict(list)
    for row in rows if asked is None else rows.filter(indicator__in=asked):
        found[row.indicator].append(row)
    decided = {key: _ruled(own) for key, own in found.items()}
    changed = Release.objects.complete().order_by("-finished_at").values_list("changes", flat=True).first() or {}
    for key in changed if asked is None else set(asked) & set(changed):
        decided[key] = _counted_otherwise(decided.get(key, NOTHING), definitions.before(changed, key))
    return decided


def _counted_otherwise(decided: Ruled, before: list[tuple[date, str]]) -> Ruled:
    """A change that people recorded for the same day says it in their words."""
    said = dict(decided.changes)
    changed = {until: f"Before, it was counted so: {words}" for until, words in before}
    return replace(decided, changes=tuple(sorted((changed | said).items())))


def applied(part: IndicatorPart, ruled: Ruled, until: date) -> IndicatorPart:
    """The part with what was decided of its periods, and the target in force on the last day of its last one."""
    if ruled == NOTHING:
        return part
    starts = [_start_of(point.period) for point in part.points]
    cuts = {place: one for one in ruled.rebasings if (place := _first_from(one.on, starts))}
    changes = {place: words for on, words in ruled.changes if (place := _first_from(on, starts))}
    found = tuple(DefinitionBreak(period=part.points[place].period, words=words) for place, words in changes.items())
    return replace(
        part,
        rebasings=tuple(cuts.values()),
        breaks=(*part.breaks, *found),
        target=target_on(ruled.targets, until),
    )


def targets_of(rows: Iterable[Ruling]) -> list[tuple[Ruling, Target]]:
    """Of one indicator, oldest first."""
    own = [row for row in rows if row.kind == Ruling.Kind.TARGET and _BETTER[row.indicator] != "neither"]
    found = []
    for row, after in pairwise([*own, None]):
        assert row is not None
        ends = [row.reach_by + timedelta(days=1)] if row.reach_by else []
        ends += [after.starts_on] if after else []
        found.append((row, _target(row, min(ends, default=None))))
    return found


def _ruled(rows: list[Ruling]) -> Ruled:
    return Ruled(
        rebasings=tuple(
            Rebasing(on=row.starts_on, reason=row.words, by=row.decided_by)
            for row in rows
            if row.kind == Ruling.Kind.BASELINE
        ),
        targets=tuple(target for _, target in targets_of(rows)),
        changes=tuple((row.starts_on, row.words) for row in rows if row.kind == Ruling.Kind.DEFINITION),
    )


def _target(row: Ruling, ends_on: date | None) -> Target:
    return Target(
        value=float(row.value or 0),
        tolerance=float(row.tolerance or 0),
        better=_BETTER[row.indicator],
        starts_on=row.starts_on,
        ends_on=ends_on,
        source=f"{row.words}; {row.decided_by}, {day(row.decided_on)}",
    )


def _first_from(on: date, starts: list[date | None]) -> int | None:
    """The place of the first period that starts on the day or later; None, or 0, where nothing lies before it."""
    return next((place for place, start in enumerate(starts) if start is not None and start >= on), None)


def _start_of(key: str) -> date | None:
    """None for a period in a publisher's words."""
    try:
        return period(key).starts_on
    except ValueError:
        return None
