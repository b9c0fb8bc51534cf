"""Two records of one invented child, for the demonstration: the hub has asked, and a second person has yet to look."""

from datetime import date, datetime

from django.db import transaction

from kinfold.web.access.checks import act_as
from kinfold.web.access.models import Record, User
from kinfold.web.access.personas import PERSONAS
from kinfold.web.people.actions import create_person, record_address
from kinfold.web.people.models import Address, Merge, Person
from kinfold.web.record.actions import ask_to_merge

LIVES = ("line_1", "line_2", "town", "postcode", "ward")


@transaction.atomic
def find_one(*, now: datetime, today: date) -> Merge | None:
    """A child whom somebody wrote down a second time with a letter wrong. Safe to run again."""
    if Merge.objects.exists():
        return None
    hub = User.objects.get(email=PERSONAS["mash-decision-maker"].email)
    act_as(hub)
    child = _somebody_helped(today)
    if child is None:
        return None
    facts = {
        "forename": child.forename,
        "surname": _misheard(child.surname),
        "born_on": child.born_on,
        "sex": child.sex,
    }
    second = create_person(facts=facts, today=today, by=hub, at=now)
    lives = Address.objects.filter(person=child, ended_on__isnull=True).first()
    if lives is not None:
        record_address(person=second, lines={name: getattr(lives, name) for name in LIVES}, on=today, by=hub)
    return ask_to_merge(
        duplicate=second, into=child, reason="Same birthday and address. Their mother rang: we had spelt it wrong.",
        by=hub, at=now,
    )  # fmt: skip


def _somebody_helped(today: date) -> Person | None:
    people = Person.objects.current().children(today).filter(
        record__level=Record.Level.OPEN, has_confidential_address=False, statuses__ended_on__isnull=True,
        statuses__kind="early_help", contacts__isnull=False,
    )  # fmt: skip
    return people.order_by("id").first()


def _misheard(surname: str) -> str:
    return surname[:-1] if surname.endswith("s") else f"{surname}s"
