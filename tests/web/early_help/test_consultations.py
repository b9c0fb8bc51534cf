"""Team Around the Worker and link co-ordinators: kept without a name, asked about later, counted for everybody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from kinfold.web.access.checks import Refused
from kinfold.web.access.models import Agency, User
from kinfold.web.access.permissions import Role
from kinfold.web.deadlines.models import Deadline
from kinfold.web.early_help.actions.consultations import Consulted, record_consultation, say_whether_referred
from kinfold.web.early_help.models import Consultation
from kinfold.web.early_help.selectors.consultations import asked_by_agency
from tests import factories
from tests.factories.days import NOW, TODAY


@pytest.fixture
def school() -> Agency:
    return Agency.objects.create(name="Siskin School", kind="school")


@pytest.fixture
def holder() -> User:
    return factories.worker()


@pytest.fixture
def said(school: Agency) -> Consulted:
    return Consulted("team_around_the_worker", TODAY, school, "Head of year", "early_help", "", "A talk at home.", True)


def test_whoever_meant_to_refer_is_asked_about_in_time_and_the_answer_is_counted(said, holder, as_app):
    with as_app(holder):
        held = record_consultation(said=said, by=holder, at=NOW)
        assert record_consultation(said=said, by=holder, at=NOW).pk == held.pk
        due = Deadline.objects.open().get(kind="consultation", about_id=held.pk)
        assert (due.user, due.subject) == (holder, "Siskin School")
        (before,) = asked_by_agency(TODAY)
        assert (before.meetings, before.intended, before.not_known) == (1, 1, 1)
        say_whether_referred(consultation=held, referred=False, by=holder, at=NOW)
        (after,) = asked_by_agency(TODAY)
    assert (after.spared, after.after_all, after.not_known) == (1, 0, 0)
    assert not Deadline.objects.open().filter(kind="consultation").exists()


def test_a_talk_with_a_school_that_meant_no_referral_is_asked_about_by_nobody(said, holder, as_app):
    with as_app(holder):
        held = record_consultation(
            said=replace(said, kind="link_co_ordinator", referral_intended=False), by=holder, at=NOW
        )
        with pytest.raises(ValidationError, match="nothing to ask"):
            say_whether_referred(consultation=held, referred=True, by=holder, at=NOW)
        (one,) = asked_by_agency(TODAY)
    assert (one.talks, one.meetings) == (1, 0)
    assert not Deadline.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"kind": "tea"}, "from the lists"),
        ({"topic": ""}, "from the lists"),
        ({"decided": " "}, "what they will try"),
        ({"held_on": date(2999, 1, 1)}, "today or in the past"),
    ],
)
def test_what_a_consultation_must_say(wrong, why, said, holder, as_app):
    with as_app(holder), pytest.raises(ValidationError, match=why):
        record_consultation(said=replace(said, **wrong), by=holder, at=NOW)


def test_its_words_are_the_teams_and_its_numbers_everybodys(said, holder, as_app, browser_of):
    colleague, other = factories.worker(team=holder.teams[0]), factories.worker()
    with as_app(holder):
        held = record_consultation(said=said, by=holder, at=NOW)
    page = f"/early-help/consultations/{held.pk}"
    assert "A talk at home." in browser_of(colleague).get(page).content.decode()
    assert browser_of(other).get(page).status_code == 404
    Consultation.objects.update(held_on=date.today() - timedelta(days=1))
    assert "Siskin School" in browser_of(other).get("/early-help/consultations").content.decode()
    teacher = factories.worker(Role.SAFEGUARDING_LEAD)
    assert browser_of(teacher).get("/early-help/consultations").status_code == 403
    with as_app(teacher), pytest.raises(Refused):
        record_consultation(said=said, by=teacher, at=NOW)


def test_the_pages_record_one_and_say_what_came_of_it(holder, school, browser_of):
    browser = browser_of(holder)
    typed = {"kind": "team_around_the_worker", "held_on-day": "3", "held_on-month": "6", "held_on-year": "2024",
             "agency": str(school.pk), "topic": "talking", "referral_intended": "yes",
             "decided": "Walk to school."}  # fmt: skip
    missing = browser.post("/early-help/consultations/new", typed | {"decided": ""}).content.decode()
    assert "Say what they will try" in missing
    assert browser.post("/early-help/consultations/new", typed).status_code == 302
    held = Consultation.objects.get()
    page = f"/early-help/consultations/{held.pk}"
    assert browser.post(page, {"referred": "yes", "version": "1"}).status_code == 302
    assert browser.post(page, {"referred": "no", "version": "1"}).status_code == 409
    held.refresh_from_db()
    assert held.referral_made is True
