"""Signing a return off, and opening it again to revise it."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction

from kinfold.indicators.gathering import Given
from kinfold.web.access.checks import require
from kinfold.web.access.models import Membership, User
from kinfold.web.access.permissions import Permission, roles_with
from kinfold.web.audit import events
from kinfold.web.core.rules import hold
from kinfold.web.core.versions import locked, save_version
from kinfold.web.deadlines import actions as deadlines
from kinfold.web.intake import notice_kinds, rules
from kinfold.web.intake.deadline_kinds import RETURN
from kinfold.web.intake.models import Return, ReturnedFigure, ReturnVersion
from kinfold.web.intake.selectors.filling import Filled, filled
from kinfold.web.notices.actions import notify


@transaction.atomic
def sign_off(*, of: Return, version: int, by: User, now: datetime, today: date) -> ReturnVersion:
    """Keeps every figure as the next version, with who answers for it. Earlier versions stay as they were signed."""
    require(by, Permission.RETURN_SIGN, on=of)
    of = locked(of)
    hold(rules.in2_is_being_filled, of)
    answers = filled(by, of)
    hold(rules.in3_is_whole, sum(not answer.done for answer in answers))
    last = of.versions.first()
    rows = [row for answer in answers for row in _rows(answer)]
    hold(rules.in6_differs, last is None or _said(rows) != _said(last.figures.all()))
    signed = ReturnVersion.objects.create(
        of=of, agency=of.agency, period=of.period, number=last.number + 1 if last else 1,
        reason=of.reopened_because if last else "", signed_off_by=by, signed_off_at=now,
    )  # fmt: skip
    for position, row in enumerate(rows):
        row.version, row.position = signed, position
    ReturnedFigure.objects.bulk_create(rows)
    of.state, of.reopened_because = Return.State.SIGNED, ""
    save_version(of, expected=version, fields=["state", "reopened_because"])
    deadlines.meet(RETURN, about=of, at=now)
    notify(notice_kinds.REVISED if last else notice_kinds.SIGNED, to=_overseers(), about_id=of.pk)
    events.record("return.signed_off", by=by, about=of, details={"version": signed.number, "figures": len(rows)})
    return signed


@transaction.atomic
def reopen(*, of: Return, reason: str, version: int, by: User) -> Return:
    """The figures may be changed again; those signed before stay in use until the next signature."""
    require(by, Permission.RETURN_SIGN, on=of)
    of = locked(of)
    hold(rules.in4_is_signed, of)
    hold(rules.in5_says_why, reason)
    of.state, of.reopened_because = Return.State.REOPENED, reason.strip()
    save_version(of, expected=version, fields=["state", "reopened_because"])
    events.record("return.reopened", by=by, about=of)
    return of


def _rows(answer: Filled) -> list[ReturnedFigure]:
    """An answer left empty with a note is one row that says so."""
    found = answer.given or [Given("", "", None, None, None)]
    return [
        ReturnedFigure(
            indicator=answer.one.key, by=figure.by, group=figure.group, numerator=figure.numerator,
            denominator=figure.denominator, value=figure.value, note="" if figure.by else answer.note,
            definition=answer.one.definition,
        )
        for figure in found
    ]  # fmt: skip


def _said(rows: Iterable[ReturnedFigure]) -> set[tuple[object, ...]]:
    return {(row.indicator, row.by, row.group, row.numerator, row.denominator, row.value, row.note) for row in rows}


def _overseers() -> list[User]:
    roles = roles_with(Permission.RETURN_OVERSEE)
    holding = Membership.objects.filter(role__in=roles, ended_on__isnull=True).select_related("user")
    return list({membership.user for membership in holding})
