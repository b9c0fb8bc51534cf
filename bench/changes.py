"""A file of 5,000 changes, each of a known child, recorded as the app among 250,000 people."""

from __future__ import annotations

import csv
import time
from collections.abc import Iterator
from datetime import timedelta
from io import StringIO
from typing import Any

from bench.measuring import Measured
from bench.search import DATABASE, SEES_ALL, ready_database
from kinfold.practice import identifiers
from kinfold.web.config import commands

CHANGES = 5_000
KINDS = ("school", "surgery", "address")


def measure() -> Iterator[Measured]:
    """Everything is taken back at the end, so that the next run finds the same database."""
    ready_database()
    commands.django_as("app", name=DATABASE)
    from django.db import connection, transaction

    from kinfold.web.access.checks import act_as
    from kinfold.web.access.models import Agency, User
    from kinfold.web.changes.actions import accept, take_in
    from kinfold.web.core import clock

    user, agency = User.objects.get(pk=SEES_ALL), Agency.objects.get(pk=SEES_ALL)
    with transaction.atomic():
        act_as(user)
        content = _file(agency)
        took = []
        for name, ago in (("first", 5), ("second", 0)):  # within a minute it would be the same sending
            began = time.perf_counter()
            at = clock.now() - timedelta(minutes=ago)
            made = accept(agency=agency, name=f"{name}.csv", content=content, by=user, at=at)
            taken = take_in(file=made, by=user, at=clock.now())
            with connection.cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # what a commit would check
            took.append((round(time.perf_counter() - began, 2), taken.recorded))
        transaction.set_rollback(True)
    if [recorded for _, recorded in took] != [CHANGES, 0]:
        raise RuntimeError(f"{took} is not {CHANGES} changes and then none")
    yield Measured("5,000 changes of a file recorded, of children among 250,000 people", took[0][0], "s", 60)
    yield Measured("the same file again, which changes nothing", took[1][0], "s")


def _file(agency: Any) -> bytes:
    """Changes of children who exist, each given a number that could be theirs."""
    from kinfold.web.people.models import Identifier, Person, Setting

    Setting.objects.create(agency=agency, name="Bench School", phase="primary")
    Setting.objects.create(agency=agency, name="Bench Surgery", phase="surgery")
    children = Person.objects.filter(born_on__year__gte=2006).exclude(surname="").order_by("pk")[:CHANGES]
    made, text = [], StringIO()
    sheet = csv.writer(text)
    sheet.writerow(["nhs_number", "born_on", "surname", "what", "place_name", "line_1", "postcode", "from_day"])
    numbers = _numbers()
    for place, child in enumerate(children):
        number, what = next(numbers), KINDS[place % 3]
        made.append(Identifier(person=child, kind="nhs_number", value=number, record_id=child.record_id))
        where = ["", f"{place} New Road", "PO1 1AA"] if what == "address" else [f"Bench {what}", "", ""]
        sheet.writerow([number, child.born_on, child.surname, what, *where, "2026-11-02"])
    Identifier.objects.bulk_create(made, batch_size=1_000)
    return text.getvalue().encode()


def _numbers() -> Iterator[str]:
    for start in range(700_000_000, 799_999_999):
        if (check := identifiers.nhs_check_digit(str(start))) is not None:
            yield f"{start}{check}"
