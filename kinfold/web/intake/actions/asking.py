"""Asking agencies for a quarter's figures, and chasing those that are late."""

from datetime import date, datetime, timedelta

from django.db import transaction

from kinfold.indicators.gathering import owners_asked
from kinfold.indicators.periods import last_complete_quarters, quarter
from kinfold.web.access.checks import require
from kinfold.web.access.grants import grant, new_record
from kinfold.web.access.models import Agency, Membership, Record, User
from kinfold.web.access.permissions import Permission, roles_with
from kinfold.web.audit import events
from kinfold.web.core.clock import LONDON
from kinfold.web.core.rules import hold
from kinfold.web.deadlines import actions as deadlines
from kinfold.web.intake import notice_kinds, rules
from kinfold.web.intake.deadline_kinds import RETURN
from kinfold.web.intake.models import Return
from kinfold.web.intake.selectors.returns import contacts_of, deadline_of
from kinfold.web.notices.actions import notify

CHASED_EVERY = timedelta(days=7)


@transaction.atomic
def ask(*, period: str, by: User, now: datetime, today: date) -> list[Return]:
    """A return for every agency that is asked for anything in the quarter; those that there are already stay."""
    require(by, Permission.RETURN_OVERSEE)
    hold(rules.in1_quarter_is_over, quarter(period).ends_on <= today)
    agencies = list(Agency.objects.select_for_update().filter(name__in=owners_asked(period)))  # two who ask at once
    asked = set(Return.objects.filter(period=period).values_list("agency_id", flat=True))
    return [_ask(agency, period, by=by, now=now) for agency in agencies if agency.pk not in asked]


def _ask(agency: Agency, period: str, *, by: User, now: datetime) -> Return:
    one = Return(agency=agency, period=period, record=new_record(level=Record.Level.RESTRICTED, agency=agency))
    _open_to_those_who_work_on_it(one, now)
    one.save(force_insert=True)
    ends_on = quarter(period).ends_on
    over_at = datetime(ends_on.year, ends_on.month, ends_on.day, tzinfo=LONDON) - timedelta(microseconds=1)
    contacts = contacts_of(agency)
    first = contacts[0] if contacts else None
    deadlines.start(
        RETURN, about=one, at=over_at, user=first.user if first else None, team=first.team if first else None
    )
    notify(notice_kinds.ASKED, to=[contact.user for contact in contacts], about_id=one.pk)
    events.record("return.asked_for", by=by, about=one, details={"agency": agency.name, "period": period})
    return one


@transaction.atomic
def keep_up(*, by: User, now: datetime, today: date) -> int:
    """What is done each day: ask for the quarter that has ended, open returns to new contacts, chase the late.

    Returns how many agencies were chased.
    """
    require(by, Permission.RETURN_OVERSEE)
    ask(period=last_complete_quarters(1, today)[0].key, by=by, now=now, today=today)
    for one in Return.objects.visible_to(by).select_related("agency", "record"):
        _open_to_those_who_work_on_it(one, now)
        contacts = contacts_of(one.agency)
        if one.being_filled and contacts:
            deadlines.reassign(RETURN, about=one, user=contacts[0].user, team=contacts[0].team)
    return sum(_chase(one, by=by, now=now, today=today) for one in Return.objects.visible_to(by))


def _chase(one: Return, *, by: User, now: datetime, today: date) -> bool:
    due = deadline_of(one)
    if not one.being_filled or due is None or not due.is_overdue_at(now):
        return False
    if one.chased_on is not None and today - one.chased_on < CHASED_EVERY:
        return False
    notify(notice_kinds.LATE, to=[contact.user for contact in contacts_of(one.agency)], about_id=one.pk)
    Return.objects.filter(pk=one.pk).update(chased_on=today)
    events.record("return.chased", by=by, about=one)
    return True


def _open_to_those_who_work_on_it(one: Return, at: datetime) -> None:
    """The teams of the agency's contacts and of the analysts: whoever joins them later sees earlier returns too."""
    overseeing = Membership.objects.filter(
        role__in=roles_with(Permission.RETURN_OVERSEE), ended_on__isnull=True
    ).select_related("team")
    for team in {membership.team for membership in (*contacts_of(one.agency), *overseeing)}:
        grant(one.record, to=team, reason="Works on the agency’s return", at=at, source_id=one.pk)
