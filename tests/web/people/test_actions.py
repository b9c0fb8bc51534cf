"""What can be done about people: by whom, once, and with a way back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from kinfold.web.access.checks import NotVisible, Refused
from kinfold.web.access.models import Record, User
from kinfold.web.access.permissions import Role
from kinfold.web.core.ids import new_id
from kinfold.web.core.versions import StaleVersion
from kinfold.web.people import actions
from kinfold.web.people.models import (
    Address,
    Disability,
    FamilyMember,
    Identifier,
    OtherName,
    Person,
    Relationship,
    Schooling,
)
from tests import factories
from tests.factories.days import LONG_AGO, NOW, TODAY


@pytest.fixture
def hub() -> User:
    return factories.worker(Role.MASH_DECISION_MAKER)


def facts(**more):
    return {"forename": "Ada", "surname": "Example", "known_as": "", "sex": "F", "unborn": False, "born_on": None,
            "expected_on": None, **more}  # fmt: skip


def test_an_unborn_child_joins_the_family_with_a_due_date(hub, as_app):
    family = factories.family()
    due = TODAY + timedelta(weeks=12)
    with as_app(hub):
        baby = actions.add_to_family(
            family=family, facts=facts(forename="", unborn=True, expected_on=due), key=new_id(), today=TODAY, by=hub
        )

    assert baby.record == family.record
    assert family.members.filter(person=baby).exists()
    assert Person.objects.children(TODAY).filter(pk=baby.pk).exists()


def test_an_unborn_child_needs_a_due_date(hub, as_app):
    with as_app(hub), pytest.raises(ValidationError, match="due"):
        actions.add_to_family(family=factories.family(), facts=facts(unborn=True), key=new_id(), today=TODAY, by=hub)


def test_the_same_page_sent_twice_adds_one_person(hub, as_app):
    family, key = factories.family(), new_id()
    with as_app(hub):
        for _ in range(2):
            actions.add_to_family(family=family, facts=facts(born_on=LONG_AGO), key=key, today=TODAY, by=hub)

    assert Person.objects.filter(forename="Ada", family_memberships__family=family).count() == 1


def test_whoever_helps_a_family_may_add_to_it_and_a_stranger_may_not(as_app):
    family = factories.family()
    helper, stranger = factories.worker(Role.EARLY_HELP_LEAD, on=family), factories.worker(Role.EARLY_HELP_LEAD)
    with as_app(helper):
        actions.add_to_family(family=family, facts=facts(born_on=LONG_AGO), key=new_id(), today=TODAY, by=helper)
    with as_app(stranger), pytest.raises(NotVisible):
        actions.add_to_family(family=family, facts=facts(), key=new_id(), today=TODAY, by=stranger)


@pytest.mark.parametrize("role", [Role.EARLY_HELP_PCSO, Role.ANALYST, Role.ACCOUNT_ADMINISTRATOR])
def test_roles_that_only_read_change_nothing(as_app, role):
    family = factories.family()
    worker = factories.worker(role, on=family)
    with as_app(worker), pytest.raises(Refused):
        actions.rename_family(family=family, name="Another", version=None, by=worker)


def test_who_leaves_a_family_stays_in_its_past_and_may_come_back(hub, as_app):
    family = factories.family()
    member = FamilyMember.objects.get(person=family.children[0])
    with as_app(hub):
        actions.leave_family(member=member, on=TODAY, by=hub)
        assert FamilyMember.objects.get(pk=member.pk).ended_on == TODAY
        actions.add_member(family=family, person=family.children[0], on=TODAY, by=hub)

    assert FamilyMember.objects.get(pk=member.pk).ended_on is None


def test_nobody_leaves_before_they_joined(hub, as_app):
    member = FamilyMember.objects.get(person=factories.family().children[0])
    with as_app(hub), pytest.raises(ValidationError, match="joined"):
        actions.leave_family(member=member, on=LONG_AGO - timedelta(days=1), by=hub)


def test_two_who_rename_a_family_at_once_are_told(hub, as_app):
    family = factories.family(name="First")
    with as_app(hub):
        actions.rename_family(family=family, name="Second", version=1, by=hub)
        with pytest.raises(StaleVersion) as stale:
            actions.rename_family(family=family, name="Third", version=1, by=hub)

    assert (stale.value.current.name, stale.value.mine.name) == ("Second", "Third")


def test_a_mistake_is_marked_with_its_reason_and_undone(hub, as_app):
    person = factories.person()
    with as_app(hub):
        with pytest.raises(ValidationError, match="mistake"):
            actions.record_in_error(person=person, reason=" ", by=hub, at=NOW)
        actions.record_in_error(person=person, reason="Typed twice", by=hub, at=NOW)
        assert not Person.objects.current().filter(pk=person.pk).exists()
        actions.undo_error(person=person, by=hub)

    assert Person.objects.current().filter(pk=person.pk).exists()


def test_a_new_family_name_keeps_the_former_one_for_search(hub, as_app):
    person = factories.person(forename="Rosie", surname="Millbank")
    with as_app(hub):
        actions.update_person(person=person, facts={"surname": "Tempest"}, version=1, today=TODAY, by=hub)

    assert OtherName.objects.get(person=person).name == "Rosie Millbank"


@pytest.mark.parametrize(
    "wrong",
    [{"born_on": TODAY + timedelta(days=1)}, {"born_on": date(1890, 1, 1)}, {"forename": "", "surname": ""},
     {"died_on": TODAY + timedelta(days=1)}, {"unborn": True}],
)  # fmt: skip
def test_impossible_facts_are_refused(hub, as_app, wrong):
    person = factories.person()
    with as_app(hub), pytest.raises(ValidationError):
        actions.update_person(person=person, facts=wrong, version=1, today=TODAY, by=hub)


def test_a_number_is_checked_and_the_next_ends_the_one_before(hub, as_app):
    person = factories.person()
    with as_app(hub):
        with pytest.raises(ValidationError):
            actions.record_identifier(person=person, kind="nhs_number", value="9434765918", valid_from=TODAY, by=hub)
        for value in ("943 476 5919", "9434765919", "9990000018"):
            actions.record_identifier(person=person, kind="nhs_number", value=value, valid_from=TODAY, by=hub)

    ends = dict(Identifier.objects.filter(person=person).values_list("value", "valid_to"))
    assert ends == {"9434765919": TODAY, "9990000018": None}


def test_what_is_sent_twice_is_saved_once(hub, as_app):
    person, mother = factories.person(), factories.person()
    setting = factories.setting()
    with as_app(hub):
        for _ in range(2):
            actions.record_address(person=person, lines={"line_1": "1 Road", "postcode": "po1 1aa"}, on=TODAY, by=hub)
            actions.record_schooling(person=person, setting=setting, on=TODAY, by=hub)
            actions.record_relationship(
                person=person, related=mother, kind="mother", parental_responsibility=True, started_on=None, by=hub
            )
            actions.record_other_name(person=person, name="Ali", kind="also", today=TODAY, by=hub)
            actions.record_disabilities(person=person, codes=["HAND"], on=TODAY, by=hub)

    for model in (Address, Schooling, Relationship, OtherName):
        assert model.objects.filter(person=person).count() == 1
    assert person.disabilities.count() == 1


def test_moving_ends_the_address_before_and_may_not_come_before_it(hub, as_app):
    person = factories.person()
    with as_app(hub):
        first = actions.record_address(person=person, lines={"line_1": "1 Road"}, on=LONG_AGO, by=hub)
        actions.record_address(person=person, lines={"line_1": "2 Road"}, on=TODAY, by=hub)
        with pytest.raises(ValidationError, match="Check the date"):
            actions.record_address(person=person, lines={"line_1": "3 Road"}, on=LONG_AGO, by=hub)

    first.refresh_from_db()
    assert first.ended_on == TODAY


def test_a_restricted_familys_members_are_all_hidden(as_app):
    family = factories.family(children=2)
    Record.objects.filter(pk=family.record_id).update(level="restricted")
    stranger = factories.worker(Role.MASH_DECISION_MAKER)
    with as_app(stranger):
        assert not Person.objects.filter(family_memberships__family=family.pk).exists()


def test_what_is_said_of_disabilities_now_replaces_what_was_said_and_nothing_is_deleted(hub, as_app):
    person = factories.person()
    shown = []
    with as_app(hub):
        for codes in (["NONE"], ["HAND", "MOB"], ["MOB"], ["NONE"]):
            actions.record_disabilities(person=person, codes=codes, on=TODAY, by=hub)
            shown.append(set(Disability.objects.current().filter(person=person).values_list("code", flat=True)))

    assert shown == [{"NONE"}, {"HAND", "MOB"}, {"MOB"}, {"NONE"}]
    assert person.disabilities.count() == 3
