"""Family Support Plans: written together, agreed when ready, reviewed on time, ended with every action dealt with."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from kinfold.web.access.checks import NotVisible
from kinfold.web.access.permissions import Role
from kinfold.web.casework.models import Episode
from kinfold.web.commitments.models import Commitment
from kinfold.web.core.versions import StaleVersion
from kinfold.web.deadlines.models import Deadline
from kinfold.web.early_help import actions
from kinfold.web.early_help.models import Goal, Plan
from kinfold.web.meetings.actions import Attending
from kinfold.web.meetings.models import Meeting
from kinfold.web.questionnaires.actions import Given, save_answers
from kinfold.web.sharing.models import Agreement, ShareWith
from tests import factories
from tests.factories.days import NOW, TODAY


def write(episode, by, **said):
    return actions.write_plan(episode=episode, children=episode.family.children, by=by, at=NOW, **said)


def test_a_plan_begun_twice_is_one_plan(as_app, episode, lead):
    with as_app(lead):
        assert write(episode, lead) == write(episode, lead)


def test_the_same_goal_and_the_same_action_twice_are_one(as_app, plan, lead):
    with as_app(lead):
        goal = actions.add_goal(plan=plan, title=" Calm mornings ", on=TODAY, by=lead)
        actions.promise(plan=plan, text="We will ring", promised_by="service", promiser=lead, goal=goal, by=lead)

    assert (Goal.objects.count(), Commitment.objects.count()) == (1, 1)


def test_agreeing_counts_the_plan_from_today_and_puts_its_review_on_the_clock(as_app, agreed_plan, lead):
    assert (agreed_plan.submitted_on, agreed_plan.submitted_by) == (TODAY, lead)
    assert (agreed_plan.tier, agreed_plan.ward, agreed_plan.agency) == (3, "Fratton", lead.agency)
    review = Meeting.objects.get(about_id=agreed_plan.pk)
    assert review.due_on == TODAY + timedelta(weeks=6)
    clock = Deadline.objects.get(about_id=review.pk)
    assert (clock.rule, clock.user, clock.met_at) == ("plan_review", lead, None)


def test_agreeing_twice_is_agreeing_once(as_app, agreed_plan, lead):
    with as_app(lead):
        actions.agree_plan(plan=agreed_plan, by=lead, at=NOW + timedelta(days=3))

    assert Plan.objects.get().submitted_on == TODAY
    assert Meeting.objects.count() == 1


@pytest.mark.parametrize(
    ("take_away", "words"),
    [
        (lambda: Goal.objects.all().delete(), "at least one goal"),
        (lambda: Commitment.objects.update(dropped_at=NOW), "at least one action"),
        (lambda: ShareWith.objects.all().delete(), "who may see the plan"),
        (lambda: Agreement.objects.update(agreed=False), "agreed to this help"),
    ],
    ids=["no goal", "no action", "sharing not decided", "the family did not agree"],
)
def test_a_plan_is_not_agreed_before_it_is_ready(as_app, plan, lead, take_away, words):
    take_away()
    with as_app(lead), pytest.raises(ValidationError, match=words):
        actions.agree_plan(plan=plan, by=lead, at=NOW)


def test_words_changed_meanwhile_are_not_written_over(as_app, plan, lead):
    with as_app(lead):
        actions.change_plan(plan=plan, title="Ours", what_needs_to_change="Theirs", version=1, by=lead)
        with pytest.raises(StaleVersion) as stale:
            actions.change_plan(plan=plan, title="Ours", what_needs_to_change="Mine", version=1, by=lead)

    assert (stale.value.current.what_needs_to_change, stale.value.mine.what_needs_to_change) == ("Theirs", "Mine")


def test_a_stranger_finds_no_plan_to_write_in(as_app, plan, stranger):
    with as_app(stranger), pytest.raises(NotVisible):
        actions.add_goal(plan=plan, title="Theirs", on=TODAY, by=stranger)


def test_a_goal_reached_is_kept_with_its_day_and_can_be_opened_again(as_app, plan, lead):
    goal = Goal.objects.get()
    with as_app(lead):
        goal = actions.change_goal(goal=goal, title=goal.title, reached_on=TODAY, version=1, by=lead)
        assert goal.reached_on == TODAY
        goal = actions.change_goal(goal=goal, title=goal.title, reached_on=None, version=2, by=lead)

    assert goal.reached_on is None


def review(plan, by, outcome, at=NOW):
    meeting = Meeting.objects.planned().get(about_id=plan.pk)
    response = actions.start_review(review=meeting, plan=plan, by=by, on=TODAY)
    save_answers(
        response=response, version=response.version, by=by,
        answers=[
            Given("better", "We eat together", "parent"), Given("services_did_their_part", "yes", "parent"),
            Given("outcome", outcome), Given("outcome_why", "It works"), Given("family_agrees", "yes", "parent"),
            Given("score_safety", 6, "child", plan.plan_children.first().person_id),
        ],
    )  # fmt: skip
    response.refresh_from_db()
    return actions.finish_review(
        review=meeting, plan=plan, response=response, held_on=TODAY, version=response.version, by=by, at=at,
        attending=[Attending(by, attended=True)],
    )  # fmt: skip


@pytest.mark.parametrize("outcome", ["continue", "step_up", "step_down"])
def test_a_review_meets_its_deadline_and_plans_the_next(as_app, agreed_plan, lead, outcome):
    with as_app(lead):
        held = review(agreed_plan, lead, outcome)

    assert (held.held_on, held.outcome, held.notes) == (TODAY, outcome, "It works")
    assert Deadline.objects.get(about_id=held.pk).met_at == NOW
    following = Meeting.objects.planned().get(about_id=agreed_plan.pk)
    assert following.due_on == TODAY + timedelta(weeks=6)
    assert Deadline.objects.open().filter(about_id=following.pk).count() == 1


def test_after_a_review_that_closes_the_plan_no_further_one_is_planned(as_app, agreed_plan, lead):
    with as_app(lead):
        review(agreed_plan, lead, "close")

    assert not Meeting.objects.planned().exists()


def test_ending_a_plan_asks_what_happens_with_each_open_action(as_app, agreed_plan, lead):
    promised = Commitment.objects.get()
    with as_app(lead):
        with pytest.raises(ValidationError, match="still open"):
            actions.end_plan(plan=agreed_plan, outcome="goals_met", by=lead, at=NOW, open_actions={})
        actions.end_plan(plan=agreed_plan, outcome="goals_met", by=lead, at=NOW, open_actions={promised.pk: "done"})

    promised.refresh_from_db()
    assert (promised.done_on, promised.done_by) == (TODAY, lead)
    assert Meeting.objects.get().cancelled_at == NOW
    assert Deadline.objects.get().withdrawn_at == NOW
    assert Plan.objects.get().outcome == "goals_met"


def test_closing_help_ends_its_plans_and_closes_the_file(as_app, agreed_plan, lead, episode):
    promised = Commitment.objects.get()
    with as_app(lead):
        actions.close_help(
            episode=episode, outcome="goals_met", note="They did well", by=lead, at=NOW,
            open_actions={promised.pk: "not_needed"},
        )  # fmt: skip

    assert Plan.objects.get().closed_on == TODAY
    assert Episode.objects.get().outcome == "goals_met"
    assert Commitment.objects.get().dropped_at == NOW
    assert not lead.involvements.filter(ended_on__isnull=True).exists()


def test_a_new_lead_is_given_the_reviews_that_are_due(as_app, agreed_plan, lead, episode):
    manager = factories.worker(Role.EARLY_HELP_MANAGER, on=episode)
    successor = factories.worker(team=manager.teams[0])
    with as_app(manager):
        actions.name_lead(episode=episode, user=successor, by=manager, at=NOW)

    assert Deadline.objects.get().user == successor
