"""Nothing of a contact is attached to a child until a person in the hub says who the child is."""

import pytest

from kinfold.web.access.checks import NotVisible, Refused
from kinfold.web.access.models import Record
from kinfold.web.access.permissions import Role
from kinfold.web.audit.models import AuditEvent
from kinfold.web.core.rules import RuleBroken
from kinfold.web.core.versions import StaleVersion
from kinfold.web.deadlines.models import Deadline
from kinfold.web.mash.actions.matching import confirm_match, create_and_match
from kinfold.web.mash.models import ChildWorry, Contact, ContactChild
from kinfold.web.mash.selectors.contact import contact_page
from kinfold.web.people.models import Address, Person
from tests import factories
from tests.factories.days import NOW, TODAY


def match(child, person, by, **more):
    return confirm_match(child=child, person=person, by=by, at=NOW, **more)


def test_looking_at_a_contact_suggests_people_and_attaches_nothing(as_app, told, decider, family):
    known = family.children[0]
    child = told(described_forename=known.forename, described_surname=known.surname, described_born_on=known.born_on)

    with as_app(decider):
        page = contact_page(decider, child.contact, NOW)

    assert page.children[0].candidates[0].person == known
    assert "Same date of birth" in page.children[0].candidates[0].reasons
    child.refresh_from_db()
    assert (child.person, child.record) == (None, child.contact.record)
    assert AuditEvent.objects.filter(action="person.searched", user_id=decider.pk).count() == 1


def test_a_confirmed_match_moves_the_row_to_the_childs_file_and_keeps_the_facts_of_the_day(
    as_app, told, decider, family
):
    child, known = told(), family.children[0]
    factories.episode(family, "early_help")

    with as_app(decider):
        match(child, known, decider)

    child.refresh_from_db()
    assert (child.person, child.record) == (known, known.record)
    assert (child.matched_by, child.matched_at) == (decider, NOW)
    assert (child.ward, child.open_to) == ("Fratton", "early_help")
    assert ChildWorry.objects.get(child=child).record == known.record
    clock = Deadline.objects.get(about_id=child.pk)
    assert (clock.record, clock.person, clock.met_at) == (known.record, known, None)


def test_the_referrer_sees_their_contact_still_and_the_childs_file_not(as_app, told, decider, teacher, family):
    child = told()
    with as_app(decider):
        match(child, family.children[0], decider)

    with as_app(teacher):
        assert Contact.objects.visible_to(teacher).count() == 1
        assert not ContactChild.objects.exists()
        assert not Person.objects.exists()


def test_matching_twice_is_once_and_with_another_in_between_is_refused_as_stale(as_app, told, decider, manager, family):
    child = told()
    with as_app(decider):
        match(child, family.children[0], decider, version=child.version)
        match(child, family.children[0], decider, version=child.version)
    assert AuditEvent.objects.filter(action="contact.matched").count() == 1

    with as_app(manager), pytest.raises(StaleVersion):
        match(child, family.children[1], manager, version=child.version)


def test_a_wrong_match_can_be_put_right_until_there_is_a_decision(as_app, told, decider, family):
    child = told()
    with as_app(decider):
        match(child, family.children[0], decider)
        match(child, family.children[1], decider)
    child.refresh_from_db()
    assert child.person == family.children[1]

    ContactChild.objects.filter(pk=child.pk).update(decision="advice", decided_at=NOW)
    with as_app(decider), pytest.raises(RuleBroken, match="already made"):
        match(child, family.children[0], decider)


def test_two_children_of_one_contact_are_never_the_same_person(as_app, told, decider, family):
    first = told()
    second = told(first.contact)
    with as_app(decider):
        match(first, family.children[0], decider)
        with pytest.raises(RuleBroken, match="already matched with this person"):
            match(second, family.children[0], decider)


def test_a_contact_about_a_restricted_family_becomes_as_restricted(as_app, told, decider, manager, teacher):
    hidden = factories.family(level="restricted")
    factories.grant(hidden, decider)
    child = told()

    with as_app(decider):
        match(child, hidden.children[0], decider)

    contact = child.contact
    contact.record.refresh_from_db()
    assert contact.record.level == Record.Level.RESTRICTED
    for person, sees in ((decider, True), (teacher, True), (manager, False)):
        with as_app(person):
            assert Contact.objects.filter(pk=contact.pk).exists() is sees, person.post


def test_a_restricted_person_cannot_be_matched_by_somebody_who_may_not_see_them(as_app, told, manager):
    hidden = factories.family(level="restricted")
    child = told(described_forename=hidden.children[0].forename, described_surname=hidden.children[0].surname)
    with as_app(manager):
        assert hidden.children[0] not in [
            one.person for one in contact_page(manager, child.contact, NOW).children[0].candidates or []
        ]
        with pytest.raises(NotVisible):
            match(child, hidden.children[0], manager)


def test_a_number_that_cannot_be_right_does_not_keep_a_child_from_being_recorded(as_app, told, decider):
    child = told(upn="A801200001014")
    with as_app(decider):
        made = create_and_match(child=child, facts_told={"forename": "Bo"}, by=decider, at=NOW)
    assert not made.person.identifiers.exists()


def test_a_child_nobody_knows_is_recorded_as_told_in_a_family_of_their_own(as_app, told, decider):
    child = told(described_forename="Oona", described_surname="Vey", nhs_number="9434765919")
    facts = {"forename": "Oona", "surname": "Vey", "born_on": TODAY.replace(year=2016)}

    with as_app(decider):
        made = create_and_match(
            child=child, facts_told=facts, by=decider, at=NOW, version=child.version,
            address={"line_1": "3 Tern Road", "postcode": "PO4 8AA", "ward": "Milton"},
        )  # fmt: skip
        again = create_and_match(child=child, facts_told=facts, by=decider, at=NOW, version=child.version)

    assert Person.objects.filter(forename="Oona").count() == 1
    assert made.person == again.person
    assert made.person.family_memberships.get().family.name == "Vey"
    assert (made.ward, made.open_to) == ("Milton", "none")
    assert made.person.identifiers.get().value == "9434765919"
    assert Address.objects.get(person=made.person).postcode == "PO48AA"


def test_a_new_sibling_joins_the_family_of_the_one_already_matched(as_app, told, decider, family):
    first = told()
    second = told(first.contact)
    with as_app(decider):
        match(first, family.children[0], decider)
        made = create_and_match(
            child=second, facts_told={"forename": "Ida", "surname": "Pellworth"}, family=family, by=decider, at=NOW
        )
    assert made.person.family_memberships.get().family == family
    assert made.record == family.record


def test_only_the_hub_matches(as_app, told, family, teacher):
    child = told()
    lead = factories.worker(Role.EARLY_HELP_LEAD, on=child)
    with as_app(lead), pytest.raises(Refused):
        match(child, family.children[0], lead)
