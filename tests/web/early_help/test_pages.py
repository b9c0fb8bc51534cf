"""The pages as each role meets them: who may, what a stranger finds, what a mistake or a second press does."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from kinfold.web.access.permissions import Role
from kinfold.web.audit.models import AuditEvent
from kinfold.web.casework.models import Handover
from kinfold.web.commitments.models import Commitment
from kinfold.web.core import clock
from kinfold.web.deadlines.models import Deadline
from kinfold.web.early_help import actions
from kinfold.web.early_help.models import Conversation, Goal, Plan
from kinfold.web.meetings.models import Meeting
from kinfold.web.people.models import FamilyMember
from kinfold.web.questionnaires.models import Answer
from tests import factories
from tests.factories.days import NOW, TODAY

HOSTILE = "<script>alert('x')</script> =HYPERLINK(\"http://x\") 🙂 \u202eمرحبا\u202c {{ 7*7 }}"


def address(name, *arguments):
    return reverse(f"early_help:{name}", args=arguments)


def version_on(page):
    """What the page says it was read as."""
    return re.search(r'name="version" value="(\d+)"', page.text)[1]


@pytest.fixture
def pcso(episode):
    user = factories.worker(Role.EARLY_HELP_PCSO, on=episode)
    factories.lead(episode, user, role="pcso")
    return user


def test_a_stranger_finds_nothing_of_the_family(browser_of, stranger, episode, agreed_plan):
    browser, review = browser_of(stranger), Meeting.objects.get()
    for name, pk in (
        ("episode", episode.pk), ("new_plan", episode.pk), ("harm", episode.pk), ("close", episode.pk),
        ("plan", agreed_plan.pk), ("sharing", agreed_plan.pk), ("review", review.pk), ("copies", agreed_plan.pk),
        ("goal", Goal.objects.get().pk), ("action", Commitment.objects.get().pk),
    ):  # fmt: skip
        assert browser.get(address(name, pk)).status_code == 404, name


@pytest.mark.parametrize("role", [Role.ANALYST, Role.BOARD_CHAIR, Role.ACCOUNT_ADMINISTRATOR, Role.CALDICOTT_GUARDIAN])
def test_who_helps_no_family_has_no_such_pages(browser_of, role, episode):
    browser = browser_of(factories.worker(role, on=episode))

    assert browser.get(address("families")).status_code == 403
    assert browser.get(address("episode", episode.pk)).status_code == 403


def test_a_pcso_reads_the_families_they_are_involved_with_and_marks_their_own_action(
    as_app, browser_of, pcso, lead, episode, agreed_plan
):
    with as_app(lead):
        mine = actions.promise(plan=agreed_plan, text="I will walk by", promised_by="service", promiser=pcso, by=lead)
    theirs = Commitment.objects.exclude(pk=mine.pk).get()
    browser = browser_of(pcso)

    assert "Your part" in browser.get(address("families")).text
    page = browser.get(address("episode", episode.pk)).text
    for words in ("Write a plan", "Have a conversation", "Step down", "significant harm", "Close</a>"):
        assert words not in page
    assert browser.get(address("plan", agreed_plan.pk)).text.count("Update<span") == 1
    assert browser.get(address("new_goal", agreed_plan.pk)).status_code == 403
    assert browser.get(address("action", theirs.pk)).status_code == 403
    today = clock.today()
    done = {"version": 1, "done_on-day": today.day, "done_on-month": today.month, "done_on-year": today.year}
    assert browser.post(address("action", mine.pk), done).status_code == 302
    assert Commitment.objects.get(pk=mine.pk).done_by == pcso


def test_reading_a_familys_help_is_audited(browser_of, lead, episode, family):
    browser_of(lead).get(address("episode", episode.pk))

    event = AuditEvent.objects.get(action="early_help.episode_read")
    assert (event.user_id, event.record_id) == (lead.pk, family.record_id)


def test_the_list_takes_no_more_queries_for_more_families(browser_of, django_assert_max_num_queries):
    manager = factories.worker(Role.EARLY_HELP_MANAGER)
    for _ in range(6):
        helped = factories.episode(factories.family(children=2), "early_help")
        factories.lead(helped, manager)
    browser = browser_of(manager)
    browser.get(address("families"))
    with django_assert_max_num_queries(35):
        page = browser.get(address("families"), {"whose": "mine"})
    assert page.text.count("/early-help/episodes/") >= 6


def test_a_family_without_a_lead_stands_on_the_managers_list(browser_of, episode):
    manager = factories.worker(Role.EARLY_HELP_MANAGER, on=episode)

    assert "1 family without a lead professional" in browser_of(manager).get(address("families")).text
    assert "Nobody leads this family" in browser_of(manager).get(address("episode", episode.pk)).text


def test_typing_is_saved_and_two_people_typing_are_shown_both(as_app, browser_of, lead, colleague, episode):
    with as_app(lead):
        conversation = actions.start_conversation(episode=episode, by=lead, on=TODAY)
    page = address("conversation_page", conversation.pk, "strengths")
    first, second = browser_of(lead), browser_of(colleague)
    read = version_on(first.get(page))

    saved = first.post(page, {"version": read, "strengths-parent": "We laugh"}, headers={"X-Kinfold-Autosave": "1"})
    again = {"version": saved["X-Kinfold-Version"], "strengths-parent": "We laugh a lot"}
    assert saved.status_code == 204
    assert first.post(page, again).status_code == 302
    both = second.post(page, {"version": read, "strengths-parent": "They sing"})

    assert both.status_code == 409
    assert "We laugh a lot" in both.text
    assert "They sing" in both.text
    assert Answer.objects.get(question="strengths").text == "We laugh a lot"
    assert second.post(page, {"version": read, "strengths-parent": "We laugh a lot"}).status_code == 302


def test_an_unsafe_family_leads_straight_to_what_keeps_them_safe(as_app, browser_of, lead, episode):
    with as_app(lead):
        conversation = actions.start_conversation(episode=episode, by=lead, on=TODAY)
    browser, page = browser_of(lead), address("conversation_page", conversation.pk, "worries")
    version = version_on(browser.get(page))

    answer = browser.post(page, {"version": version, "safety_now-all": "yes", "worries-parent": "He came back"})

    assert answer["Location"] == address("harm", episode.pk)
    assert Answer.objects.get(question="worries").text == "He came back"


def test_hostile_and_very_long_words_are_kept_as_words(as_app, browser_of, lead, plan):
    browser = browser_of(lead)
    long = "Ää" * 5_000
    assert browser.post(address("new_goal", plan.pk), {"title": HOSTILE}).status_code == 302
    assert browser.post(address("new_goal", plan.pk), {"title": long}).status_code == 302
    refused = browser.post(address("new_goal", plan.pk), {"title": f"{long}!"})

    assert "10,000 characters or less" in refused.text
    page = browser.get(address("plan", plan.pk)).text
    assert "<script>alert" not in page
    assert "{{ 7*7 }}" in page
    assert "\u202e" not in page
    assert Goal.objects.filter(title=long).count() == 1


def test_pressing_twice_saves_once(browser_of, lead, plan, episode):
    browser = browser_of(lead)
    children = [str(row.person_id) for row in plan.plan_children.all()]
    for _ in range(2):
        browser.post(address("new_goal", plan.pk), {"title": "Quiet nights"})
        browser.post(address("new_plan", episode.pk), {"children": children[:1], "whose": "family"})
        browser.post(address("start_conversation", episode.pk))
        browser.post(address("agree_plan", plan.pk), {"version": plan.version})

    assert Goal.objects.filter(title="Quiet nights").count() == 1
    assert (Plan.objects.count(), Conversation.objects.count(), Meeting.objects.count()) == (2, 1, 1)


def test_two_people_changing_a_plan_are_shown_both_versions(as_app, browser_of, lead, plan):
    with as_app(lead):
        actions.change_plan(plan=plan, title="Ours", what_needs_to_change="Theirs", version=1, by=lead)

    page = browser_of(lead).post(
        address("plan_words", plan.pk), {"version": 1, "title": "Ours", "what_needs_to_change": "Mine"}
    )

    assert page.status_code == 409
    assert "Theirs" in page.text
    assert "Mine" in page.text
    assert Plan.objects.get().what_needs_to_change == "Theirs"


def test_significant_harm_reaches_the_mash_on_its_clock_and_has_no_refusal(browser_of, lead, episode, family):
    hub = factories.worker(Role.MASH_DECISION_MAKER)
    browser = browser_of(lead)
    page = browser.get(address("harm", episode.pk)).text
    assert page.index("call 999") < page.index("What are you worried about?")

    said = {"children": [str(family.children[0].pk)], "reason": "He hit her"}
    sent = [browser.post(address("harm", episode.pk), said) for _ in range(2)]

    harm = Handover.objects.get()
    assert {answer["Location"] for answer in sent} == {address("handover", harm.pk)}
    assert (harm.kind, harm.to_team) == ("significant_harm", hub.teams[0])
    assert Deadline.objects.get(about_id=harm.pk).rule == "contact_decision"
    shown = browser_of(hub).get(address("handover", harm.pk)).text
    assert "No, we cannot" not in shown
    assert browser.post(address("take_back", harm.pk)).status_code == 302
    assert Handover.objects.get().withdrawn_at is None


def test_only_who_may_record_an_agreement_is_led_to_it_when_handing_over(browser_of, lead, episode):
    manager = factories.worker(Role.MASH_MANAGER, on=episode)
    for user, is_led in ((lead, True), (manager, False)):
        page = browser_of(user).get(address("offer", episode.pk, "step-down")).text
        assert "has not yet agreed" in page
        assert ("Record that they agreed" in page) is is_led


def test_a_family_without_a_parent_on_file_is_asked_for_one_before_it_agrees(browser_of, lead, episode):
    asked = address("agreement", episode.pk, "early_help")
    add = reverse("people:add_to_family", args=[episode.family_id])
    assert add not in browser_of(lead).get(asked).text
    adults = FamilyMember.objects.filter(family=episode.family).exclude(person__in=episode.family.children)
    adults.update(ended_on=TODAY - timedelta(days=1))
    page = browser_of(lead).get(asked).text
    assert "No parent or carer of this family is recorded yet" in page
    assert add in page


def test_a_handover_answered_meanwhile_says_so(as_app, browser_of, lead, episode):
    manager = factories.worker(Role.EARLY_HELP_MANAGER)
    with as_app(lead):
        offer = actions.hand_over(
            kind=Handover.Kind.TRANSFER, episode=episode, to_team=manager.teams[0], reason="Moving", by=lead, at=NOW
        )
    browser, said = browser_of(manager), {"version": "1", "answer": "accept", "lead": str(manager.pk)}
    assert browser.post(address("handover", offer.pk), said).status_code == 302

    again = browser.post(
        address("handover", offer.pk), {"version": "1", "answer": "refuse", "reason": "x"}, follow=True
    )

    assert "Somebody answered while you were reading" in again.text
    assert Handover.objects.get().refused_at is None


def test_an_action_cannot_be_promised_for_a_day_gone_by(browser_of, lead, plan):
    yesterday = clock.today() - timedelta(days=1)
    page = browser_of(lead).post(
        address("new_action", plan.pk),
        {"text": "Ring", "promised_by": "family", "due_on-day": yesterday.day, "due_on-month": yesterday.month,
         "due_on-year": yesterday.year},
    )  # fmt: skip

    assert "must be today or in the future" in page.text
