"""Fills the demonstration's returns by the same actions as agencies would: asked for, typed, signed off by a person."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta

from django.db import transaction

from kinfold.indicators.gathering import asked_of, owners_asked
from kinfold.indicators.periods import Period, last_complete_quarters
from kinfold.web.access.checks import act_as
from kinfold.web.access.models import Membership, Team, User
from kinfold.web.access.permissions import Role
from kinfold.web.access.personas import PERSONAS
from kinfold.web.config import invented
from kinfold.web.core.clock import LONDON
from kinfold.web.intake.actions import asking, filling, signing
from kinfold.web.intake.models import Return
from kinfold.web.intake.selectors.returns import contacts_of
from kinfold.web.notices.actions import mark_all_read

QUARTERS = 6
_CONTACTS = {"Portsmouth City Council": "Marguerite Tolland", "Spithead Community NHS Trust": "Idris Fenwick"}
ASKED_AFTER, SIGNED_AFTER = timedelta(days=2), timedelta(days=16)


def fill(*, now: datetime, today: date) -> int:
    """The last quarters' returns, signed; that of the agency whose contact is a persona is left for them to fill in.

    Returns how many were signed. Safe to run again: a quarter that has been asked for is left as it is.
    """
    analyst = User.objects.get(email=PERSONAS["analyst"].email)
    persona = User.objects.get(email=PERSONAS["agency-contact"].email)
    quarters = last_complete_quarters(QUARTERS, today)
    for name in owners_asked(quarters[-1].key):
        _find_a_contact(name, today)
    signed = 0
    for quarter in quarters:
        asked_at, signed_at = (min(_after(quarter, days), now) for days in (ASKED_AFTER, SIGNED_AFTER))
        with _as(analyst):
            asked = asking.ask(period=quarter.key, by=analyst, now=asked_at, today=today)
        for one in asked:
            for contact in contacts_of(one.agency)[:1]:
                if quarter != quarters[-1] or contact.user != persona:
                    with _as(contact.user):
                        _send(one, contact.user, signed_at)
                    signed += 1
        if quarter != quarters[-1]:
            for reader in (analyst, persona):
                mark_all_read(by=reader, at=signed_at)
    return signed


def _send(one: Return, contact: User, at: datetime) -> None:
    for each in asked_of(one.agency.name, one.period):
        filling.save(
            of=one, indicator=each.key, typed=invented.typed(each, one.period), note=invented.NOTE, version=0,
            by=contact, now=at,
        )  # fmt: skip
    signing.sign_off(of=one, version=one.version, by=contact, now=at, today=at.date())


def _find_a_contact(name: str, today: date) -> None:
    """Somebody new in the agency takes on its figures, where nobody has; they have no address, so cannot sign in."""
    team = Team.objects.filter(agency__name=name).order_by("name", "pk").first()
    if team is None or contacts_of(team.agency):
        return
    user = User(name=_CONTACTS.get(name, "Robin Merriweather"), post="Performance analyst", agency=team.agency)
    user.set_unusable_password()
    user.save()
    Membership.objects.create(user=user, team=team, role=Role.AGENCY_DATA_CONTACT, started_on=today)


def _after(quarter: Period, days: timedelta) -> datetime:
    return datetime.combine(quarter.ends_on + days, time(10), tzinfo=LONDON)


@contextmanager
def _as(user: User) -> Iterator[None]:
    with transaction.atomic():
        act_as(user)
        yield
