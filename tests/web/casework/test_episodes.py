"""Help to a family: opened once, begun with agreement, closed with an outcome; each status as it was on its day."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from kinfold.web.access.checks import NotVisible, Refused
from kinfold.web.access.permissions import Role
from kinfold.web.audit.models import AuditEvent
from kinfold.web.casework import actions, selectors
from kinfold.web.casework.models import Episode, Status
from kinfold.web.core.versions import StaleVersion
from kinfold.web.people.models import Person
from tests import factories
from tests.factories.days import A_WEEK_AGO, NOW, TODAY


def open_episode(family, by):
    return actions.open_episode(family=family, on=A_WEEK_AGO, by=by)


def start(episode, person, by, kind="early_help", **said):
    return actions.start_status(episode=episode, person=person, kind=kind, on=TODAY, by=by, **said)


def test_a_family_has_one_open_episode(as_app, family, lead):
    with as_app(lead):
        assert open_episode(family, lead) == open_episode(family, lead)

    assert Episode.objects.count() == 1
    assert AuditEvent.objects.filter(action="casework.episode_opened").count() == 1


def test_help_at_tiers_2_and_3_begins_only_when_the_family_has_agreed(as_app, family, lead, agreed):
    with as_app(lead):
        episode = open_episode(family, lead)
        with pytest.raises(ValidationError, match="Record that the family agreed") as refused:
            start(episode, family.children[0], lead)
        agreed(episode, family.parent, lead)

        status = start(episode, family.children[0], lead)

    assert refused.value.code == "CW1"
    assert (status.kind, status.tier) == ("early_help", 3)


def test_an_agreement_taken_back_no_longer_begins_help(as_app, family, lead, agreed):
    with as_app(lead):
        episode = open_episode(family, lead)
        agreed(episode, family.parent, lead)
        agreed(episode, family.parent, lead, agreed=False)

        with pytest.raises(ValidationError, match="Record that the family agreed"):
            start(episode, family.children[0], lead)


def test_a_status_keeps_the_ward_and_the_team_of_its_day(as_app, family, lead, agreed):
    child = family.children[0]
    with as_app(lead):
        episode = open_episode(family, lead)
        agreed(episode, family.parent, lead)
        status = start(episode, child, lead)
    child.addresses.update(ended_on=TODAY)
    factories.address(child, ward="Paulsgrove", started_on=TODAY)

    status.refresh_from_db()
    assert (status.ward, status.team, status.agency) == ("Fratton", lead.teams[0], lead.agency)


def test_a_confidential_address_gives_no_ward_away(as_app, family, lead, agreed):
    child = family.children[0]
    child.addresses.update(confidential=True, record=factories.record("sealed"))
    with as_app(lead):
        episode = open_episode(family, lead)
        agreed(episode, family.parent, lead)

        assert start(episode, child, lead).ward == ""


def test_a_status_that_runs_is_not_started_again(as_app, family, lead, agreed):
    with as_app(lead):
        episode = open_episode(family, lead)
        agreed(episode, family.parent, lead)

        assert start(episode, family.children[0], lead) == start(episode, family.children[0], lead)


def test_only_social_care_starts_and_ends_statutory_help(as_app, family, lead, social_worker):
    with as_app(lead):
        episode = open_episode(family, lead)
        with pytest.raises(ValidationError, match="Only children’s social care"):
            start(episode, family.children[0], lead, kind="child_protection")
    with as_app(social_worker):
        status = start(episode, family.children[0], social_worker, kind="child_protection")
    with as_app(lead), pytest.raises(ValidationError, match="Only children’s social care"):
        actions.end_status(status=status, on=TODAY, by=lead, reason="no_further_action")


def test_protection_and_being_looked_after_may_overlap_and_the_most_serious_is_said(as_app, family, social_worker):
    child, sibling = family.children
    with as_app(social_worker):
        episode = open_episode(family, social_worker)
        for kind in ("child_in_need", "child_protection", "looked_after"):
            start(episode, child, social_worker, kind=kind)

        assert selectors.open_to_each([child.pk, sibling.pk], TODAY) == {child.pk: "looked_after", sibling.pk: "none"}
        kinds = [row.kind for row in selectors.current_statuses(social_worker, on=TODAY, people=[child.pk])]
        assert kinds == ["looked_after", "child_protection", "child_in_need"]
        assert selectors.open_to(child, A_WEEK_AGO) == "none"


def test_an_ended_status_is_over_at_the_close_of_its_day_and_ends_once(as_app, family, lead):
    episode = factories.episode(family, "early_help")
    status = Status.objects.filter(episode=episode).first()
    with as_app(lead):
        actions.end_status(status=status, on=TODAY, by=lead, reason="no_longer_needed")

        assert selectors.open_to(status.person, TODAY - timedelta(days=1)) == "early_help"
        assert selectors.open_to(status.person, TODAY) == "none"
        with pytest.raises(ValidationError, match="already ended"):
            actions.end_status(status=status, on=TODAY, by=lead, reason="no_longer_needed")


def test_closing_ends_what_goes_on_and_the_sight_of_the_file(as_app, family):
    lead = factories.worker()
    episode = factories.episode(family, "early_help")
    factories.lead(episode, lead)
    with as_app(lead):
        actions.close_episode(episode=episode, outcome="goals_met", on=TODAY, by=lead, at=NOW, version=1)
    with as_app(lead):
        assert not Person.objects.exists()

    episode.refresh_from_db()
    assert (episode.closed_on, episode.outcome) == (TODAY, "goals_met")
    assert not Status.objects.filter(ended_on__isnull=True).exists()
    assert not episode.involvements.filter(ended_on__isnull=True).exists()


def test_closing_twice_is_closing_once(as_app, family, lead):
    episode = factories.episode(family)
    with as_app(lead):
        for outcome in ("goals_met", "moved_away"):
            actions.close_episode(episode=episode, outcome=outcome, on=TODAY, by=lead, at=NOW)

    episode.refresh_from_db()
    assert episode.outcome == "goals_met"


def test_an_episode_changed_meanwhile_is_not_closed_from_a_stale_page(as_app, family, lead):
    episode = factories.episode(family, version=2)

    with as_app(lead), pytest.raises(StaleVersion):
        actions.close_episode(episode=episode, outcome="goals_met", on=TODAY, by=lead, at=NOW, version=1)


def test_help_does_not_close_over_a_protected_child(as_app, family, lead):
    episode = factories.episode(family, "child_protection")

    with as_app(lead), pytest.raises(ValidationError, match="Social care ends that first"):
        actions.close_episode(episode=episode, outcome="goals_met", on=TODAY, by=lead, at=NOW)


@pytest.mark.parametrize(
    ("said", "words"),
    [({"outcome": "gone"}, "how help to this family ended"), ({"on": A_WEEK_AGO - timedelta(days=1)}, "on or after")],
)
def test_a_closing_that_will_not_do_is_refused_in_words(as_app, family, lead, said, words):
    said = {"outcome": "goals_met", "on": TODAY} | said

    with as_app(lead), pytest.raises(ValidationError, match=words):
        actions.close_episode(episode=factories.episode(family), by=lead, at=NOW, **said)


def test_a_foreign_family_is_not_there_and_a_pcso_opens_nothing(as_app, family):
    stranger, pcso = factories.worker(), factories.worker(Role.EARLY_HELP_PCSO, on=family)

    with as_app(stranger), pytest.raises(NotVisible):
        open_episode(family, stranger)
    with as_app(pcso), pytest.raises(Refused):
        open_episode(family, pcso)
