"""Whoever knows a family themselves sees nothing of it, whatever opened it to them, and gets no part in it."""

import pytest
from django.core.exceptions import ValidationError

from kinfold.web.access.checks import NotVisible, Refused, can_see
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Role
from kinfold.web.audit.models import AuditEvent
from kinfold.web.casework.actions import declare_conflict, end_conflict, involve, name_lead, offer_handover, pass_on
from kinfold.web.casework.models import Conflict, Involvement
from kinfold.web.core import clock
from kinfold.web.emergency import actions as emergency
from kinfold.web.notices.models import Notice
from kinfold.web.people.models import FamilyMember, Person
from kinfold.web.people.selectors import search
from tests import factories
from tests.factories.days import LONG_AGO, TODAY


@pytest.fixture
def guardian() -> User:
    return factories.worker(Role.CALDICOTT_GUARDIAN)


@pytest.fixture
def its_manager(lead) -> User:
    return factories.worker(Role.EARLY_HELP_MANAGER, team=lead.teams[0])


def declare(user: User, person: Person, by: User | None = None) -> Conflict:
    return declare_conflict(user=user, person=person, how="own_family", by=by or user, at=clock.now())


def sees(as_app, user: User, *rows: object) -> bool:
    """Whether any of the rows is to be seen, in whichever way one asks."""
    user = User.objects.get(pk=user.pk)
    with as_app(user):
        held = [row for row in rows if type(row).objects.filter(pk=row.pk).exists()]
        shown = [row for row in rows if type(row).objects.visible_to(user).filter(pk=row.pk).exists()]
        checked = [row for row in rows if can_see(user, row.record_id)]
    assert held == shown == checked
    return bool(held)


def test_nothing_that_names_anybody_of_the_family_is_seen_any_more(as_app, family, lead, hub):
    child, sister = family.children
    episode = factories.episode(family, "early_help")
    contact = factories.contact_child(factories.contact(), person=sister)
    everything = (child, sister, family, episode, contact.contact)
    assert sees(as_app, lead, child)
    assert sees(as_app, hub, contact.contact)
    for user in (lead, hub):
        with as_app(user):
            declare(user, child)
        assert not sees(as_app, user, *everything)

    later = factories.contact_child(factories.contact(), person=sister)
    assert not sees(as_app, hub, later.contact)
    with as_app(hub):
        assert not search(viewer=hub, name=child.name, born_on=child.born_on)


def test_the_other_record_of_the_same_child_is_not_seen_either(as_app, hub):
    kept = factories.person()
    twin = factories.person(merged_into=kept)
    with as_app(hub):
        declare(hub, twin)

    assert not sees(as_app, hub, kept, twin)


def test_other_families_stay_as_they_were(as_app, family, hub):
    other = factories.family(name=family.name)
    with as_app(hub):
        declare(hub, family.children[0])

    assert sees(as_app, hub, *other.children)


def test_a_family_that_somebody_has_left_is_seen_again(as_app, family, hub):
    """A child who has left for another family is no reason to hide the first for ever."""
    other = factories.family()
    FamilyMember.objects.create(family=other, person=family.children[0], record=other.record, started_on=LONG_AGO)
    with as_app(hub):
        declare(hub, other.children[0])
    assert not sees(as_app, hub, family.children[0])
    FamilyMember.objects.filter(family=other, person=family.children[0]).update(ended_on=TODAY)

    assert sees(as_app, hub, family)


def test_managers_and_the_guardian_are_told_and_no_notice_says_which_family(
    as_app, family, lead, its_manager, guardian
):
    with as_app(lead):
        conflict = declare(lead, family.children[0])

    told = Notice.objects.filter(words__contains="knows a family outside work")
    assert {notice.user for notice in told} == {its_manager, guardian}
    assert not any(family.name in notice.words for notice in told)
    event = AuditEvent.objects.get(action="casework.conflict_declared")
    assert (event.person_ids, event.about_id) == ([], conflict.pk)
    assert sees(as_app, lead, conflict)


def test_a_colleague_of_whom_a_manager_says_it_learns_nothing(as_app, family, lead, hub):
    overseer = factories.worker(Role.MASH_MANAGER)
    with as_app(overseer):
        conflict = declare(lead, family.children[0], by=overseer)

    assert not sees(as_app, lead, family, conflict)
    assert not Notice.objects.filter(user=lead).exists()
    with as_app(hub), pytest.raises(Refused):
        declare(lead, family.children[0], by=hub)


def test_whoever_may_not_see_a_child_cannot_say_it_of_them(as_app, family):
    stranger = factories.worker()
    with as_app(stranger), pytest.raises(NotVisible):
        declare(stranger, family.children[0])


def test_said_twice_it_stands_once(as_app, family, its_manager, lead):
    overseer = factories.worker(Role.SOCIAL_CARE_MANAGER)
    with as_app(overseer):
        assert declare(lead, family.children[0], by=overseer) == declare(lead, family.children[0], by=overseer)


def test_nobody_gives_them_a_part_a_handover_or_the_work_of_another(as_app, family, lead, its_manager, hub):
    episode = factories.episode(family, "early_help")
    colleague = factories.worker(Role.EARLY_HELP_LEAD, team=lead.teams[0])
    parts = factories.lead(episode, lead)
    factories.lead(episode, its_manager, role="family_support_worker")
    with as_app(its_manager):
        declare(colleague, family.children[0], by=its_manager)
        given = {"on": TODAY, "at": clock.now(), "by": its_manager}
        with pytest.raises(ValidationError, match="cannot work with this family"):
            name_lead(episode=episode, user=colleague, **given)
        with pytest.raises(ValidationError, match="cannot work with this family"):
            involve(people=family.children, role="family_support_worker", episode=episode, user=colleague, **given)
        with pytest.raises(ValidationError, match="cannot work with this family"):
            pass_on(colleague=lead, passed=[(part, colleague) for part in parts], **given)
    with as_app(hub), pytest.raises(ValidationError, match="cannot work with this family"):
        offer_handover(kind="start", people=family.children, to_team=colleague.teams[0], to_user=colleague,
                       reason="Help", to_status="early_help", family=family, by=hub, at=clock.now())  # fmt: skip


def test_what_they_led_stays_theirs_by_name_until_it_is_passed_on(as_app, family, lead, its_manager):
    episode = factories.episode(family, "early_help")
    factories.lead(episode, lead)
    factories.lead(episode, its_manager, role="family_support_worker")
    colleague = factories.worker(Role.EARLY_HELP_LEAD, team=lead.teams[0])
    with as_app(lead):
        declare(lead, family.children[0])
    parts = Involvement.objects.filter(user=lead, ended_on__isnull=True)
    assert parts.count() == 2
    with as_app(its_manager):
        pass_on(colleague=lead, passed=[(part, colleague) for part in parts], on=TODAY, at=clock.now(), by=its_manager)

    assert sees(as_app, colleague, family)


def test_an_emergency_opens_nothing_and_answers_as_about_nobody(as_app, family, guardian):
    asker, child = factories.worker(), family.children[0]
    overseer = factories.worker(Role.MASH_MANAGER)
    with as_app(overseer):
        declare(asker, child, by=overseer)
    with as_app(asker):
        asked = emergency.ask(name=child.name, born_on=child.born_on, reason_code="danger_now", reason="Now", by=asker,
                              now=clock.now())  # fmt: skip

    assert (asked.person, asked.ends_at) == (None, None)


def test_only_somebody_else_ends_it_and_then_they_see_what_they_saw(as_app, family, its_manager, guardian):
    factories.lead(factories.episode(family), its_manager)
    with as_app(its_manager):
        conflict = declare(its_manager, family.children[0])
        with pytest.raises(ValidationError, match="Somebody else"):
            end_conflict(conflict=conflict, reason="I do not mind", by=its_manager, at=clock.now())
    assert not sees(as_app, its_manager, family)
    with as_app(guardian):
        with pytest.raises(ValidationError, match="Say why"):
            end_conflict(conflict=conflict, reason=" ", by=guardian, at=clock.now())
        end_conflict(conflict=conflict, reason="They moved away in 2020", by=guardian, at=clock.now())

    assert sees(as_app, its_manager, family)


def test_pages_say_who_knows_whom_to_those_who_may_see_the_family(browser_of, family, lead, its_manager):
    child, browser = family.children[0], browser_of(lead)
    assert "I know this family outside work" in browser.get(f"/children/{child.pk}").text
    assert "There is a problem" in browser.post(f"/people/{child.pk}/known-to-somebody", {"how": ""}).text
    own = browser.post(f"/people/{child.pk}/known-to-somebody", {"how": "own_family"}, follow=True).text
    assert "You cannot open this family’s file any more" in own
    assert "A family that you may not see" in own
    assert family.name not in own
    assert browser.get(f"/children/{child.pk}").status_code == 404
    assert browser.get(f"/families/{family.pk}").status_code == 404

    factories.lead(factories.episode(family), its_manager, role="family_support_worker")
    manager = browser_of(its_manager)
    page = manager.get("/conflicts").text
    assert child.name in page
    assert f"/colleagues/{lead.pk}" in page
    conflict = Conflict.objects.get()
    manager.post(f"/conflicts/{conflict.pk}/end", {"reason": "It was another family"})
    assert browser.get(f"/children/{child.pk}").status_code == 200


def test_a_colleague_is_named_by_their_address(browser_of, family, lead):
    overseer = factories.worker(Role.MASH_MANAGER)
    browser, address = browser_of(overseer), f"/people/{family.children[0].pk}/known-to-somebody"
    assert "Nobody has an account with this address" in browser.post(address, {"how": "other", "of_whom": "x@y.z"}).text
    browser.post(address, {"how": "other", "of_whom": lead.email.upper()})

    assert Conflict.objects.get().user == lead
