"""Starting family support, and help that begins when a family that was taken on agrees."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from kinfold.web.access.checks import NotVisible
from kinfold.web.access.permissions import Role
from kinfold.web.casework import actions as casework
from kinfold.web.casework.models import Episode, Status
from kinfold.web.core import clock
from kinfold.web.early_help import actions, facts
from kinfold.web.early_help.selectors.families import families_page, families_without_help
from kinfold.web.sharing.models import Agreement
from tests import factories
from tests.factories.days import A_WEEK_AGO, NOW, TODAY


@pytest.fixture
def teacher(family):
    """A Designated Safeguarding Lead who is involved with the children, whom nobody helps by plan yet."""
    user = factories.worker(Role.SAFEGUARDING_LEAD, on=family)
    for child in family.children:
        casework.involvements.begin(
            [child], role="school_contact", on=A_WEEK_AGO, at=NOW, by=user, episode=None, user=user, team=None
        )
    return user


def start(family, by, **said):
    said = {"children": family.children, "agreed_by": family.parent} | said
    return actions.start_family_support(
        family=family, given_how="in_person", given_on=TODAY, by=by, at=NOW, today=TODAY, **said
    )


def test_a_school_starts_family_support_and_leads_it(as_app, family, teacher):
    with as_app(teacher):
        episode = start(family, teacher)
        (row,) = families_page(viewer=teacher, whose="mine", words="", today=TODAY).rows

    assert {(row.kind, row.tier, row.ward) for row in Status.objects.all()} == {("family_support", 2, "Fratton")}
    assert Agreement.objects.get().person == family.parent
    assert (row.episode_id, row.lead, row.tier) == (episode.pk, teacher.name, 2)


def test_starting_twice_is_starting_once(as_app, family, teacher):
    with as_app(teacher):
        assert start(family, teacher) == start(family, teacher)

    assert (Episode.objects.count(), Status.objects.count(), Agreement.objects.count()) == (1, 2, 1)


def test_a_family_that_gets_help_is_not_started_again(as_app, family, teacher):
    factories.episode(family, "early_help")
    with as_app(teacher), pytest.raises(ValidationError, match="already gets help"):
        start(family, teacher)


def test_nobody_starts_help_for_a_family_they_do_not_know(as_app, browser_of, family, stranger):
    with as_app(stranger), pytest.raises(NotVisible):
        start(family, stranger)
    assert browser_of(stranger).get(reverse("early_help:start_support", args=[family.pk])).status_code == 404


def test_children_of_another_family_and_people_outside_it_are_refused(as_app, family, teacher):
    other = factories.family(record=family.record)
    with as_app(teacher):
        with pytest.raises(ValidationError, match="Choose children of this family"):
            start(family, teacher, children=other.children)
        with pytest.raises(ValidationError, match="Choose who in the family"):
            start(family, teacher, agreed_by=other.parent)


def test_families_to_start_with_are_found_by_a_childs_name_among_ones_own(as_app, family, teacher, stranger):
    child = family.children[0]
    with as_app(teacher):
        (found,) = families_without_help(viewer=teacher, words=child.forename[:5].upper(), today=TODAY)
        assert (found.family, child in found.children) == (family, True)
        assert families_without_help(viewer=teacher, words="Nobody", today=TODAY) == []
    with as_app(stranger):
        assert families_without_help(viewer=stranger, words=child.forename, today=TODAY) == []


def test_family_support_does_not_start_with_a_no(browser_of, family, teacher):
    page = browser_of(teacher).post(
        reverse("early_help:start_support", args=[family.pk]),
        {"children": [str(family.children[0].pk)], "person": str(family.parent.pk), "agreed": "no",
         "given_how": "in_person", "given_on-day": 12, "given_on-month": 6, "given_on-year": 2024},
    )  # fmt: skip

    assert "Family support starts when the family says yes" in page.text
    assert not Episode.objects.exists()


def test_help_that_was_accepted_begins_when_the_family_agrees(as_app, family):
    hub, manager = factories.worker(Role.MASH_DECISION_MAKER), factories.worker(Role.EARLY_HELP_MANAGER)
    with as_app(hub):
        handover = casework.offer_handover(
            kind="start", family=family, people=family.children, to_team=manager.teams[0], to_status="early_help",
            reason="Needs help", by=hub, at=NOW,
        )  # fmt: skip
    successor = factories.worker(team=manager.teams[0])
    with as_app(manager):
        accepted = actions.accept_family(handover=handover, by=manager, at=NOW, lead=successor)
        assert (accepted.waits_for_agreement, Status.objects.count()) == (True, 0)
        actions.record_agreement(
            episode=accepted.episode, person=family.parent, purpose="early_help", agreed=True, given_how="telephone",
            given_on=TODAY, by=manager, today=TODAY,
        )  # fmt: skip

    assert {row.kind for row in Status.objects.all()} == {"early_help"}
    assert {row.user for row in accepted.episode.involvements.filter(role="lead_professional")} == {successor}


def test_a_no_is_recorded_and_begins_nothing(as_app, family, episode, lead):
    with as_app(lead):
        actions.record_agreement(
            episode=episode, person=family.father, purpose="family_support", agreed=False, given_how="telephone",
            given_on=TODAY, by=lead, today=TODAY,
        )  # fmt: skip

    assert not Status.objects.filter(kind="family_support").exists()


def test_a_family_that_changed_its_mind_stands_at_the_top_of_its_help(as_app, browser_of, family, episode, lead):
    page = reverse("early_help:episode", args=[episode.pk])
    assert "nobody has agreed to it since" not in browser_of(lead).get(page).text
    said = {"purpose": "early_help", "given_how": "telephone", "given_on": TODAY, "by": lead, "today": TODAY}
    with as_app(lead):
        actions.record_agreement(episode=episode, person=family.parent, agreed=False, **said)

    assert "said no to Early Help and Prevention" in browser_of(lead).get(page).text


def test_help_that_came_without_an_agreement_asks_for_one(browser_of, family):
    episode = factories.episode(family, "early_help")
    worker = factories.worker(on=episode)

    page = browser_of(worker).get(reverse("early_help:episode", args=[episode.pk])).text

    assert "Nobody has recorded that the family agreed" in page


def test_a_young_childs_yes_to_help_that_waits_is_kept_and_begins_nothing(as_app, family):
    episode = factories.episode(family, "family_support")
    manager = factories.worker(Role.EARLY_HELP_MANAGER, on=family)
    said = {"purpose": "early_help", "given_how": "in_person", "given_on": TODAY, "by": manager, "today": TODAY}
    sender = factories.worker(on=episode, team=factories.team("family_support"))
    with as_app(sender):
        handover = actions.hand_over(
            kind="step_up", episode=episode, to_team=manager.teams[0], reason="More is needed", by=sender, at=NOW
        )
    with as_app(manager):
        actions.accept_family(handover=handover, by=manager, at=NOW, lead=manager)
        actions.record_agreement(episode=episode, person=family.children[0], agreed=True, **said)
        assert not Status.objects.filter(kind="early_help").exists()
        actions.record_agreement(episode=episode, person=family.parent, agreed=True, **said)

    assert Status.objects.filter(kind="early_help").count() == 2


def test_a_professional_who_accepts_for_a_school_leads_and_the_sender_no_longer_does(as_app, family, episode, lead):
    school = factories.worker(Role.SAFEGUARDING_LEAD)
    with as_app(lead):
        handover = actions.hand_over(
            kind="step_down", episode=episode, to_team=school.teams[0], reason="Better now", by=lead, at=NOW
        )
        assert facts.lead_of(episode, TODAY) == lead  # the sender holds the family until the school has accepted
    with as_app(school):
        actions.accept_family(handover=handover, by=school, at=NOW)

        assert facts.lead_of(episode, TODAY) == school


def test_a_manager_says_who_leads_before_a_family_is_accepted(as_app, browser_of, family, episode, lead):
    manager = factories.worker(Role.EARLY_HELP_MANAGER)
    with as_app(lead):
        handover = actions.hand_over(
            kind="transfer", episode=episode, to_team=manager.teams[0], reason="They moved", by=lead, at=NOW
        )
    address, said = reverse("early_help:handover", args=[handover.pk]), {"version": "1", "answer": "accept"}

    assert "Choose who will lead" in browser_of(manager).post(address, said).text
    browser_of(manager).post(address, said | {"lead": str(manager.pk)})

    assert facts.lead_of(episode, clock.today()) == manager
