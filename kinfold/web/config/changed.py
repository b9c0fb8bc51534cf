"""A file of changes in the demonstration: most are recorded, two wait for somebody to decide, two lines are wrong."""

import csv
from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta
from io import StringIO

from django.db import transaction

from kinfold.practice.identifiers import problem_with
from kinfold.web.access.checks import act_as
from kinfold.web.access.models import Agency, Record, User
from kinfold.web.access.personas import PERSONAS
from kinfold.web.changes.actions import accept, take_in
from kinfold.web.changes.files.columns import COLUMNS
from kinfold.web.changes.models import ChangeFile
from kinfold.web.people.models import Identifier, Person, Schooling, Setting

CHILDREN = 9
UNKNOWN = {"nhs_number": "9434765919", "born_on": "2019-02-11", "surname": "Quillfeather"}


@transaction.atomic
def take_changes_in(*, now: datetime, today: date) -> int:
    """Returns how many changes were recorded. Safe to run again: once there is a file, nothing is added."""
    hub = User.objects.get(email=PERSONAS["mash-decision-maker"].email)
    council = Agency.objects.filter(kind="council").order_by("name").first()
    act_as(hub)
    if council is None or ChangeFile.objects.exists():
        return 0
    content = _file(_lines(today))
    at = now - timedelta(hours=2)
    made = accept(agency=council, name="school-changes.csv", content=content, by=hub, at=at)
    return take_in(file=made, by=hub, at=now).recorded


def _lines(today: date) -> Iterable[Mapping[str, str]]:
    first_day = str(today - timedelta(days=10))
    for number, (schooling, upn) in enumerate(_at_school(today)):
        child = schooling.person
        who = {"upn": upn, "born_on": str(child.born_on), "surname": child.surname}
        other = Setting.objects.filter(phase=schooling.setting.phase).exclude(pk=schooling.setting_id)
        new = other.order_by("name")[number : number + 1].first() or other.order_by("name").first()
        if new is None:
            continue
        moved = who | {"what": "school", "place_name": new.name, "from_day": first_day}
        if number == 0:  # the school writes another last name
            yield moved | {"surname": f"{child.surname}-Quill"}
        elif number == 1:  # from before the school that is recorded
            yield moved | {"from_day": str(schooling.started_on - timedelta(days=90))}
        elif number == 2:
            yield who | {"what": "school", "left_on": first_day}
        else:
            yield moved
    yield UNKNOWN | {"what": "address", "line_1": "1 Elsewhere Road", "postcode": "SO14 0AA", "from_day": first_day}
    yield UNKNOWN | {"what": "address", "line_1": "1 Elsewhere Road", "postcode": "SO14", "from_day": first_day}
    yield UNKNOWN | {"what": "surgery", "place_name": "A surgery that is not here", "from_day": "last week"}


def _at_school(today: date) -> list[tuple[Schooling, str]]:
    """Children whose address is no secret, each at the school they go to, with their number."""
    known = Person.objects.current().children(today).filter(
        record__level=Record.Level.OPEN, has_confidential_address=False, identifiers__kind="upn"
    )  # fmt: skip
    some = list(known.order_by("-pk").values_list("pk", flat=True)[:300])
    upns = dict(Identifier.objects.filter(person__in=some, kind="upn").values_list("person", "value"))
    now = Schooling.objects.filter(person__in=some, ended_on__isnull=True, setting__phase="primary")
    schoolings = now.select_related("person", "setting").order_by("person", "pk")
    found = {one.person_id: (one, upns[one.person_id]) for one in schoolings if _is_possible(upns[one.person_id])}
    return list(found.values())[:CHILDREN]


def _is_possible(upn: str) -> bool:
    return problem_with("upn", upn) is None


def _file(lines: Iterable[Mapping[str, str]]) -> bytes:
    text = StringIO()
    sheet = csv.DictWriter(text, [column.name for column in COLUMNS], restval="")
    sheet.writeheader()
    sheet.writerows(lines)
    return text.getvalue().encode()
