"""“Do not share with” holds on every output, and a plan with one parent alone is opened by those named alone."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from kinfold.web.access.checks import NotVisible
from kinfold.web.access.permissions import Role
from kinfold.web.commitments.models import Commitment
from kinfold.web.deadlines.models import Deadline
from kinfold.web.early_help import actions, chronology
from kinfold.web.early_help.models import Plan
from kinfold.web.early_help.plan_access import visible_plans
from kinfold.web.early_help.selectors.episodes import episode_page
from kinfold.web.early_help.selectors.papers import copies_of, paper_for
from kinfold.web.meetings.models import Meeting
from kinfold.web.questionnaires.models import Answer
from kinfold.web.record.selectors.families import family_page
from kinfold.web.sharing.models import ShareWith
from tests import factories
from tests.factories.days import LONG_AGO, NOW, TODAY


@pytest.fixture
def kept_from(as_app, agreed_plan, lead, colleague):
    """The colleague, from whom the agreed plan is now kept."""
    with as_app(lead):
        actions.decide_sharing(plan=agreed_plan, with_=colleague, may_share=False, reason="Mum asked", by=lead)
    return colleague


def test_a_plan_kept_from_a_colleague_is_on_none_of_their_pages(browser_of, agreed_plan, kept_from, episode):
    browser, review, promised = browser_of(kept_from), Meeting.objects.get(), Commitment.objects.get()

    for route, pk in (
        ("plan", agreed_plan.pk), ("copies", agreed_plan.pk), ("sharing", agreed_plan.pk), ("end_plan", agreed_plan.pk),
        ("plan_words", agreed_plan.pk), ("new_goal", agreed_plan.pk), ("new_action", agreed_plan.pk),
        ("agree_plan", agreed_plan.pk), ("review", review.pk), ("action", promised.pk),
        ("goal", agreed_plan.goals.get().pk),
    ):  # fmt: skip
        assert browser.get(reverse(f"early_help:{route}", args=[pk])).status_code == 404, route
    page = browser.get(reverse("early_help:episode", args=[episode.pk]))
    assert page.status_code == 200
    assert "We will ring" not in page.text
    assert str(agreed_plan.pk) not in page.text


def test_a_plan_kept_from_a_colleague_is_in_none_of_their_lists(as_app, family, episode, agreed_plan, kept_from):
    with as_app(kept_from):
        assert visible_plans(kept_from, episode=episode) == []
        page = episode_page(viewer=kept_from, episode_id=episode.pk, today=TODAY)
        assert (page.plans, page.due) == ([], [])
        assert family_page(viewer=kept_from, family_id=family.pk, today=TODAY).plans == []
        entries = chronology.entries(child=family.children[0], viewer=kept_from, since=LONG_AGO)
        assert [entry.title for entry in entries if "lan" in entry.title] == []


def test_a_plan_kept_from_an_agency_is_kept_from_everybody_in_it(as_app, agreed_plan, lead, colleague):
    with as_app(lead):
        actions.decide_sharing(plan=agreed_plan, with_=colleague.agency, may_share=False, reason="x", by=lead)
    with as_app(colleague):
        assert visible_plans(colleague, pk=agreed_plan.pk) == []
        with pytest.raises(NotVisible):
            actions.add_goal(plan=agreed_plan, title="Mine", on=TODAY, by=colleague)


def test_nobody_is_kept_from_a_plan_in_which_they_have_an_action_nor_given_one_in_a_plan_kept_from_them(
    as_app, agreed_plan, lead, colleague
):
    with as_app(lead):
        promised = actions.promise(
            plan=agreed_plan, text="I will see him", promised_by="service", promiser=colleague, by=lead
        )
        with pytest.raises(ValidationError, match="still has an action"):
            actions.decide_sharing(plan=agreed_plan, with_=colleague, may_share=False, by=lead)
        actions.mark_promise_done(plan=agreed_plan, commitment=promised, done_on=TODAY, by=lead, at=NOW)
        actions.decide_sharing(plan=agreed_plan, with_=colleague, may_share=False, by=lead)
        with pytest.raises(ValidationError, match="is not shared with this person"):
            actions.promise(plan=agreed_plan, text="Again", promised_by="service", promiser=colleague, by=lead)


def test_a_copy_is_made_for_those_it_may_be_shared_with_alone(as_app, family, agreed_plan, lead):
    with as_app(lead):
        actions.decide_sharing(plan=agreed_plan, with_=family.father, may_share=False, reason="Afraid", by=lead)
        copies = copies_of(lead, agreed_plan, TODAY)

        assert (copies.may, copies.must_not) == ([family.parent], [family.father])
        assert copies.undecided == family.children
        assert paper_for(lead, agreed_plan, family.father.pk, TODAY) is None
        assert paper_for(lead, agreed_plan, family.children[0].pk, TODAY) is None
        assert paper_for(lead, agreed_plan, family.parent.pk, TODAY).whose == family.parent


@pytest.mark.parametrize("route", ["copy", "copy_pdf"])
def test_paper_says_nothing_of_whom_the_plan_is_kept_from(
    as_app, browser_of, family, episode, agreed_plan, lead, route
):
    talked = factories.conversation(episode, completed_on=TODAY)
    for person, score in ((family.father, 2), (family.parent, 4)):
        Answer.objects.create(
            about_kind="early_help.conversation", about_id=talked.pk, question="safety", voice="parent", person=person,
            score=score, record=family.record,
        )  # fmt: skip
    with as_app(lead):
        actions.promise(plan=agreed_plan, text="Dad visits", promised_by="family", promiser=family.father, by=lead)
        actions.decide_sharing(plan=agreed_plan, with_=family.father, may_share=False, reason="Afraid of him", by=lead)
    browser = browser_of(lead)

    assert browser.get(reverse(f"early_help:{route}", args=[agreed_plan.pk, family.father.pk])).status_code == 404
    made = browser.get(reverse(f"early_help:{route}", args=[agreed_plan.pk, family.parent.pk]))
    assert made.status_code == 200
    if route == "copy":
        assert "Calm mornings" in made.text
        assert family.parent.forename in made.text.partition("How things are going")[2]
        assert family.father.forename not in made.text
        assert "Dad visits" not in made.text
        assert "Afraid of him" not in made.text
    else:
        assert made.content.startswith(b"%PDF")


def test_nothing_goes_to_a_family_that_does_not_know_of_a_contact(as_app, browser_of, family, agreed_plan, lead):
    contact = factories.contact(parents_informed="no", record=family.record)
    factories.contact_child(contact, person=family.children[0], record=family.record)
    browser = browser_of(lead)

    assert "Parents do not know" in browser.get(reverse("early_help:plan", args=[agreed_plan.pk])).text
    assert "Parents do not know" in browser.get(reverse("early_help:episode", args=[agreed_plan.episode_id])).text
    assert browser.get(reverse("early_help:copy", args=[agreed_plan.pk, family.parent.pk])).status_code == 404


def test_a_plan_with_one_parent_alone_is_opened_by_those_named_alone(as_app, family, episode, lead, colleague):
    hub, manager = factories.worker(Role.MASH_MANAGER), factories.worker(Role.EARLY_HELP_MANAGER, on=episode)
    with as_app(lead):
        plan = actions.write_plan(
            episode=episode, children=family.children, by=lead, at=NOW,
            own=actions.OwnPlan(family.parent, (colleague,)),
        )  # fmt: skip
        actions.add_goal(plan=plan, title="Mine", on=TODAY, by=lead)
    for user in (hub, manager):
        with as_app(user):
            assert not Plan.objects.filter(pk=plan.pk).exists()  # the database itself, with no filter of ours
            assert not plan.goals.exists()
            assert not ShareWith.objects.filter(about_id=plan.pk).exists()
    with as_app(colleague):
        assert visible_plans(colleague, episode=episode) == [plan]
    kept = ShareWith.objects.get(about_id=plan.pk, may_share=False)
    assert kept.person == family.father


def test_two_people_deciding_about_one_person_are_shown_both(browser_of, family, agreed_plan, lead):
    address = reverse("early_help:sharing", args=[agreed_plan.pk])
    key = f"person-{family.parent.pk}"
    said = {key: "no", f"{key}-why": "She asked", f"{key}-version": "7"}

    page = browser_of(lead).post(address, said)

    assert page.status_code == 409
    assert "Do not share: She asked" in page.text
    assert ShareWith.objects.get(person=family.parent).may_share


def test_a_review_of_a_plan_kept_from_a_colleague_is_in_no_tray_and_on_no_childs_page_of_theirs(
    as_app, browser_of, family, episode, agreed_plan, kept_from, lead
):
    review = Meeting.objects.get()
    Deadline.objects.filter(about_id=review.pk).update(user=kept_from, person=family.children[0])
    manager = factories.worker(Role.EARLY_HELP_MANAGER, on=episode, team=kept_from.teams[0])
    Commitment.objects.create(
        about_kind="early_help.plan", about_id=agreed_plan.pk, record=family.record, text="Said long ago",
        promised_by="service", promiser_user=kept_from,
    )  # fmt: skip
    here = reverse("early_help:review", args=[review.pk])
    child = reverse("record:child", args=[family.children[0].pk])

    for page in (reverse("record:tray"), child):
        shown = browser_of(kept_from).get(page).text
        assert here not in shown, page
        assert "Said long ago" not in shown, page
    assert here in browser_of(lead).get(child).text
    with as_app(lead):
        actions.decide_sharing(plan=agreed_plan, with_=manager, may_share=False, reason="Mum asked", by=lead)
    team = browser_of(manager).get(reverse("record:team_tray", args=[manager.teams[0].pk])).text
    assert here not in team
    assert "Said long ago" not in team


def test_a_plan_with_one_parent_alone_begins_without_what_the_other_said(browser_of, family, episode, lead):
    said = {
        "children": [str(family.children[0].pk)], "whose": "parent", "parent": str(family.parent.pk),
        "what_needs_to_change": "Dad said that mum drinks", "own_words": "I want to feel safe",
    }  # fmt: skip

    browser_of(lead).post(reverse("early_help:new_plan", args=[episode.pk]), said)

    assert Plan.objects.get().what_needs_to_change == "I want to feel safe"


def test_every_page_of_a_plan_says_how_to_talk_with_the_children_and_their_parents(
    as_app, browser_of, family, episode, agreed_plan, lead
):
    family.parent.first_language, family.parent.interpreter_needed = "pl", True
    family.parent.save()
    family.children[0].communication_needs = "Signs and pictures"
    family.children[0].save()
    review, browser = Meeting.objects.get(), browser_of(lead)
    with as_app(lead):
        talk = actions.start_conversation(episode=episode, by=lead, on=TODAY)
        actions.start_review(review=review, plan=agreed_plan, by=lead, on=TODAY)

    for route, arguments in (
        ("episode", [episode.pk]), ("plan", [agreed_plan.pk]), ("review", [review.pk]), ("conversation", [talk.pk]),
        ("conversation_page", [talk.pk, "strengths"]), ("review_page", [review.pk, "looking_back"]),
    ):  # fmt: skip
        page = browser.get(reverse(f"early_help:{route}", args=arguments), follow=True)
        assert "Interpreter needed: Polish" in page.text, route
        assert "Signs and pictures" in page.text, route


def test_a_parent_from_whom_the_plan_is_kept_is_not_named_at_its_head(as_app, browser_of, family, agreed_plan, lead):
    with as_app(lead):
        actions.decide_sharing(plan=agreed_plan, with_=family.father, may_share=False, reason="Afraid", by=lead)

    page = browser_of(lead).get(reverse("early_help:plan", args=[agreed_plan.pk])).text
    head = page.partition("How to talk with each person")[2].partition("</ul>")[0]

    assert family.parent.forename in head
    assert family.father.forename not in head
