"""A release is worked out whole or not at all, once at a time, from the very records of the moment."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.db import connection

from kinfold.dataset import write
from kinfold.web.access.checks import Refused
from kinfold.web.access.permissions import Role
from kinfold.web.exchange.extracting import Extract
from kinfold.web.insight import computing, folders
from kinfold.web.insight.actions import figures as actions
from kinfold.web.insight.actions import reports
from kinfold.web.insight.models import Figure, Release
from kinfold.web.insight.selectors import released
from kinfold.web.insight.selectors import reports as report_selectors
from tests.factories import agency, contact, contact_child, person, worker
from tests.web.insight.conftest import NOW, SO_FAR, TODAY


def nothing_said(step: Release.Step) -> None:
    return None


def from_this_transaction(out: Path) -> None:
    """The extract, read by the test's own connection so that it sees what the test has written."""
    connection.ensure_connection()
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL TIME ZONE 'UTC'")
        raw = cursor.connection if hasattr(cursor, "connection") else connection.connection
    extract: Mapping = Extract(raw, TODAY)
    write(out, extract)


def begin() -> Release:
    release, begun = actions.begin(asked_by=None, now=NOW, today=TODAY)
    assert begun
    return release


def work_out(release: Release, extract=from_this_transaction) -> int:
    return computing.work_out(release, extract=extract, today=TODAY, clock=lambda: NOW, say=nothing_said)


def so_far(key: str) -> int:
    figure = Figure.objects.get(release=Release.objects.newest(), indicator=key, period=SO_FAR, by="")
    assert figure.numerator is not None
    return figure.numerator


def new_contact(name: str):
    one = person(forename=name)
    return contact_child(contact(agency=agency("school")), person=one, record=one.record)


def test_a_contact_about_a_new_child_raises_contacts_and_children_by_one(duty, analyst, chair, browser_of):
    new_contact("Known")
    work_out(begin())
    before = (so_far("mash.contacts"), so_far("mash.children"))
    new_contact("Newcomer")
    Release.objects.update(finished_at=NOW - timedelta(hours=1))
    work_out(begin())

    assert (so_far("mash.contacts"), so_far("mash.children")) == (before[0] + 1, before[1] + 1)
    scorecard = browser_of(chair).get("/scorecard").content.decode()
    [line] = re.findall(r"<tr>(?:(?!</tr>).)*1\.2a Contacts into the MASH.*?</tr>", scorecard, re.DOTALL)
    assert "So far in April to June 2024" in scorecard
    assert f">{before[0] + 1}</td>" in line
    draft = reports.begin(duty=duty, period=SO_FAR, by=analyst, now=NOW, today=TODAY)
    value = report_selectors.value_of(chair, draft, TODAY)
    said = {part.number: part.so_far.value for part in value.indicators}
    assert (said["1.2a"], said["1.2b"]) == (before[0] + 1, before[1] + 1)
    page = browser_of(chair).get(f"/reports/{draft.pk}").content.decode()
    assert f"So far in Q1 2024-25, which is not over: {before[0] + 1}." in page


def test_a_second_contact_about_one_child_raises_contacts_alone():
    first = new_contact("Known")
    work_out(begin())
    before = (so_far("mash.contacts"), so_far("mash.children"))
    contact_child(contact(agency=agency("school")), person=first.person, record=first.record)
    Release.objects.update(finished_at=NOW - timedelta(hours=1))
    work_out(begin())
    assert (so_far("mash.contacts"), so_far("mash.children")) == (before[0] + 1, before[1])


def test_two_presses_begin_one_release(analyst):
    first = actions.refresh(by=analyst, now=NOW, today=TODAY)
    assert actions.refresh(by=analyst, now=NOW, today=TODAY) == first
    assert Release.objects.count() == 1


def test_only_who_may_compute_begins_one(chair):
    with pytest.raises(Refused):
        actions.refresh(by=chair, now=NOW, today=TODAY)


def test_a_release_that_fell_silent_does_not_block_the_next(analyst):
    silent = actions.refresh(by=analyst, now=NOW - timedelta(hours=2), today=TODAY)
    assert actions.refresh(by=analyst, now=NOW, today=TODAY) != silent
    silent.refresh_from_db()
    assert silent.state == Release.State.FAILED


def test_what_goes_wrong_leaves_the_release_before_in_use(release, analyst, browser_of):
    def no_disk(out: Path) -> None:
        raise OSError("No space left on device")

    failing = begin()
    with pytest.raises(OSError, match="No space"):
        work_out(failing, no_disk)

    failing.refresh_from_db()
    assert failing.state == Release.State.FAILED
    assert "No space" in failing.problem
    assert released.newest(analyst, TODAY).release == release
    assert "The last refresh did not finish" in browser_of(analyst).get("/scorecard").content.decode()


def test_only_the_newest_few_releases_are_kept(release, as_app):
    for hours in (3, 2, 1):
        made = Release.objects.create(
            state="complete",
            step="keeping",
            heard_from_at=NOW,
            finished_at=NOW + timedelta(hours=hours),
            as_at=TODAY,
        )
        folders.of(made.pk).mkdir(parents=True)
    with as_app(None):
        computing.forget_old_releases()
    assert not Figure.objects.filter(release=release).exists()
    assert not folders.of(release.pk).exists()
    assert len(list(folders.all_releases().iterdir())) == computing.KEPT_RELEASES


@pytest.mark.parametrize(
    ("today", "known"),
    [
        (date(2024, 6, 12), date(2024, 6, 11)),
        (date(2024, 4, 1), date(2024, 4, 1)),
        (date(2024, 4, 2), date(2024, 4, 1)),
    ],
)
def test_what_falls_due_today_is_not_late_yet(today, known):
    assert computing.known_to(today) == known


def test_an_analyst_sees_how_far_the_figures_are(release, analyst, browser_of):
    browser = browser_of(analyst)
    assert browser.post("/scorecard/refresh").status_code == 302
    assert "The figures are being worked out" in browser.get("/scorecard").content.decode()
    progress = browser.get("/scorecard/progress")
    assert "HX-Redirect" not in progress
    Release.objects.filter(state="under_way").update(state="complete", finished_at=NOW)
    assert browser.get("/scorecard/progress")["HX-Redirect"] == "/scorecard"


def test_a_manager_may_not_refresh(release, browser_of):
    assert browser_of(worker(Role.MASH_MANAGER)).post("/scorecard/refresh").status_code == 403


def test_a_release_after_a_changed_definition_keeps_the_quarters_that_were_over():
    new_contact("Known")
    work_out(begin())
    first = Release.objects.newest()
    first.definitions["mash.contacts"] = {"rule": "another", "words": "Contacts by telephone"}
    first.finished_at = NOW - timedelta(hours=1)
    first.save(update_fields=["definitions", "finished_at"])
    over = Figure.objects.filter(
        release=first, period="2023-24-Q4", by="", indicator__in=["mash.contacts", "mash.children"]
    )
    over.update(numerator=99, value=99, status="shown")

    work_out(begin())

    second = Release.objects.newest()
    assert second.changes == {"mash.contacts": [{"until": "2024-04-01", "words": "Contacts by telephone"}]}
    found = Figure.objects.filter(release=second, by="", indicator__in=["mash.contacts", "mash.children"])
    values = {(one.indicator, one.period): one.numerator for one in found}
    assert values["mash.contacts", "2023-24-Q4"] == 99
    assert values["mash.children", "2023-24-Q4"] != 99
    assert values["mash.contacts", SO_FAR] == 1
