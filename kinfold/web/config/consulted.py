"""Consultations in the demonstration that somebody recorded, and children whom somebody keeps an eye on."""

from datetime import datetime, timedelta

from django.db import transaction

from kinfold.web.access.checks import act_as
from kinfold.web.access.linking import name_link
from kinfold.web.access.models import Agency, User
from kinfold.web.access.personas import PERSONAS
from kinfold.web.core.words import in_london
from kinfold.web.early_help.actions.consultations import Consulted, record_consultation
from kinfold.web.early_help.actions.watching import record_contact, watch_over
from kinfold.web.early_help.models import Consultation, Watch
from kinfold.web.people.models import Person

TALKS = (
    ("team_around_the_worker", "school", 40, "Head of year", "early_help", "A girl who comes in hungry, and a mother "
     "who does not answer.", "The school nurse rings first, then a walk home together.", True),
    ("link_co_ordinator", "school", 12, "Attendance officer", "talking", "How to ask about bruises on a boy’s arm.",
     "Ask openly, write it down in his words, ring the MASH the same hour if he says who.", False),
    ("link_co_ordinator", "early_years", 5, "Manager", "thresholds", "", "A family hub first. Ring again in two weeks.",
     True),
)  # fmt: skip


EYES_ON = (
    ("Two moves of school in a year, and a father who is away at sea. They want no plan now.", 5,
     "The form tutor says that things are settling. Mum is glad of the call."),
    ("Looked after two little brothers for a month while their mother was in hospital.", 10, ""),
)  # fmt: skip


@transaction.atomic
def watch_some(*, now: datetime) -> int:
    """Children of families that the lead helps, as if their help had ended. Safe to run again."""
    lead = User.objects.get(email=PERSONAS["early-help-lead"].email)
    act_as(lead)
    if Watch.objects.exists():
        return 0
    today = in_london(now).date()
    young = Person.objects.filter(born_on__gt=today - timedelta(weeks=52 * 15))
    helped = young.filter(statuses__episode__involvements__user=lead).distinct()
    for child, (reason, weeks, words) in zip(helped.order_by("pk")[: len(EYES_ON)], EYES_ON, strict=False):
        ends_by = today + timedelta(weeks=weeks)
        watch = watch_over(person=child, reason=reason, ends_by=ends_by, parents_know=True, why_not_told="", by=lead,
                           at=now - timedelta(days=16))  # fmt: skip
        if words:
            record_contact(watch=watch, contacted_on=today, words=words, ends_by=ends_by, by=lead, at=now)
    return Watch.objects.count()


@transaction.atomic
def consult_some(*, now: datetime) -> int:
    """Returns how many were recorded. Safe to run again: once there is one, nothing is added."""
    lead = User.objects.get(email=PERSONAS["early-help-lead"].email)
    act_as(lead)
    if Consultation.objects.filter(recorded_by__isnull=False).exists():
        return 0
    for kind, sort, days, post, topic, question, decided, intended in TALKS:
        agency = Agency.objects.filter(kind=sort).order_by("name").first() or Agency.objects.order_by("name")[0]
        held_on = in_london(now).date() - timedelta(days=days)
        said = Consulted(kind, held_on, agency, post, topic, question, decided, intended)
        record_consultation(said=said, by=lead, at=now)
    _link_the_school(lead, now)
    return len(TALKS)


def _link_the_school(lead: User, now: datetime) -> None:
    """The school of the persona who leads on safeguarding knows whom to ring."""
    manager, teacher = (
        User.objects.get(email=PERSONAS[one].email) for one in ("early-help-manager", "safeguarding-lead")
    )
    act_as(manager)
    if teacher.agency is not None:
        name_link(agency=teacher.agency, user=lead, by=manager, at=now)
    act_as(lead)
