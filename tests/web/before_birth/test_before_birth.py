"""Before a birth: clocks that follow the due date, the midwife, conversations, a plan in time, and what was not."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from kinfold.web.access.checks import Refused
from kinfold.web.access.permissions import Role
from kinfold.web.before_birth import actions, selectors
from kinfold.web.before_birth.models import BirthTalk, ExpectedBirth
from kinfold.web.before_birth.selectors import birth_of, births
from kinfold.web.core import clock
from kinfold.web.core.rules import RuleBroken
from kinfold.web.core.versions import StaleVersion
from kinfold.web.deadlines.models import Deadline
from kinfold.web.early_help import chronology
from kinfold.web.people.actions import update_person
from kinfold.web.people.models import Person, Relationship
from kinfold.web.record.actions import lives
from tests import factories
from tests.factories.days import NOW, TODAY

DUE = TODAY + timedelta(weeks=14)  # the twenty-sixth week


@pytest.fixture
def family():
    return factories.family(children=1)


@pytest.fixture
def baby(family):
    return factories.member(family, forename="", surname=family.name, born_on=None, expected_on=DUE, unborn=True)


@pytest.fixture
def lead(family, baby):
    episode = factories.episode(family, "early_help")
    user = factories.worker(on=episode)
    factories.lead(episode, user)
    return user


@pytest.fixture
def birth(as_app, baby, lead):
    with as_app(lead):
        return actions.begin(person=baby, by=lead, at=NOW)


def talk(birth, by, topic="icon", on=TODAY, **more):
    said = {"with_whom": ("mother",), "words": "Her mother helps at night."} | more
    return actions.record_talk(birth=birth, topic=topic, held_on=on, by=by, at=NOW, **said)


def due_days(birth):
    rows = Deadline.objects.open().filter(about_id=birth.pk)
    return {one.kind: (one.due_at - timedelta(seconds=1)).date() for one in rows}


def test_three_things_fall_due_by_weeks_of_the_pregnancy(as_app, birth, baby, lead):
    with as_app(lead):
        assert actions.begin(person=baby, by=lead, at=NOW).pk == birth.pk
    assert due_days(birth) == {
        "birth_plan": DUE - timedelta(weeks=6),
        "safer_sleep": DUE - timedelta(weeks=4),
        "icon": DUE - timedelta(weeks=4),
    }


@pytest.mark.parametrize("days", [-30, 17, 100])
def test_what_is_due_follows_the_due_date_whoever_changes_it(as_app, birth, baby, lead, days):
    moved_to = DUE + timedelta(days=days)
    with as_app(lead):
        talk(birth, lead, "icon")
        before = Deadline.objects.get(kind="icon").due_at
        update_person(person=baby, facts={"expected_on": moved_to}, version=None, today=TODAY, by=lead)
    moved = due_days(birth)
    assert moved["birth_plan"] == moved_to - timedelta(weeks=6)
    assert moved["safer_sleep"] == moved_to - timedelta(weeks=4)
    assert Deadline.objects.get(kind="icon").due_at == before  # what is done stays as it was


def test_a_conversation_meets_its_clock_and_more_may_follow(as_app, birth, lead):
    with as_app(lead):
        first = talk(birth, lead)
        assert talk(birth, lead).pk == first.pk
        talk(birth, lead, with_whom=("partner",))
        assert set(due_days(birth)) == {"birth_plan", "safer_sleep"}
    assert BirthTalk.objects.count() == 2


@pytest.mark.parametrize(
    ("what", "sentence"),
    [
        ({"topic": "weather"}, "what you talked about"),
        ({"with_whom": ()}, "with whom"),
        ({"with_whom": ("the cat",)}, "with whom"),
        ({"on": TODAY + timedelta(days=1)}, "not in the future"),
        ({"on": DUE - timedelta(weeks=60)}, "within this pregnancy"),
    ],
)
def test_what_a_conversation_must_say(as_app, birth, lead, what, sentence):
    with as_app(lead), pytest.raises(RuleBroken, match=sentence):
        talk(birth, lead, **what)


def test_a_plan_is_in_place_before_the_birth_and_not_after(as_app, birth, baby, lead):
    plan = {"plan": "family_support", "words": "Gran fetches the others.", "by": lead, "at": NOW}
    with as_app(lead):
        with pytest.raises(RuleBroken, match="what happens at the birth"):
            actions.put_plan_in_place(birth=birth, on=TODAY, **(plan | {"words": " "}))
        made = actions.put_plan_in_place(birth=birth, on=TODAY, version=1, **plan)
        with pytest.raises(StaleVersion):
            actions.put_plan_in_place(birth=birth, on=TODAY, version=1, **(plan | {"words": "Otherwise."}))
        lives.record_birth(person=baby, born_on=TODAY, facts={"forename": "Ada"}, by=lead, at=NOW)
        shown = birth_of(lead, Person.objects.get(pk=baby.pk))
    assert made.plan_by == lead
    assert shown.plan_in_time
    assert "birth_plan" not in due_days(birth)


def test_born_without_a_plan_is_said_and_the_talks_stay_due(as_app, birth, baby, lead):
    with as_app(lead):
        lives.record_birth(person=baby, born_on=TODAY - timedelta(days=3), facts={"forename": "Ada"}, by=lead, at=NOW)
        assert set(due_days(birth)) == {"safer_sleep", "icon"}
        held = ExpectedBirth.objects.get(pk=birth.pk)
        with pytest.raises(RuleBroken, match="born before this day"):
            actions.put_plan_in_place(birth=held, plan="birth_only", words="Home", on=TODAY, by=lead, at=NOW)
        talk(held, lead, "safer_sleep")
        found = births(lead, TODAY)
    assert (found.expected, found.born, found.born_with_plan, found.born_with_every_talk) == ([], 1, 0, 0)
    assert Deadline.objects.get(kind="birth_plan").withdrawn_at == NOW


def test_those_who_are_born_take_no_place_of_those_to_come(as_app, birth, baby, family, lead, monkeypatch):
    monkeypatch.setattr(selectors, "MOST", 1)
    for weeks in (1, 2):
        factories.member(family, forename="", born_on=None, expected_on=DUE + timedelta(weeks=weeks), unborn=True)
    with as_app(lead):
        lives.record_birth(person=baby, born_on=TODAY, facts={"forename": "Ada"}, by=lead, at=NOW)
        found = births(lead, TODAY)
    assert [one.person.expected_on for one in found.expected] == [DUE + timedelta(weeks=1)]
    assert (found.in_all, found.born) == (2, 1)


def test_no_birth_here_no_clock(as_app, birth, baby, lead):
    with as_app(lead):
        lives.record_move_away(person=baby, on=TODAY, to="Elsewhere", passed_on="The midwife", by=lead, at=NOW)
        assert due_days(birth) == {}
        assert births(lead, TODAY).expected == []


def test_only_a_child_not_born_yet(as_app, family, lead):
    with as_app(lead), pytest.raises(RuleBroken, match="This child is born"):
        actions.begin(person=family.children[0], by=lead, at=NOW)


def test_the_chronology_tells_it(as_app, birth, baby, lead):
    with as_app(lead):
        talk(birth, lead)
        actions.put_plan_in_place(birth=birth, plan="birth_only", words="Home", on=TODAY, by=lead, at=NOW)
        found = chronology.entries(child=baby, viewer=lead, since=TODAY)
    assert {entry.title for entry in found if entry.kind == "Birth"} == {
        "Talked before the birth: coping with crying (ICON)",
        "Plan in place before the birth",
    }


def test_a_stranger_learns_nothing_and_a_pcso_may_only_read(as_app, birth, baby, lead, browser_of):
    stranger = factories.worker()
    with as_app(stranger):
        assert not ExpectedBirth.objects.exists()
        assert births(stranger, TODAY).expected == []
    assert browser_of(stranger).get(reverse("before_birth:birth", args=[baby.pk])).status_code == 404
    assert browser_of(stranger).get(reverse("before_birth:birth_due", args=[birth.pk])).status_code == 404
    officer = factories.worker(Role.EARLY_HELP_PCSO)
    factories.grant(birth, officer)
    with as_app(officer), pytest.raises(Refused):
        talk(birth, officer)
    assert "Record more" not in browser_of(officer).get(reverse("before_birth:birth", args=[baby.pk])).text


def test_babies_of_one_last_name_are_told_apart_by_their_mother(as_app, family, baby, lead, browser_of):
    mother = factories.member(family, forename="Eleanor", surname="Barrow")
    Relationship.objects.create(person=baby, related=mother, kind="mother", record=family.record)
    with as_app(lead):
        assert [one.mother for one in births(lead, TODAY).expected] == ["Eleanor Barrow"]
    listed = browser_of(lead).get("/before-birth/").text
    assert f"Unborn child {family.name}" in listed
    assert "Eleanor Barrow" in listed


def test_the_pages(as_app, baby, lead, browser_of):
    Person.objects.filter(pk=baby.pk).update(expected_on=clock.today() + timedelta(weeks=9, days=3))
    browser, address = browser_of(lead), reverse("before_birth:birth", args=[baby.pk])
    assert "Nobody prepares yet" in browser.get("/before-birth/").text
    assert "Nobody has begun to prepare" in browser.get(address).text
    page = browser.post(reverse("before_birth:begin", args=[baby.pk]), follow=True).text
    assert "30 weeks of the pregnancy" in page
    assert "Choose what you want to record" in browser.post(address, {"sent": "yes"}).text
    today = clock.today()
    day = {"held_on-day": today.day, "held_on-month": today.month, "held_on-year": today.year}
    said = {"what": "talk", "topic": "safer_sleep", "with_whom": ["mother", "partner"], "words": "A cot <i>here</i>."}
    assert "Choose with whom" in browser.post(address, {"what": "talk", "topic": "icon"} | day).text
    page = browser.post(address, said | day, follow=True).text
    assert "A cot &lt;i&gt;here&lt;/i&gt;." in page
    midwife = {"what": "midwife", "midwife": "Iona Reed", "telephone": "01632 960 700", "hospital": "St Agnes"}
    assert "Iona Reed, 01632 960 700" in browser.post(address, midwife, follow=True).text
    stale = browser.post(address, midwife | {"midwife": "Somebody else", "version": "1"})
    assert stale.status_code == 409
    assert "Somebody else" in stale.text
    assert "Iona Reed" in stale.text
    plan = {"what": "plan", "plan": "birth_only", "plan_words": "Home with Gran.", "version": "1"}
    since = {f"plan_on-{part}": getattr(today, part) for part in ("day", "month", "year")}
    both = browser.post(address, plan | since).text
    assert "Plan for the birth alone" in both
    assert "Home with Gran." in both
    again = browser.post(address, midwife | {"midwife": "Somebody else", "version": "2"}, follow=True).text
    assert "Somebody else, 01632 960 700" in again
    listed = browser.get("/before-birth/").text
    assert "Somebody else" in listed
    assert "No plan yet" in listed
    birth = ExpectedBirth.objects.get()
    assert browser.get(reverse("before_birth:birth_due", args=[birth.pk])).url == address
