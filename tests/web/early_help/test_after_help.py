"""Three months after help ended: rung where the family agreed, by whoever keeps sight of the file until then."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from kinfold.web.access.checks import can_see
from kinfold.web.access.models import Grant
from kinfold.web.commitments.models import Commitment
from kinfold.web.core import clock
from kinfold.web.deadlines.actions import due as due_in_time
from kinfold.web.deadlines.models import Deadline
from kinfold.web.early_help import actions, chronology
from kinfold.web.early_help.actions.after_help import A_WHILE, record_call
from kinfold.web.early_help.models import AfterHelp
from tests import factories

NOW, TODAY = clock.now(), clock.today()  # what a grant opens, the database's own clock decides
SAID = {"going": "still_well", "words": "We still eat together."}


@pytest.fixture
def closed(as_app, episode, lead):
    """``closed(ring_later=True)`` — help ends, and the call is promised or not."""

    def close(*, ring_later: bool) -> None:
        with as_app(lead):
            actions.close_help(episode=episode, outcome="goals_met", note="They did well.", open_actions={}, by=lead,
                               at=NOW, ring_later=ring_later)  # fmt: skip
        given = Grant.objects.filter(user=lead).exclude(source_id__in=AfterHelp.objects.values("pk"))
        given.update(ended_at=NOW)  # which the fixture opened, and no part with the family

    return close


def test_where_the_family_agreed_it_is_due_and_the_file_stays_in_sight_until_the_call(closed, as_app, episode, lead):
    closed(ring_later=True)
    after = AfterHelp.objects.get()
    due = Deadline.objects.open().get(kind="after_help")
    assert (due.user, due.due_at) == (lead, due_in_time("after_help", NOW))
    assert Grant.objects.get(source_id=after.pk).ended_at == due.due_at + A_WHILE
    assert not lead.involvements.filter(ended_on__isnull=True).exists()
    with as_app(lead):
        assert can_see(lead, episode.record_id)
        record_call(after=after, contacted_on=TODAY, by=lead, at=NOW, **SAID)
        assert not can_see(lead, episode.record_id)
    assert not Deadline.objects.open().filter(kind="after_help").exists()


def test_where_the_family_did_not_agree_the_file_closes_and_nothing_is_due(closed, as_app, episode, lead):
    closed(ring_later=False)
    assert not AfterHelp.objects.exists()
    assert not Deadline.objects.open().filter(kind="after_help").exists()
    with as_app(lead):
        assert not can_see(lead, episode.record_id)


@pytest.mark.parametrize(
    ("wrong", "why"),
    [({"going": "fine"}, "how things are"), ({"contacted_on": TODAY - timedelta(days=1)}, "after the help ended"),
     ({"contacted_on": TODAY + timedelta(days=1)}, "not in the future")],
)  # fmt: skip
def test_what_a_call_must_say(wrong, why, closed, as_app, lead):
    closed(ring_later=True)
    with as_app(lead), pytest.raises(ValidationError, match=why):
        record_call(after=AfterHelp.objects.get(), by=lead, at=NOW, **{"contacted_on": TODAY, **SAID, **wrong})


def test_it_is_recorded_once_and_stands_in_the_chronology_of_whoever_may_see_the_child(closed, as_app, episode, lead):
    closed(ring_later=True)
    after, child = AfterHelp.objects.get(), episode.family.children[0]
    with as_app(lead):
        record_call(after=after, contacted_on=TODAY, by=lead, at=NOW, **SAID)
    reader = factories.worker(on=episode)
    with as_app(reader):
        lines = {one.title: one.text for one in chronology.entries(child=child, viewer=reader, since=TODAY)}
        assert lines["Rung after help had ended"] == "Still going well, or better"
        with pytest.raises(ValidationError, match="already"):
            record_call(after=after, contacted_on=TODAY, by=reader, at=NOW, **SAID)


def test_the_pages_ask_at_the_end_and_record_the_call(agreed_plan, episode, lead, browser_of):
    browser, promised = browser_of(lead), Commitment.objects.get()
    page = f"/early-help/episodes/{episode.pk}/close"
    typed = {"outcome": "goals_met", "version": str(episode.version), f"action-{promised.pk}": "done"}
    missing = browser.post(page, typed).content.decode()
    assert "Choose whether they agreed to be rung in three months" in missing
    assert browser.post(page, typed | {"ring_later": "yes"}).status_code == 302
    after = AfterHelp.objects.get()
    assert "They agreed to be rung" in browser.get(f"/early-help/episodes/{episode.pk}").content.decode()
    call = f"/early-help/after-help/{after.pk}"
    assert "Choose how things are" in browser.post(call, {"version": "1"}).content.decode()
    day = {"contacted_on-day": "3", "contacted_on-month": "6", "contacted_on-year": "2024"}
    assert "after the help ended" in browser.post(call, {**SAID, **day}).content.decode()
    rung = {f"contacted_on-{part}": str(getattr(TODAY, part)) for part in ("day", "month", "year")}
    assert browser.post(call, SAID | rung).status_code == 302
    assert AfterHelp.objects.get().words == SAID["words"]
    assert "What they said" in browser.get(f"/early-help/episodes/{episode.pk}").content.decode()
