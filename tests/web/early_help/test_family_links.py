"""A family opens its plan by a link and a code, says what is wrong, and sees what was done; nobody else does."""

from __future__ import annotations

import re
from datetime import timedelta
from html import unescape

import pytest
from django.core.exceptions import ValidationError

from kinfold.web.audit.models import AuditEvent
from kinfold.web.core import clock
from kinfold.web.deadlines.models import Deadline
from kinfold.web.early_help import actions, chronology
from kinfold.web.early_help.actions.family_links import make_link
from kinfold.web.early_help.models import FamilyLink, FamilySaid
from kinfold.web.early_help.selectors.family_view import family_view
from kinfold.web.sharing.models import ShareWith
from tests import factories
from tests.web.conftest import AppClient


@pytest.fixture
def mother(family):
    return family.parent


@pytest.fixture
def link(as_app, agreed_plan, lead, mother):
    """The mother's link and its code."""
    with as_app(lead):
        return make_link(plan=agreed_plan, person=mother, by=lead, at=clock.now())[1]


def ask(link, code: str | None = None, **said: str) -> tuple[int, str]:
    answer = AppClient().post(f"/family/{link.token}", {"code": link.code if code is None else code, **said})
    return answer.status_code, unescape(answer.content.decode())


def test_the_link_shows_nothing_before_its_code_and_the_plan_after(link, lead, family):
    first = AppClient().get(f"/family/{link.token}")
    assert first.status_code == 200
    assert "Calm mornings" not in first.content.decode()
    assert family.name not in first.content.decode()
    status, page = ask(link)
    assert status == 200
    for words in ("Calm mornings", "We will ring", lead.name, "Ask to see my record"):
        assert words in page
    assert AuditEvent.objects.filter(action="early_help.family_link_opened", user_id=None).exists()


def test_a_wrong_code_is_counted_and_locks_the_link(link):
    wrong = "000000" if link.code != "000000" else "111111"
    assert "You have 4 tries left" in ask(link, wrong)[1]
    for _ in range(4):
        status, _ = ask(link, wrong)
    assert status == 410
    assert ask(link)[0] == 410
    assert FamilyLink.objects.get().closed_at is not None


def test_neither_link_nor_code_is_kept(link):
    kept = FamilyLink.objects.get()
    assert link.token not in (kept.token_hash, kept.code_hash)
    assert link.code not in (kept.token_hash, kept.code_hash)


def test_somebody_kept_from_the_plan_gets_no_link_and_a_link_dies_when_the_plan_is_kept_from_them(
    as_app, agreed_plan, lead, mother, family, link
):
    with as_app(lead):
        with pytest.raises(ValidationError, match="may not have a copy"):
            make_link(plan=agreed_plan, person=family.father, by=lead, at=clock.now())
        actions.decide_sharing(plan=agreed_plan, with_=mother, may_share=False, reason="Court order", by=lead)
    assert ask(link)[0] == 410


def test_what_is_kept_from_the_page_is_kept_from_the_link(as_app, agreed_plan, lead, family, link):
    with as_app(lead):
        actions.decide_sharing(plan=agreed_plan, with_=family.father, may_share=False, reason="Court order", by=lead)
    assert "Court order" not in ask(link)[1]
    assert family.father.name not in ask(link)[1]


def test_the_team_is_who_leads_and_who_has_a_part_in_the_plan_and_nobody_else_who_helps(
    as_app, agreed_plan, lead, colleague, link
):
    assert lead.name in ask(link)[1]
    assert colleague.name not in ask(link)[1]
    with as_app(lead):
        actions.decide_sharing(plan=agreed_plan, with_=colleague, may_share=True, by=lead)
    assert colleague.name in ask(link)[1]


@pytest.mark.parametrize("how", ["expired", "closed", "ended", "left", "unseen"])
def test_a_link_dies_with_its_time_its_plan_and_its_maker(how, as_app, agreed_plan, lead, link):
    if how == "expired":
        FamilyLink.objects.update(expires_at=clock.now() - timedelta(seconds=1))
    elif how == "closed":
        FamilyLink.objects.update(closed_at=clock.now())
    elif how == "ended":
        type(agreed_plan).objects.update(closed_on=clock.today())
    elif how == "left":
        type(lead).objects.filter(pk=lead.pk).update(is_active=False)
    else:
        agreed_plan.record.grants.update(ended_at=clock.now() - timedelta(days=1))
    status, page = ask(link)
    assert status in (404, 410)
    assert "Calm mornings" not in page


def test_what_the_family_says_is_wrong_falls_due_to_the_lead_and_its_answer_is_read_there(
    link, lead, agreed_plan, browser_of, as_app
):
    assert "Write what is wrong" in ask(link, say="wrong", words=" ")[1]
    for _ in range(2):  # pressed twice
        assert "will read this" in ask(link, say="wrong", words="Mornings are fine now.")[1]
    said = FamilySaid.objects.get()
    due = Deadline.objects.get(kind="family_says_wrong")
    assert (due.user, due.about_id) == (lead, said.pk)
    assert (
        "Mornings are fine now." in browser_of(lead).get(f"/early-help/plans/{agreed_plan.pk}/family").content.decode()
    )
    page = f"/early-help/family-said/{said.pk}"
    browser_of(lead).post(page, {"answer": "We changed the goal.", "version": "1"})
    browser_of(lead).post(page, {"answer": "Another answer.", "version": "1"})
    assert Deadline.objects.get(kind="family_says_wrong").met_at is not None
    assert "We changed the goal." in ask(link)[1]
    with as_app(lead):
        child = agreed_plan.plan_children.first().person
        told = chronology.entries(child=child, viewer=lead, since=clock.today() - timedelta(days=2))
    assert [one.title for one in told if one.kind == "Family"] == ["The family: something is wrong"]
    assert "Another answer." not in ask(link)[1]


def test_asking_to_see_the_record_is_due_within_a_month_and_asked_once(link, lead):
    for _ in range(2):
        assert "within a month" in ask(link, say="see_record")[1]
    due = Deadline.objects.get(kind="see_record")
    assert timedelta(days=27) < due.due_at - due.started_at <= timedelta(days=29)


def test_the_worker_is_shown_link_and_code_once_and_the_link_before_opens_nothing(
    browser_of, agreed_plan, lead, mother, link
):
    shown = browser_of(lead).post(f"/early-help/plans/{agreed_plan.pk}/family/{mother.pk}/link").content.decode()
    token = re.search(r"/family/([\w-]{40,})<", shown)[1]
    assert AppClient().get(f"/family/{token}").status_code == 200
    assert ask(link)[0] in (404, 410)
    again = browser_of(lead).get(f"/early-help/plans/{agreed_plan.pk}/family").content.decode()
    assert token not in again
    assert "Not opened yet" in again


def test_a_young_child_gets_a_page_of_their_own(as_app, agreed_plan, lead, family):
    child = family.children[0]
    with as_app(lead):
        actions.decide_sharing(plan=agreed_plan, with_=child, may_share=True, by=lead)
        told = make_link(plan=agreed_plan, person=child, by=lead, at=clock.now())[1]
    page = ask(told)[1]
    assert "Hello, " in page
    assert "Who helps you" in page
    assert "Ask to see my record" not in page


def test_another_family_and_a_stranger_are_told_nothing(browser_of, agreed_plan, mother, link, as_app, lead):
    stranger = factories.worker()
    assert browser_of(stranger).get(f"/early-help/plans/{agreed_plan.pk}/family").status_code == 404
    assert AppClient().get("/family/none").status_code == 404
    with as_app(None):
        assert not FamilyLink.objects.exists()


def test_where_an_address_is_secret_no_school_stands_on_the_page_whoever_made_the_link(
    as_app, agreed_plan, lead, family, link
):
    child = family.children[0]
    factories.setting("primary", agency=lead.agency)
    with as_app(lead):
        actions.decide_sharing(plan=agreed_plan, with_=lead.agency, may_share=True, by=lead)
    assert lead.agency.name in ask(link)[1]
    type(child).objects.filter(pk=child.pk).update(has_confidential_address=True)
    sealed = factories.record("sealed")
    factories.address(child, confidential=True, record=sealed)
    factories.grant(sealed, lead)
    page = ask(link)[1]
    assert lead.agency.name not in page
    assert "Somebody at their school or surgery" in page


def test_a_lead_from_whose_agency_the_plan_is_kept_is_not_in_the_team(as_app, agreed_plan, lead, mother, colleague):
    with as_app(colleague):
        made, _ = make_link(plan=agreed_plan, person=mother, by=colleague, at=clock.now())
        assert lead.pk in {one.user_id for one in family_view(made, clock.today()).team}
    ShareWith.objects.create(
        about_kind="early_help.plan", about_id=agreed_plan.pk, agency=lead.agency, may_share=False, reason="Mum asked",
        decided_by=colleague, record=agreed_plan.record,
    )  # fmt: skip
    with as_app(colleague):
        assert lead.pk not in {one.user_id for one in family_view(made, clock.today()).team}


def test_the_second_who_answers_is_told_that_it_was_answered_and_loses_nothing(
    link, lead, agreed_plan, browser_of, as_app
):
    ask(link, say="wrong", words="Mornings are fine now.")
    said = FamilySaid.objects.get()
    page = f"/early-help/family-said/{said.pk}"
    assert browser_of(lead).post(page, {"answer": "We changed it.", "version": "1"}).status_code == 302
    assert browser_of(lead).post(page, {"answer": "We changed it.", "version": "1"}).status_code == 302  # pressed twice
    second = browser_of(lead).post(page, {"answer": "I will ring.", "version": "1"}).content.decode()
    assert "was answered meanwhile" in second
    assert "I will ring." in second


def test_somebody_with_the_code_cannot_fill_the_leads_tray(link):
    for number in range(7):
        page = ask(link, say="wrong", words=f"Number {number}")[1]
    assert "Please ring your worker" in page
    assert FamilySaid.objects.count() == 5
