"""The team around a family is invited to the review of its plan: when, where, who; colleagues are told once."""

from __future__ import annotations

import re
from datetime import time, timedelta

import pytest

from kinfold.web.access.checks import NotVisible
from kinfold.web.access.permissions import Role
from kinfold.web.core import clock
from kinfold.web.core.rules import RuleBroken
from kinfold.web.core.versions import StaleVersion
from kinfold.web.early_help import actions
from kinfold.web.early_help.actions.reviews import invite_to_review
from kinfold.web.meetings import actions as meetings
from kinfold.web.meetings.actions import Attending
from kinfold.web.meetings.models import Meeting
from kinfold.web.meetings.selectors import invited, invited_to
from kinfold.web.notices.models import Notice
from kinfold.web.people.models import Person
from kinfold.web.today.cards import cards
from tests import factories
from tests.factories.days import NOW, TODAY

NEXT_WEEK = TODAY + timedelta(days=7)


@pytest.fixture
def review(agreed_plan):
    return Meeting.objects.planned().get(about_id=agreed_plan.pk)


def invite(review, plan, by, who, **more):
    said = {"meets_on": NEXT_WEEK, "meets_at": time(15, 30), "place": "St Agnes School", "today": TODAY} | more
    return invite_to_review(review=review, plan=plan, who=who, by=by, **said)


def told(user):
    return Notice.objects.filter(user=user, url_name="early_help:review").count()


def test_who_is_invited_is_told_once_and_again_when_it_moves(as_app, family, agreed_plan, review, lead, colleague):
    with as_app(lead):
        for _ in range(2):
            invite(review, agreed_plan, lead, [family.parent, colleague, lead, "Gran"])
        assert [str(one.who) for one in invited(lead, review)] == [
            str(family.parent), str(colleague), str(lead), "Gran",
        ]  # fmt: skip
        assert (told(colleague), told(lead)) == (1, 0)
        Notice.objects.filter(user=colleague).update(read_at=NOW)
        invite(review, agreed_plan, lead, [colleague, lead], place="The family hub")
        assert [one.who for one in invited(lead, review)] == [str(colleague), str(lead)]
    assert told(colleague) == 2
    held = Meeting.objects.get(pk=review.pk)
    assert held.meets_in_words.endswith("at 3:30pm, The family hub")


def test_whoever_the_inviter_may_not_see_stays_invited(as_app, family, agreed_plan, review, lead, colleague):
    with as_app(lead):
        invite(review, agreed_plan, lead, [family.father, colleague])
    Person.objects.filter(pk=family.father.pk).update(record=factories.record(level="restricted"))
    with as_app(lead):
        invite(review, agreed_plan, lead, [colleague], place="The family hub")
    assert [one.who for one in invited(lead, review)] == [str(family.father), str(colleague)]


def test_the_form_for_an_overdue_review_offers_no_day_that_has_gone(agreed_plan, review, lead, browser_of):
    today = clock.today()
    Meeting.objects.filter(pk=review.pk).update(due_on=today - timedelta(days=21))
    page = browser_of(lead).get(f"/early-help/reviews/{review.pk}/invite")
    offered = dict(re.findall(r'name="meets_on-(day|month|year)"[^>]* value="(\d+)"', page.text))
    assert offered == {"day": str(today.day), "month": str(today.month), "year": str(today.year)}


def test_the_invited_find_it_on_their_first_page_and_others_do_not(as_app, agreed_plan, review, lead, colleague):
    soon = clock.today() + timedelta(days=3)
    with as_app(lead):
        invite(review, agreed_plan, lead, [colleague], meets_on=soon, today=clock.today())
    with as_app(colleague):
        assert invited_to(colleague, clock.today()) == [review]
        assert "Meetings that you are invited to" in [card.title for card in cards(colleague, clock.now())]
        assert invited_to(colleague, soon + timedelta(days=1)) == []
    with as_app(lead):
        assert invited_to(lead, clock.today()) == []


def test_holding_it_says_who_of_them_came_and_who_came_besides(as_app, family, agreed_plan, review, lead, colleague):
    parent, father = family.parent, family.father
    with as_app(lead):
        invite(review, agreed_plan, lead, [parent, colleague])
        who = [Attending(parent, attended=True), Attending(colleague, attended=False), Attending(father, attended=True)]
        review.refresh_from_db()
        meetings.hold(meeting=review, held_on=TODAY, outcome="continue", by=lead, attending=who, today=TODAY)
    places = {one.who: (one.invited, one.attended) for one in review.attendances.all()}
    assert places == {str(parent): (True, True), str(colleague): (True, False), str(father): (False, True)}


@pytest.mark.parametrize(
    ("what", "sentence"),
    [({"meets_on": TODAY - timedelta(days=1)}, "today or later"), ({"who": []}, "Choose whom you invite")],
)
def test_what_an_invitation_must_say(as_app, agreed_plan, review, lead, what, sentence):
    what = {"who": [lead]} | what
    with as_app(lead), pytest.raises(RuleBroken, match=sentence):
        invite(review, agreed_plan, lead, **what)


def test_nobody_from_whom_the_plan_is_kept(as_app, family, agreed_plan, review, lead):
    father = family.father
    with as_app(lead):
        actions.decide_sharing(plan=agreed_plan, with_=father, may_share=False, reason="They live apart", by=lead)
        with pytest.raises(RuleBroken, match="kept from somebody whom you invite"):
            invite(review, agreed_plan, lead, [father])


def test_two_who_invite_at_once_and_a_stranger(as_app, agreed_plan, review, lead, colleague, stranger):
    with as_app(lead):
        invite(review, agreed_plan, lead, [lead, colleague], version=review.version)
        with pytest.raises(StaleVersion):
            invite(review, agreed_plan, lead, [lead], version=review.version, place="Elsewhere")
    with as_app(stranger), pytest.raises(NotVisible):
        invite(review, agreed_plan, stranger, [stranger])


def test_the_pages(as_app, family, agreed_plan, review, lead, colleague, asked, browser_of):
    browser, address = browser_of(lead), f"/early-help/reviews/{review.pk}/invite"
    parent, soon = family.parent, clock.today() + timedelta(days=5)
    assert "Invite the team around the family" in browser.get(f"/early-help/reviews/{review.pk}").text
    said = asked.day("meets_on", soon) | {"meets_at": "half three", "place": "<i>Hub</i>", "invited": [str(parent.pk)]}
    wrong = browser.post(address, said).text
    assert "must be a time" in wrong
    assert "&lt;i&gt;Hub&lt;/i&gt;" in wrong
    page = browser.post(address, said | {"meets_at": "3.30pm", "others": "Gran"}, follow=True).text
    assert "at 3:30pm, &lt;i&gt;Hub&lt;/i&gt;" in page
    assert "Gran" in page
    assert "Change the invitation" in page
    assert 'value="Gran"' in browser.get(address).text
    stale = browser.post(address, said | {"meets_at": "4pm", "place": "Library", "version": "1"})
    assert stale.status_code == 409
    assert "Library" in stale.text
    assert "&lt;i&gt;Hub&lt;/i&gt;" in stale.text
    copy = browser.get(f"/early-help/plans/{agreed_plan.pk}/copies/{parent.pk}").text
    assert "We look at it again on" in copy
    reader = factories.worker(Role.EARLY_HELP_PCSO)
    factories.grant(agreed_plan, reader)
    assert browser_of(reader).get(address).status_code == 403
