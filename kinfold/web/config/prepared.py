"""Births that somebody prepares for in the demonstration, circles that were held, and outcomes that families need."""

from datetime import date, datetime, timedelta

from django.db import transaction

from kinfold.web.access.checks import act_as
from kinfold.web.access.models import User
from kinfold.web.access.personas import PERSONAS
from kinfold.web.before_birth import actions as before_birth
from kinfold.web.before_birth.models import ExpectedBirth
from kinfold.web.casework.models import Episode
from kinfold.web.core.ids import new_id
from kinfold.web.core.words import in_london
from kinfold.web.early_help.actions.circles import record_circle
from kinfold.web.early_help.selectors.people import family_people
from kinfold.web.local.actions import set_value
from kinfold.web.meetings.actions import Attending
from kinfold.web.meetings.models import Meeting
from kinfold.web.outcomes import actions as outcomes
from kinfold.web.outcomes.models import Need
from kinfold.web.outcomes.selectors import are_used
from kinfold.web.people.actions.families import add_to_family
from kinfold.web.people.models import Person

NEEDS = (
    ("1", "The register says that she missed a day in five this term.", "Every day since half-term.", "The school"),
    ("5", "They said that nobody talks at home any more.", "They eat together on Sundays.", "The family"),
    ("9", "A notice to leave by the end of the month.", "", ""),
)


def _lead() -> tuple[User, list[Episode]]:
    """The lead professional, and the families they help now."""
    lead = User.objects.get(email=PERSONAS["early-help-lead"].email)
    act_as(lead)
    helped = Episode.objects.filter(
        closed_on__isnull=True, involvements__user=lead, involvements__ended_on__isnull=True
    )
    return lead, list(helped.distinct().order_by("opened_on", "pk")[:3])


@transaction.atomic
def prepare_some(*, now: datetime) -> int:
    """Returns how many births are prepared for. Safe to run again: once there is one, nothing is added."""
    lead, families = _lead()
    if ExpectedBirth.objects.exists() or not families:
        return 0
    today = in_london(now).date()
    helped = family_people(lead, families[0].family, today).everyone
    child = next((one for one in helped if one.unborn), None) or _expected(families[0], lead, today)
    birth = before_birth.begin(person=child, by=lead, at=now)
    birth = before_birth.name_midwife(birth=birth, midwife="Iona Reed", telephone="01632 960 740",
                                      hospital="The maternity hospital", by=lead)  # fmt: skip
    before_birth.record_talk(birth=birth, topic="safer_sleep", held_on=today, with_whom=("mother", "partner"),
                             words="The cot is up beside their bed. Gran knows too.", by=lead, at=now)  # fmt: skip
    return 1


def _expected(episode: Episode, lead: User, today: date) -> Person:
    facts = {"surname": str(episode.family).removesuffix(" family"), "unborn": True,
             "expected_on": today + timedelta(weeks=7)}  # fmt: skip
    return add_to_family(family=episode.family, facts=facts, key=new_id(), today=today, by=lead)


@transaction.atomic
def meet_in_circles(*, now: datetime) -> int:
    lead, families = _lead()
    if Meeting.objects.filter(kind__in=("circle", "restorative_talk")).exists():
        return 0
    today = in_london(now).date()
    for episode in families[:1]:
        there = family_people(lead, episode.family, today).adults[:2]
        record_circle(
            episode=episode, kind="circle", held_on=today - timedelta(days=9), outcome="agreed", by=lead, today=today,
            who=[
                *(Attending(one, attended=True) for one in there),
                Attending(lead, attended=True),
                Attending("The neighbour from across the landing", attended=True),
            ],
            words="The noise at night is sorry. They knock first, and the little one may play outside until six.",
            again_on=today + timedelta(days=19),
        )  # fmt: skip
    return len(families[:1])


@transaction.atomic
def need_some(*, now: datetime) -> int:
    """The demonstration uses the ten headline outcomes, so that they can be looked at."""
    today = in_london(now).date()
    manager = User.objects.get(email=PERSONAS["mash-manager"].email)
    act_as(manager)
    if not are_used(today):
        set_value(key="outcomes_used", value=True, valid_from=today, by=manager, today=today,
                  reason="So that the demonstration shows them")  # fmt: skip
    lead, families = _lead()
    if Need.objects.exists() or not families:
        return 0
    for outcome, shown_by, evidence, source in NEEDS:
        need = outcomes.record_need(episode=families[0], outcome=outcome, shown_by=shown_by, found_on=today, by=lead,
                                    at=now)  # fmt: skip
        if evidence:
            outcomes.record_seen(need=need, stage="reached", seen_on=today, evidence=evidence, source=source, by=lead,
                                 at=now)  # fmt: skip
    return len(NEEDS)
