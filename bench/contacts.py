"""A file of 5,000 contacts, taken in as the app, matched with 250,000 people, and queued on the board."""

from __future__ import annotations

import csv
import time
from collections.abc import Iterator
from io import StringIO

import psycopg

from bench.measuring import Measured
from bench.search import DATABASE, SEES_ALL, ready_database
from kinfold.web.config import cluster, commands

CONTACTS = 5_000


def measure() -> Iterator[Measured]:
    """Everything is taken back at the end, so that the next run finds the same database."""
    ready_database()
    content = _file()
    commands.django_as("app", name=DATABASE)
    from django.db import connection, transaction

    from kinfold.web.access.checks import act_as
    from kinfold.web.access.models import Agency, User
    from kinfold.web.core import clock
    from kinfold.web.mash.actions.delivering import deliver, take_in
    from kinfold.web.mash.models import ContactChild, Delivery
    from kinfold.web.mash.selectors.board import board
    from kinfold.web.mash.selectors.unmatched import describe
    from kinfold.web.people.selectors import likely_each

    user = User.objects.get(pk=SEES_ALL)
    with transaction.atomic():
        act_as(user)
        began = time.perf_counter()
        delivery = deliver(agency=Agency.objects.get(pk=SEES_ALL), way=Delivery.Way.FILE, name="bench.csv",
                           content=content, by=user, at=clock.now())  # fmt: skip
        taken = take_in(delivery=delivery, by=user, at=clock.now())
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # what a commit would check
        took = time.perf_counter() - began
        children = ContactChild.objects.visible_to(user).filter(contact__received_at=taken.sent_at)
        likely = likely_each(viewer=user, described=[describe(child) for child in children])
        in_all = time.perf_counter() - began
        began = time.perf_counter()
        shown = board(user, clock.now())
        queued = time.perf_counter() - began
        transaction.set_rollback(True)
    if taken.contacts != CONTACTS:
        raise RuntimeError(f"{taken.contacts} of {CONTACTS} contacts were taken in")
    yield Measured("5,000 contacts of a file taken in and queued", round(took, 2), "s")
    yield Measured("the same, and each compared with 250,000 people", round(in_all, 2), "s", 60)
    found = round(100 * len(likely) / CONTACTS)
    yield Measured("of these, with somebody on file who may be the child", found, "in 100")
    yield Measured(f"the board with them, of which it shows {shown.shown}", round(1000 * queued), "ms")


def _file() -> bytes:
    """Notifications about children who exist, one in ten under a name that nobody has."""
    with psycopg.connect(cluster.urls(DATABASE)["owner"]) as owner:
        rows = owner.execute(
            "SELECT forename, surname, born_on FROM people_person WHERE born_on > date '2006-01-01' "
            "ORDER BY md5(id::text) LIMIT %s", [CONTACTS],
        ).fetchall()  # fmt: skip
    text = StringIO()
    sheet = csv.writer(text)
    sheet.writerow(["reference", "happened_on", "domestic_abuse", "risk", "what_happened", "sender_name",
                    "child_forename", "child_surname", "child_born_on", "child_postcode", "child_worries"])  # fmt: skip
    for number, (forename, surname, born_on) in enumerate(rows):
        name = "Nobodyatall" if number % 10 == 0 else surname
        risk = ("standard", "medium", "high")[number % 3]
        sheet.writerow([number, "2026-01-02", "yes", risk, "Police were called to shouting.", "PC Bench", forename,
                        name, born_on, "PO1 1AA", "domestic_abuse"])  # fmt: skip
    return text.getvalue().encode()
