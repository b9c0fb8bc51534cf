"""Families in the demonstration who were told of services or referred: some wait, some go there, some have finished."""

from datetime import datetime, timedelta

from django.db import transaction

from kinfold.web.access.checks import act_as
from kinfold.web.access.models import User
from kinfold.web.access.personas import PERSONAS
from kinfold.web.casework.models import Episode
from kinfold.web.core.words import in_london, whole_years
from kinfold.web.directory.models import Service
from kinfold.web.directory.selectors import Sought, services_found
from kinfold.web.people.models import Person
from kinfold.web.signposting import actions
from kinfold.web.signposting.models import Signpost

HOPES = (
    "Somebody to talk to who is not family.", "Nights when everybody sleeps.", "Fewer rows in the morning.",
    "To get out of the house and meet others.", "To feel sure about what to do.",
)  # fmt: skip
FAMILIES = 9


@transaction.atomic
def tell_some(*, now: datetime) -> int:
    """Returns how many were told or referred. Safe to run again: once there is one, nothing is added."""
    lead = User.objects.get(email=PERSONAS["early-help-lead"].email)
    act_as(lead)
    if Signpost.objects.exists():
        return 0
    helped = Episode.objects.filter(closed_on__isnull=True, involvements__user=lead).distinct().order_by("pk")
    for number, episode in enumerate(helped[:FAMILIES]):
        child = Person.objects.filter(statuses__episode=episode, born_on__isnull=False).order_by("born_on").last()
        if child is None or child.born_on is None:
            continue
        age = whole_years(child.born_on, in_london(now).date())
        fitting = services_found(Sought(age=age), now)
        by_referral = [service for service in fitting if service.takes_referrals]
        open_to_all = [service for service in fitting if not service.takes_referrals]
        if open_to_all:
            told = open_to_all[number % len(open_to_all)]
            actions.tell_of(service=told, about=episode, people=[child], by=lead, at=now - timedelta(days=9 + number))
        if by_referral:
            _refer(by_referral[number % len(by_referral)], episode, child, number, by=lead, now=now)
    return Signpost.objects.count()


def _refer(service: Service, episode: Episode, child: Person, number: int, *, by: User, now: datetime) -> None:
    """One of three waits, one is there, one has finished."""
    asked = now - timedelta(days=40 + 3 * number)
    made = actions.refer(
        service=service, about=episode, person=child, why=HOPES[number % len(HOPES)], agreed=True, by=by, at=asked
    )
    if number % 3 == 0:
        return
    began = in_london(asked).date() + timedelta(days=10)
    made = actions.begin(signpost=made, on=began, by=by, at=now)
    if number % 3 == 2:
        ended, words = in_london(now).date(), "We laugh again."
        actions.end(signpost=made, on=ended, outcome="completed", words=words, by=by, at=now)
