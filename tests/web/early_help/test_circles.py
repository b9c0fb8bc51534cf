"""Restorative conversations and circles: written down lightly, held by the meetings engine, told in the chronology."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kinfold.web.access.checks import NotVisible
from kinfold.web.core import clock
from kinfold.web.core.rules import RuleBroken
from kinfold.web.early_help import chronology
from kinfold.web.early_help.actions.circles import record_circle
from kinfold.web.meetings.actions import Attending
from kinfold.web.meetings.models import Meeting
from tests.factories.days import TODAY


def circle(episode, by, **more):
    said = {"kind": "circle", "held_on": TODAY, "outcome": "agreed", "words": "They will eat together on Sundays."}
    who = [Attending(episode.family.parent, attended=True), Attending("The neighbour", attended=True)]
    return record_circle(**({"episode": episode, "who": who, "by": by, "today": TODAY} | said | more))


def test_it_is_recorded_once_and_who_was_there_with_it(as_app, episode, lead):
    with as_app(lead):
        first = circle(episode, lead)
        assert circle(episode, lead).pk == first.pk
    assert {place.person or place.post for place in first.attendances.all()} == {
        episode.family.parent, "The neighbour",
    }  # fmt: skip


def test_one_that_was_planned_is_the_one_that_is_held(as_app, episode, lead):
    later = TODAY + timedelta(days=7)
    with as_app(lead):
        circle(episode, lead, again_on=later)
        planned = Meeting.objects.planned().get(kind="circle")
        held = circle(episode, lead, words="They did.", today=later, held_on=later)
    assert held.pk == planned.pk


@pytest.mark.parametrize(
    ("what", "sentence"),
    [
        ({"kind": "plan_review"}, "a conversation or a circle"),
        ({"words": " "}, "what came of it"),
        ({"who": []}, "Say who was there"),
        ({"outcome": "made_up"}, "Choose what was decided"),
        ({"held_on": TODAY + timedelta(days=1)}, "today or in the past"),
        ({"again_on": TODAY - timedelta(days=1)}, "must not be in the past"),
    ],
)
def test_what_it_must_say(as_app, episode, lead, what, sentence):
    with as_app(lead), pytest.raises(RuleBroken, match=sentence):
        circle(episode, lead, **what)


def test_a_stranger_neither_writes_nor_reads(as_app, episode, lead, stranger, browser_of):
    with as_app(lead):
        circle(episode, lead)
    with as_app(stranger):
        with pytest.raises(NotVisible):
            circle(episode, stranger)
        assert not Meeting.objects.exists()
    assert browser_of(stranger).get(f"/early-help/episodes/{episode.pk}/circles").status_code == 404


def test_the_page_and_the_chronology(as_app, episode, lead, browser_of, asked):
    address = f"/early-help/episodes/{episode.pk}/circles"
    browser, today = browser_of(lead), clock.today()
    assert "Choose what it was" in browser.post(address, {"sent": "yes"}).text
    said = {"kind": "restorative_talk", "outcome": "heard", "words": "He <b>listened</b>.", "others": "Gran, Mr Oke"}
    said |= asked.day("held_on", today) | {"people": [f"p-{episode.family.parent.pk}", f"u-{lead.pk}"]}
    page = browser.post(address, said, follow=True).text
    assert "He &lt;b&gt;listened&lt;/b&gt;." in page
    assert "Mr Oke" in page
    with as_app(lead):
        child = episode.statuses.first().person
        found = chronology.entries(child=child, viewer=lead, since=today)
    assert [entry.text for entry in found if entry.kind == "Conversation"] == [
        "Everybody was heard, and nothing was agreed. He <b>listened</b>."
    ]
