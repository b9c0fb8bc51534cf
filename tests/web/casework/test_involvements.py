"""Who is involved: a part opens the family's file, ending it closes the file; one lead professional a child."""

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kinfold.web.access.checks import NotVisible, Refused, can_see
from kinfold.web.access.permissions import Role
from kinfold.web.casework import actions, selectors
from kinfold.web.casework.models import Involvement
from kinfold.web.notices.models import Notice
from tests import factories
from tests.factories.days import NOW, TODAY


def name_lead(episode, user, by):
    return actions.name_lead(episode=episode, user=user, on=TODAY, by=by, at=NOW)


def involve(family, by, **said):
    return actions.involve(people=family.children, on=TODAY, at=NOW, by=by, **said)


@pytest.fixture
def episode(family):
    return factories.episode(family, "early_help")


@pytest.fixture
def manager(family):
    return factories.worker(Role.EARLY_HELP_MANAGER, on=family)


def test_being_named_lead_opens_the_file_to_the_person_and_their_team(as_app, family, episode, manager):
    worker = factories.worker()
    colleague = factories.worker(team=worker.teams[0])
    with as_app(manager):
        assert len(name_lead(episode, worker, manager)) == 2  # a row a child

    assert can_see(worker, family.record_id)
    assert can_see(colleague, family.record_id)
    assert Notice.objects.get(user=worker).words == "You are now a family’s lead professional"


def test_another_part_opens_the_file_to_that_person_alone(as_app, family, lead):
    pcso = factories.worker(Role.EARLY_HELP_PCSO)
    colleague = factories.worker(Role.EARLY_HELP_PCSO, team=pcso.teams[0])
    with as_app(lead):
        involve(family, lead, role="pcso", user=pcso)

    assert can_see(pcso, family.record_id)
    assert not can_see(colleague, family.record_id)


def test_the_former_lead_no_longer_leads_and_no_longer_sees(as_app, family, episode, manager):
    former, new = factories.worker(), factories.worker()
    with as_app(manager):
        name_lead(episode, former, manager)
        name_lead(episode, new, manager)

        assert {user.pk for user in selectors.leads(manager, [c.pk for c in family.children], TODAY).values()} == {
            new.pk
        }
    assert not can_see(former, family.record_id)
    assert Notice.objects.filter(user=former, url_name="early_help:families").exists()


def test_naming_the_same_lead_twice_changes_nothing(as_app, episode, manager):
    worker = factories.worker()
    with as_app(manager):
        assert name_lead(episode, worker, manager) == name_lead(episode, worker, manager)

    assert Involvement.objects.count() == 2
    assert can_see(worker, episode.record_id)


def test_a_professional_takes_up_the_lead_where_nobody_has_it_but_not_from_somebody(as_app, family, episode):
    first, second = factories.worker(on=family), factories.worker(on=family)
    with as_app(first):
        name_lead(episode, first, first)
    with as_app(second), pytest.raises(Refused):
        name_lead(episode, second, second)


def test_a_lead_is_somebody_who_can_open_the_file(as_app, episode, manager):
    closed = factories.worker(is_active=False)

    with as_app(manager), pytest.raises(ValidationError, match="account is open"):
        name_lead(episode, closed, manager)


def test_ending_ones_part_closes_the_file_and_happens_once(as_app, family, lead):
    pcso = factories.worker(Role.EARLY_HELP_PCSO)
    with as_app(lead):
        parts = involve(family, lead, role="pcso", user=pcso)
    with as_app(pcso):
        for part in parts:
            actions.end_involvement(involvement=part, on=TODAY, by=pcso, at=NOW)

    assert not can_see(pcso, family.record_id)
    with as_app(lead), pytest.raises(Refused):
        actions.end_involvement(involvement=parts[0], on=TODAY, by=lead, at=NOW)


def test_a_part_must_be_known_and_somebodys(as_app, family, lead):
    with as_app(lead):
        with pytest.raises(ValidationError, match="the part"):
            involve(family, lead, role="friend", user=lead)
        with pytest.raises(ValidationError, match="a professional or a team"):
            involve(family, lead, role="pcso")


def test_whom_to_ring_is_said_once_however_many_children(as_app, family, episode, manager):
    worker = factories.worker(telephone="01632 960 222", post="Family support worker")
    with as_app(manager):
        name_lead(episode, worker, manager)
        involve(family, manager, role="school_contact", user=factories.worker(Role.SAFEGUARDING_LEAD))

        first, second = selectors.involved(manager, family.children, TODAY)

    assert (first.role_label, first.name, first.telephone) == ("Lead professional", worker.name, "01632 960 222")
    assert len(first.person_ids) == 2
    assert second.role_label == "School contact"


def test_a_family_at_tier_3_without_a_lead_is_an_exception_until_it_has_one(as_app, family, episode, manager):
    factories.episode(factories.family(record=family.record), "family_support")  # Tier 2: none expected
    with as_app(manager):
        assert [row.family for row in selectors.episodes_without_lead(manager, TODAY)] == [family]
        name_lead(episode, manager, manager)

        assert selectors.episodes_without_lead(manager, TODAY) == []


def test_a_sibling_without_a_lead_makes_the_family_an_exception(as_app, family, episode, manager):
    with as_app(manager):
        name_lead(episode, manager, manager)
    factories.status(factories.child(family), "early_help", episode=episode)

    with as_app(manager):
        assert [row.family for row in selectors.episodes_without_lead(manager, TODAY)] == [family]


def test_the_exception_list_shows_no_family_that_is_not_the_viewers(as_app, episode):
    elsewhere = factories.worker(Role.EARLY_HELP_MANAGER)

    with as_app(elsewhere):
        assert selectors.episodes_without_lead(elsewhere, TODAY) == []


def test_ones_families_and_ones_teams(as_app, family, episode, manager):
    worker = factories.worker()
    colleague = factories.worker(team=worker.teams[0])
    with as_app(manager):
        name_lead(episode, worker, manager)
    with as_app(worker):
        (mine,) = selectors.families_of(worker, TODAY)
    with as_app(colleague):
        assert selectors.families_of(colleague, TODAY) == []
        (ours,) = selectors.families_of_team(colleague, colleague.teams[0], TODAY)

    assert (mine.family, mine.tier, mine.lead, mine.my_roles) == (family, 3, worker, ["Lead professional"])
    assert (ours.episode, len(ours.statuses), ours.my_roles) == (episode, 2, [])


def test_lists_of_families_take_the_same_queries_however_long(as_app):
    worker = factories.worker()

    def queries_for(more):
        for _ in range(more):
            factories.lead(factories.episode(factories.family(), "early_help"), worker)
        with as_app(worker), CaptureQueriesContext(connection) as caught:
            selectors.families_of(worker, TODAY)
        return len(caught)

    queries_for(1)
    assert queries_for(1) == queries_for(5)


def test_a_foreign_family_has_no_involvements_to_show_or_to_make(as_app, family, episode, manager):
    stranger = factories.worker()
    with as_app(manager):
        name_lead(episode, manager, manager)

    with as_app(stranger):
        assert selectors.involved(stranger, family.children, TODAY) == []
        with pytest.raises(NotVisible):
            involve(family, stranger, role="pcso", user=stranger)
