"""Something to mind in the demonstration: a dog at a home, and a mother who asked to be sent a text first."""

from datetime import date, datetime, timedelta

from django.db import transaction

from kinfold.web.access.checks import act_as
from kinfold.web.access.models import Record, User
from kinfold.web.access.personas import PERSONAS
from kinfold.web.people.models import Address, Caution, Person
from kinfold.web.record.actions import record_caution, renew_caution

HALF_A_YEAR = timedelta(weeks=26)


@transaction.atomic
def mind_some(*, now: datetime, today: date) -> list[Caution]:
    """Recorded by the hub about children who get help. Safe to run again."""
    if Caution.objects.exists():
        return []
    hub = User.objects.get(email=PERSONAS["mash-decision-maker"].email)
    act_as(hub)
    children = Person.objects.current().children(today).filter(
        record__level=Record.Level.OPEN, has_confidential_address=False, statuses__ended_on__isnull=True,
        statuses__kind__in=("early_help", "child_in_need"), contacts__isnull=False,
    )  # fmt: skip
    found = list(children.order_by("id").distinct()[:2])
    made = []
    for child in found[:1]:
        home = Address.objects.filter(person=child, ended_on__isnull=True).first()
        reason = "A large dog is loose in the front garden. Their mother shuts it in if we ring before we come."
        first = record_caution(person=child, home=home, kind="dog", reason=reason, by=hub, at=now - HALF_A_YEAR)
        made.append(
            renew_caution(caution=first, reason="Still there. It is friendly once it knows you.", by=hub, at=now)
        )
    for child in found[1:]:
        reason = "Their mother asked us to send a text first. Calls in the evening frighten the children."
        made.append(record_caution(person=child, kind="telephone", reason=reason, by=hub, at=now))
    return made
