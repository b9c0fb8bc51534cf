"""What is due, in a person's own calendar program: by a secret address, naming nobody."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from kinfold.web.access.permissions import Role
from kinfold.web.core import clock
from kinfold.web.deadlines.models import Deadline
from kinfold.web.deadlines.selectors import TrayRow
from kinfold.web.notices.feeds import end_feed, make_feed
from kinfold.web.record.calendar_file import calendar
from tests import factories
from tests.factories.days import NOW
from tests.web.conftest import AppClient


def row(words: str, due) -> TrayRow:
    return TrayRow(
        "kind", words, due, NOW, False, "Maya Larch", "The Larch family", "", None, None, "/x", uuid4(), uuid4()
    )


def test_lines_are_cut_and_what_has_a_meaning_is_escaped_and_nobody_is_named():
    text = calendar([row("Übung; one, two\r\nATTENDEE:x " + "ä" * 80, NOW), row("All day", NOW.date())],
                    name="Kinfold", address="https://kinfold.example/work", now=NOW)  # fmt: skip
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    whole = text.replace("\r\n ", "")
    assert "SUMMARY:Übung\\; one\\, two ATTENDEE:x" in whole
    assert "\r\nATTENDEE" not in whole
    assert f"DTSTART;VALUE=DATE:{NOW:%Y%m%d}" in whole
    assert "Larch" not in whole


def test_the_address_shows_ones_own_work_until_it_is_ended(as_app, browser_of):
    lead = factories.worker(Role.EARLY_HELP_LEAD)
    episode = factories.episode(factories.family(1, name="Larch"), "early_help")
    factories.lead(episode, lead)
    Deadline.objects.create(
        kind="oversight", rule="oversight", about_kind="casework.episode", about_id=episode.pk, user=lead,
        record=episode.record, started_at=clock.now(), due_at=clock.now() + timedelta(days=3),
    )  # fmt: skip
    shown = browser_of(lead).post("/work/calendar/make").content.decode()
    with as_app(lead):
        token = make_feed(by=lead, at=clock.now())  # the one on the page ends
    assert "/calendar/" in shown
    answer = AppClient().get(f"/calendar/{token}.ics")
    text = answer.content.decode()
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "text/calendar; charset=utf-8")
    assert text.count("BEGIN:VEVENT") == 1
    assert "Larch" not in text
    with as_app(lead):
        end_feed(by=lead, at=clock.now())
    assert AppClient().get(f"/calendar/{token}.ics").status_code == 404


def test_a_closed_account_and_a_made_up_address_show_nothing(as_app):
    lead = factories.worker(Role.EARLY_HELP_LEAD)
    with as_app(lead):
        token = make_feed(by=lead, at=clock.now())
    type(lead).objects.filter(pk=lead.pk).update(is_active=False)
    for address in (token, "none"):
        assert AppClient().get(f"/calendar/{address}.ics").status_code == 404
