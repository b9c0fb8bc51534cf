"""Police notifications that came together in the demonstration: most are right, two lines are not."""

import csv
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from io import StringIO

from django.db import transaction
from django.db.models import Exists, OuterRef

from kinfold.web.access.checks import act_as
from kinfold.web.access.models import Agency, Record, User
from kinfold.web.access.personas import PERSONAS
from kinfold.web.casework.models import Status
from kinfold.web.mash.actions.delivering import deliver, take_in
from kinfold.web.mash.deliveries.columns import COLUMNS
from kinfold.web.mash.models import Delivery
from kinfold.web.people.models import Address, FamilyMember, Person

STORIES = (
    "Neighbours rang about shouting and a broken door. The children were upstairs and awake.",
    "A mother rang from the street. Her partner had taken her telephone. Officers took him to his brother’s home.",
    "Officers were called to an argument over money. A lamp was thrown. Nobody was hurt.",
    "A grandfather rang. The children had come to him at night and said there was hitting at home.",
)


@transaction.atomic
def take_some_in(*, now: datetime, today: date) -> int:
    """Returns how many contacts were made. Safe to run again: once there is a delivery, nothing is added."""
    hub = User.objects.get(email=PERSONAS["mash-decision-maker"].email)
    police = Agency.objects.filter(kind="police").order_by("name").first()
    act_as(hub)
    if police is None or Delivery.objects.exists():
        return 0
    at = now - timedelta(hours=1)
    content = _file(list(_lines(today)))
    delivery = deliver(agency=police, way=Delivery.Way.FILE, name="notifications.csv", content=content, by=hub, at=at)
    return take_in(delivery=delivery, by=hub, at=now).contacts


def _lines(today: date) -> Iterable[Mapping[str, str]]:
    homes = _homes(today)
    for number, children in enumerate(homes):
        said = {
            "reference": f"44260{417_300 + 7 * number}",
            "what_happened": STORIES[number % len(STORIES)],
            "happened_on": str(today - timedelta(days=1)),
            "risk": ("medium", "standard", "high")[number % 3],
        }
        yield from (_line(child, said) for child in children)
    if homes:  # the police had been there two days before
        yield _line(homes[0][0], {"reference": "44260417001", "what_happened": STORIES[2], "risk": "standard",
                                  "happened_on": str(today - timedelta(days=3))})  # fmt: skip
    unknown = {"child_forename": "Perran", "child_surname": "Quillfeather", "child_born_on": "2019-02-11"}
    wrong = {"reference": "44260417990", "what_happened": STORIES[1], "happened_on": str(today - timedelta(days=1))}
    yield _line(None, wrong | unknown | {"reference": "44260417800"})
    yield _line(None, wrong | unknown | {"child_born_on": "last spring"})
    yield _line(None, wrong | unknown | {"reference": "44260417991", "child_worries": "shouting"})


def _line(child: Person | None, said: Mapping[str, str]) -> Mapping[str, str]:
    told = {"domestic_abuse": "yes", "parents_told": "yes", "sender_name": "PC Lowenna Strang", "sender_post":
            "Response officer", "sender_telephone": "101", "child_worries": "Domestic abuse"}  # fmt: skip
    if child is not None:
        home = Address.objects.filter(person=child, ended_on__isnull=True).first()
        told |= {
            "child_forename": child.forename,
            "child_surname": child.surname,
            "child_born_on": str(child.born_on),
            "child_address": home.line_1 if home else "",
            "child_postcode": home.postcode if home else "",
        }
    return {**told, **said}


def _homes(today: date) -> list[list[Person]]:
    """Families of two or three children, none of whom has a secret address or gets help now."""
    kept = Person.objects.current().children(today).filter(
        ~Exists(Status.objects.filter(person=OuterRef("pk"))),
        record__level=Record.Level.OPEN, has_confidential_address=False, born_on__isnull=False,
    )  # fmt: skip
    some = list(kept.order_by("pk").values_list("pk", flat=True)[:600])
    of: dict[object, list[Person]] = {}
    members = FamilyMember.objects.filter(person__in=some, ended_on__isnull=True).select_related("person")
    for member in members.order_by("family_id", "person_id"):
        of.setdefault(member.family_id, []).append(member.person)
    return [children[:3] for children in of.values() if len(children) > 1][:4]


def _file(lines: Iterable[Mapping[str, str]]) -> bytes:
    text = StringIO()
    sheet = csv.DictWriter(text, [column.name for column in COLUMNS], restval="")
    sheet.writeheader()
    sheet.writerows(lines)
    return text.getvalue().encode()
