"""Recording, changing and withdrawing what people decided of how an indicator is read."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from kinfold.indicators.engine.definition import Indicator
from kinfold.indicators.engine.gathered import Gathered
from kinfold.web.access.checks import require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.core.rules import hold
from kinfold.web.core.versions import locked, save_version
from kinfold.web.insight import ruling_rules as rules
from kinfold.web.insight.models import Ruling
from kinfold.web.insight.selectors import deciding


@dataclass(frozen=True, kw_only=True)
class Decided:
    """``value``, ``tolerance`` and ``reach_by`` are a target's alone."""

    starts_on: date
    words: str
    decided_by: str
    decided_on: date
    value: Decimal | None = None
    tolerance: Decimal | None = None
    reach_by: date | None = None


@transaction.atomic
def record(*, indicator: Indicator | Gathered, kind: str, said: Decided, by: User, today: date) -> Ruling:
    require(by, Permission.FIGURES_DECIDE)
    row = Ruling(indicator=indicator.key, kind=kind, recorded_by=by)
    _put(row, said, by, today)
    row.save()
    events.record("figures.decision_recorded", by=by, about=row, details={"indicator": row.indicator, "kind": kind})
    return row


@transaction.atomic
def change(*, ruling: Ruling, said: Decided, version: int, by: User, today: date) -> Ruling:
    """What stood before is in the history."""
    require(by, Permission.FIGURES_DECIDE)
    row = locked(ruling)
    hold(rules.ru6_stands, row)
    fields = _put(row, said, by, today)
    save_version(row, expected=version, fields=fields)
    details = {"indicator": row.indicator, "kind": row.kind}
    events.record("figures.decision_changed", by=by, about=row, details=details)
    return row


@transaction.atomic
def withdraw(*, ruling: Ruling, because: str, version: int, by: User, now: datetime) -> Ruling:
    require(by, Permission.FIGURES_DECIDE)
    row = locked(ruling)
    hold(rules.ru6_stands, row)
    hold(rules.ru7_says_why_it_is_withdrawn, because)
    row.withdrawn_at, row.withdrawn_by, row.withdrawn_because = now, by, because.strip()
    save_version(row, expected=version, fields=["withdrawn_at", "withdrawn_by", "withdrawn_because"])
    details = {"indicator": row.indicator, "kind": row.kind}
    events.record("figures.decision_withdrawn", by=by, about=row, details=details)
    return row


def _put(row: Ruling, said: Decided, by: User, today: date) -> list[str]:
    """Writes what was decided into the row, and answers with the fields that it wrote."""
    indicator = deciding.BY_KEY[row.indicator]
    hold(rules.ru8_is_of_a_kind_that_it_can_have, row.kind, deciding.kinds_for(indicator))
    starts = {one.starts_on for one in deciding.quarters_for(by, indicator, row.kind, today)}
    hold(rules.ru1_begins_with_a_quarter_that_can_be_cut, said.starts_on, starts | {row.starts_on})
    others = Ruling.objects.standing().filter(indicator=row.indicator, kind=row.kind).exclude(pk=row.pk)
    taken = set(others.values_list("starts_on", flat=True))
    hold(rules.ru9_begins_on_a_day_of_its_own, said.starts_on, taken)
    hold(rules.ru2_says_why_and_who, said.words, said.decided_by)
    hold(rules.ru3_is_not_in_the_future, said.decided_on, today)
    row.starts_on, row.words, row.decided_by = said.starts_on, said.words.strip(), said.decided_by.strip()
    row.decided_on = said.decided_on
    fields = ["starts_on", "words", "decided_by", "decided_on"]
    if row.kind == Ruling.Kind.TARGET:
        hold(rules.ru4_is_reached_after_it_begins, said.starts_on, said.reach_by)
        hold(rules.ru5_can_be_reached, said.value, deciding.unit_for(indicator).kind == "share")
        row.value, row.tolerance, row.reach_by = said.value, said.tolerance or Decimal(), said.reach_by
        fields += ["value", "tolerance", "reach_by"]
    return fields
