"""Handovers: the sender holds the family until the receiver accepts; a refusal is reasoned; harm is never declined."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from kinfold.web.access.checks import NotVisible, Refused, can_see
from kinfold.web.access.permissions import Role
from kinfold.web.casework import actions, selectors
from kinfold.web.casework.models import Handover, Status
from kinfold.web.core import clock
from kinfold.web.core.versions import StaleVersion
from kinfold.web.deadlines.models import Deadline
from kinfold.web.notices.models import Notice
from tests import factories
from tests.factories.days import NOW, TODAY


@pytest.fixture
def episode(family):
    return factories.episode(family, "family_support")


@pytest.fixture
def step_up(as_app, family, episode, lead, manager, agreed):
    """An offer from Family Support to Early Help, to which the family has agreed."""
    with as_app(lead):
        agreed(episode, family.parent, lead)
        return offer(family, lead, manager.teams[0], episode=episode)


def offer(family, by, to_team, **said):
    said = {"kind": "step_up", "to_status": "early_help", "reason": "Needs have grown", "at": NOW} | said
    return actions.offer_handover(people=family.children, to_team=to_team, by=by, family=family, **said)


def kinds_now(family, by):
    return {row.kind for row in selectors.current_statuses(by, on=TODAY, people=[c.pk for c in family.children])}


def test_an_offer_opens_the_file_to_the_receiver_and_puts_the_answer_on_the_clock(as_app, family, step_up, manager):
    assert can_see(manager, family.record_id)
    clock_started = Deadline.objects.get(about_id=step_up.pk)
    assert (clock_started.rule, clock_started.team) == ("handover_acceptance", manager.teams[0])
    with as_app(manager):
        (waiting,) = selectors.handovers_waiting(manager)
        assert (waiting.handover, waiting.can_answer, waiting.due_at) == (step_up, True, clock_started.due_at)
        assert waiting.people == family.children
    assert Notice.objects.get(user=manager).about_id == step_up.pk


def test_until_it_is_accepted_the_sender_holds_the_family(as_app, family, step_up, lead):
    with as_app(lead):
        assert kinds_now(family, lead) == {"family_support"}
        assert [row.handover for row in selectors.handovers_offered(lead)] == [step_up]


def test_accepting_begins_the_new_help_on_the_day_the_former_ends(as_app, family, episode, step_up, manager):
    with as_app(manager):
        accepted = actions.accept_handover(handover=step_up, by=manager, at=NOW, version=1)

        assert kinds_now(family, manager) == {"early_help"}
        assert selectors.handovers_waiting(manager) == []
    assert (accepted.episode, len(accepted.started), accepted.waits_for_agreement) == (episode, 2, False)
    former = Status.objects.filter(kind="family_support")
    assert {(row.ended_on, row.end_reason) for row in former} == {(TODAY, "step_up")}
    assert Deadline.objects.get(about_id=step_up.pk).met_at == NOW
    assert Notice.objects.filter(user=step_up.offered_by, words="A handover you made was accepted").exists()


def test_accepting_twice_is_accepting_once_and_a_second_person_is_told(as_app, step_up, manager):
    colleague = factories.worker(Role.EARLY_HELP_MANAGER, team=manager.teams[0])
    with as_app(manager):
        for _ in range(2):
            actions.accept_handover(handover=step_up, by=manager, at=NOW, version=1)
    with as_app(colleague), pytest.raises(ValidationError, match="already answered"):
        actions.refuse_handover(handover=step_up, reason="We are full", by=colleague, at=NOW, version=1)

    assert Status.objects.filter(kind="early_help").count() == 2


def test_without_agreement_the_family_is_taken_on_and_help_begins_when_it_agrees(
    as_app, family, episode, lead, manager, agreed
):
    with as_app(lead):
        handover = offer(family, lead, manager.teams[0], episode=episode)
    with as_app(manager):
        accepted = actions.accept_handover(handover=handover, by=manager, at=NOW)
        assert accepted.waits_for_agreement
        assert kinds_now(family, manager) == {"family_support"}  # nobody is ever without help in between
        assert [row.handover for row in selectors.handovers_awaiting_agreement(manager)] == [handover]

        agreed(episode, family.parent, manager)
        actions.begin_help(handover=handover, by=manager, on=TODAY)

        assert kinds_now(family, manager) == {"early_help"}
        assert selectors.handovers_awaiting_agreement(manager) == []


def test_the_hubs_decision_begins_help_where_there_was_none(as_app, family, hub, manager, social_worker):
    with as_app(hub):
        handover = offer(family, hub, social_worker.teams[0], kind="start", to_status="child_in_need")
    with as_app(social_worker):
        accepted = actions.accept_handover(handover=handover, by=social_worker, at=NOW)

    assert accepted.episode.family == family
    assert {status.kind for status in accepted.started} == {"child_in_need"}
    assert {status.ward for status in accepted.started} == {"Fratton"}


def test_statutory_help_is_accepted_by_social_care_alone(as_app, family, hub, manager):
    with as_app(hub):
        handover = offer(family, hub, manager.teams[0], kind="start", to_status="child_in_need")
    with as_app(manager), pytest.raises(ValidationError, match="Only children’s social care"):
        actions.accept_handover(handover=handover, by=manager, at=NOW)


def test_a_refusal_is_reasoned_leaves_the_family_and_tells_both_managers(as_app, family, step_up, lead, manager):
    sending_manager = factories.worker(Role.EARLY_HELP_MANAGER, team=lead.teams[0])
    at = clock.now()
    with as_app(manager):
        with pytest.raises(ValidationError, match="Say why"):
            actions.refuse_handover(handover=step_up, reason=" ", by=manager, at=at)
        actions.refuse_handover(handover=step_up, reason="We are full until July", by=manager, at=at)
        actions.refuse_handover(handover=step_up, reason="We are full until July", by=manager, at=at)

    told = Notice.objects.filter(words="A handover was refused").values_list("user", flat=True)
    assert sorted(told) == sorted([manager.pk, sending_manager.pk, lead.pk])
    with as_app(lead):
        assert kinds_now(family, lead) == {"family_support"}
        assert Handover.objects.get().refusal_reason == "We are full until July"


def test_after_a_refusal_the_managers_can_still_read_why_and_the_rest_of_the_team_no_more(as_app, step_up, manager):
    colleague = factories.worker(team=manager.teams[0])
    assert can_see(colleague, step_up.record_id)
    with as_app(manager):
        actions.refuse_handover(handover=step_up, reason="We are full", by=manager, at=clock.now() - timedelta(hours=1))

    assert can_see(manager, step_up.record_id)
    assert not can_see(colleague, step_up.record_id)


def test_a_contact_about_an_open_case_is_accepted_by_whoever_helps(as_app, family, hub):
    worker = factories.worker(on=family)
    with as_app(hub):
        handover = offer(family, hub, worker.teams[0], kind="open_case", to_status="", to_user=worker)
    with as_app(worker):
        assert [row.can_answer for row in selectors.handovers_waiting(worker)] == [True]
        actions.accept_handover(handover=handover, by=worker, at=NOW)

    assert Handover.objects.get().answered_by == worker


def test_an_offer_made_twice_is_one_offer(as_app, family, episode, step_up, lead, manager):
    with as_app(lead):
        assert offer(family, lead, manager.teams[0], episode=episode) == step_up


def test_an_offer_taken_back_closes_the_file_again_and_cannot_be_accepted(as_app, family, step_up, lead, manager):
    with as_app(manager), pytest.raises(ValidationError, match="Only the team that handed it over"):
        actions.withdraw_handover(handover=step_up, by=manager, at=NOW)
    with as_app(lead):
        actions.withdraw_handover(handover=step_up, by=lead, at=NOW)
        actions.withdraw_handover(handover=step_up, by=lead, at=NOW)

    assert not can_see(manager, family.record_id)
    assert Deadline.objects.get(about_id=step_up.pk).withdrawn_at == NOW
    with as_app(manager), pytest.raises(NotVisible):
        actions.accept_handover(handover=step_up, by=manager, at=NOW)


def test_a_handover_changed_meanwhile_is_not_answered_from_a_stale_page(as_app, step_up, manager):
    Handover.objects.update(version=2)

    with as_app(manager), pytest.raises(StaleVersion):
        actions.accept_handover(handover=step_up, by=manager, at=NOW, version=1)


def test_only_the_receiving_team_answers(as_app, family, step_up, lead):
    elsewhere = factories.worker(Role.EARLY_HELP_MANAGER, on=family)

    with as_app(elsewhere), pytest.raises(ValidationError, match="Only the team that it was handed to"):
        actions.accept_handover(handover=step_up, by=elsewhere, at=NOW)
    with as_app(lead), pytest.raises(Refused):
        actions.accept_handover(handover=step_up, by=lead, at=NOW)


def test_a_team_does_not_hand_over_to_itself_and_help_needs_a_family(as_app, family, episode, lead, manager):
    with as_app(lead):
        with pytest.raises(ValidationError, match="other than your own"):
            offer(family, lead, lead.teams[0], episode=episode)
        with pytest.raises(ValidationError, match="the help that would begin"):
            offer(family, lead, manager.teams[0], episode=episode, to_status="")
        with pytest.raises(ValidationError, match="which family"):
            actions.offer_handover(
                kind="start", people=family.children, to_team=manager.teams[0], reason="x", by=lead, at=NOW,
                to_status="early_help",
            )  # fmt: skip


def test_a_team_that_handed_the_family_on_no_longer_holds_its_file(as_app, family, hub, manager, agreed):
    first = factories.worker(Role.EARLY_HELP_MANAGER, team=factories.team("family_support"))
    with as_app(hub):
        handover = offer(family, hub, first.teams[0], kind="start", to_status="family_support")
    with as_app(first):
        episode = actions.accept_handover(handover=handover, by=first, at=NOW).episode
        agreed(episode, family.parent, first, purpose="family_support")
        agreed(episode, family.parent, first)
        actions.begin_help(handover=handover, by=first, on=TODAY)
        on = offer(family, first, manager.teams[0], episode=episode)
    with as_app(manager):
        actions.accept_handover(handover=on, by=manager, at=NOW)

    assert can_see(manager, family.record_id)
    assert not can_see(first, family.record_id)


def test_help_is_not_closed_while_a_handover_waits(as_app, episode, step_up, lead):
    with as_app(lead), pytest.raises(ValidationError, match="still waits for an answer"):
        actions.close_episode(episode=episode, outcome="goals_met", on=TODAY, by=lead, at=NOW)


def test_a_family_that_is_not_ones_own_is_not_ones_to_hand_over(as_app, family, manager):
    stranger = factories.worker()

    with as_app(stranger), pytest.raises(NotVisible):
        offer(family, stranger, manager.teams[0])


def test_a_family_handed_over_is_the_other_teams_from_the_day_it_accepts(as_app, family, episode, lead, manager):
    before = Status.objects.values_list("agency", "ward").first()
    with as_app(lead):
        handover = offer(family, lead, manager.teams[0], kind="transfer", to_status="", episode=episode)
        assert selectors.families_of_team(manager, manager.teams[0], TODAY) == []
    with as_app(manager):
        actions.accept_handover(handover=handover, by=manager, at=NOW)
        assert [row.episode for row in selectors.families_of_team(manager, manager.teams[0], TODAY)] == [episode]

    assert Status.objects.values_list("agency", "ward").first() == before


def test_a_support_workers_manager_sees_that_nobody_leads_the_family(as_app, family, episode, lead):
    factories.status(family.children[0], "early_help", episode=episode)
    worker = factories.worker(on=family)
    manager = factories.worker(Role.EARLY_HELP_MANAGER, team=worker.teams[0])
    with as_app(lead):
        actions.involve(
            people=family.children, role="family_support_worker", on=TODAY, at=NOW, by=lead, episode=episode,
            user=worker, team=worker.teams[0],
        )  # fmt: skip
    with as_app(manager):
        assert [row.episode for row in selectors.episodes_without_lead(manager, TODAY)] == [episode]
