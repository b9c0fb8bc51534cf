"""An address that must stay secret: from screens, history, siblings, new rows, free text and whoever guesses."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from kinfold.web.access.models import User
from kinfold.web.access.permissions import Role
from kinfold.web.audit.models import AuditEvent
from kinfold.web.people import actions
from kinfold.web.people.models import Address, Family, Person, Schooling
from kinfold.web.people.secret_addresses import address_leaks
from tests import factories
from tests.factories.days import LONG_AGO, NOW, TODAY

HOME = {"line_1": "14 Lantern Road", "town": "Portsmouth", "postcode": "PO48RT", "ward": "Milton"}


@pytest.fixture
def knows() -> User:
    return factories.worker(Role.MASH_MANAGER)


@pytest.fixture
def other() -> User:
    return factories.worker(Role.MASH_DECISION_MAKER)


@pytest.fixture
def family(knows: User, as_app) -> Family:
    """Two children and a mother at home, a father elsewhere; the home is secret, and ``knows`` alone may see it."""
    made = factories.family(children=2)
    made.father = factories.member(made, born_on=date(1988, 1, 2))
    for person in (*made.children, made.parent):
        factories.address(person, **HOME)
    factories.address(made.father, line_1="3 Far Street", postcode="PO11ZZ")
    made.schooling = Schooling.objects.create(
        person=made.children[1], setting=factories.setting(name="Eelgrass School"), started_on=LONG_AGO,
        record=made.record,
    )  # fmt: skip
    with as_app(knows):
        actions.make_confidential(
            person=made.children[0], seen_by=[], reason="He is looking for them", by=knows, at=NOW
        )
    return made


def test_only_those_named_see_where_the_family_lives(family, knows, other, as_app):
    with as_app(knows):
        assert Address.objects.filter(person=family.children[0]).count() == 1
    with as_app(other):
        assert not Address.objects.filter(person__in=[*family.children, family.parent]).exists()
        assert Person.objects.get(pk=family.children[0].pk).has_confidential_address


def test_siblings_addresses_and_schools_are_hidden_too(family, other, as_app):
    with as_app(other):
        assert not Address.objects.filter(person=family.children[1]).exists()
        assert not Schooling.objects.filter(person=family.children[1]).exists()


def test_a_parent_who_lives_elsewhere_is_not_hidden(family, other, as_app):
    with as_app(other):
        assert Address.objects.get(person=family.father).line_1 == "3 Far Street"
        assert not Person.objects.get(pk=family.father.pk).has_confidential_address


def test_history_does_not_show_it_either(family, other, knows, as_app):
    count = "SELECT count(*) FROM people_addressevent WHERE person_id = %s"
    for user, seen in ((other, False), (knows, True)):
        with as_app(user), connection.cursor() as cursor:
            cursor.execute(count, [family.children[0].pk])
            assert (cursor.fetchone()[0] > 0) is seen


WRITTEN = [HOME, HOME | {"line_1": "14, Lantern Rd.", "postcode": "PO4 8RT"}]


@pytest.mark.parametrize("written", WRITTEN)
def test_whoever_of_the_family_lived_there_before_does_not_show_the_door(knows, other, as_app, written):
    made = factories.family(children=2)
    father, child = factories.member(made, born_on=date(1988, 1, 2)), made.children[0]
    for person in (child, father):
        factories.address(person, ended_on=TODAY, **written)
    for person in (child, made.children[1], made.parent):
        factories.address(person, started_on=TODAY, **HOME)
    factories.address(father, line_1="3 Far Street", postcode="PO11ZZ")
    with as_app(knows):
        sealed = actions.make_confidential(person=child, seen_by=[], reason="He is looking", by=knows, at=NOW)
    with as_app(other):
        assert [one.line_1 for one in Address.objects.filter(person__in=[child, father])] == ["3 Far Street"]
        assert not Person.objects.get(pk=father.pk).has_confidential_address
    assert Address.objects.filter(record=sealed).count() == 5


def test_a_secret_child_who_comes_back_or_to_family_does_not_show_the_door(family, knows, other, as_app):
    child, grandmother = family.children[0], factories.member(family, born_on=date(1950, 1, 2))
    hers = {"line_1": "8 Cutter Walk", "postcode": "PO35AB"}
    factories.address(child, started_on=LONG_AGO, ended_on=TODAY, **hers)
    factories.address(grandmother, **hers)
    Address.objects.filter(line_1="8 Cutter Walk").update(record=family.record)
    with as_app(knows):
        actions.record_address(person=child, lines=hers, on=TODAY, by=knows)
    with as_app(other):
        assert not Address.objects.filter(line_1="8 Cutter Walk").exists()
        assert Person.objects.get(pk=grandmother.pk).has_confidential_address


@pytest.mark.parametrize("who", ["child", "sibling"])
def test_whoever_may_not_see_it_can_not_write_a_new_address_over_it(family, other, as_app, who):
    child = family.children[0 if who == "child" else 1]

    with as_app(other), pytest.raises(ValidationError, match="confidential"):
        actions.record_address(person=child, lines={"line_1": "1 New Road", "postcode": "PO1 1AA"}, on=TODAY, by=other)

    assert Address.objects.filter(person=child, ended_on__isnull=True).count() == 1


def test_a_new_school_of_such_a_child_is_refused_too(family, other, as_app):
    with as_app(other), pytest.raises(ValidationError, match="confidential"):
        actions.record_schooling(person=family.children[0], setting=factories.setting(), on=TODAY, by=other)


def test_the_next_address_is_secret_as_well(family, knows, other, as_app):
    child = family.children[0]
    with as_app(knows):
        moved = actions.record_address(person=child, lines={"line_1": "2 Other Road"}, on=TODAY, by=knows)

    assert moved.confidential
    with as_app(other):
        assert not Address.objects.filter(pk=moved.pk).exists()


def test_a_baby_born_into_the_family_lives_in_secret_too(family, knows, other, as_app):
    baby = factories.child(family, born_on=date(2024, 6, 1))
    with as_app(knows):
        address = actions.record_address(person=baby, lines=HOME, on=TODAY, by=knows)

    assert address.confidential
    baby.refresh_from_db()
    assert baby.has_confidential_address


def test_the_father_may_move_without_anybody_learning_anything(family, other, as_app):
    with as_app(other):
        moved = actions.record_address(
            person=family.father, lines={"line_1": "9 Quay Street", "postcode": "PO1 2AB"}, on=TODAY, by=other
        )

    assert not moved.confidential


@pytest.mark.parametrize(
    "written",
    [
        "They moved to 14 Lantern Road.",
        "Visited at 14 lantern rd yesterday",
        "somewhere on Lantern Road, I think",
        "Parcel for PO4 8RT",
        "postcode po48rt!",
        "14, LANTERN ROAD",
    ],
)
def test_free_text_that_gives_it_away_is_found(family, other, as_app, written):
    with as_app(other):
        assert address_leaks(written, [family.children[1].pk])


@pytest.mark.parametrize(
    "written", ["They feel safe now.", "He carries a lantern on the road.", "PO4 is far away", "3 Far Street", ""]
)
def test_other_text_is_let_through(family, other, as_app, written):
    with as_app(other):
        assert not address_leaks(written, [family.children[1].pk])


@pytest.mark.parametrize(
    ("line_1", "line_2", "written", "found"),
    [
        ("Flat 2, 14 Lantern Road", "", "14 Lantern Road", True),
        ("Flat 2, 14 Lantern Road", "", "in Lantern Rd", True),
        ("Flat 3", "9 Quay Street", "They are at 9 Quay St", True),
        ("Flat 3", "Southsea", "He likes Southsea", False),
        ("Flat 2, 12 Broadway", "", "near 12 Broadway", True),
        ("Flat 2, 12 Broadway", "", "a broadway show", False),
        ("Hidden Lantern House", "", "the hidden lantern house", True),
        ("14A Lantern Road", "", "14 a lantern", False),
    ],
)
def test_flats_and_second_lines_are_found_too(other, as_app, line_1, line_2, written, found):
    person = factories.person()
    sealed = factories.record("sealed")
    factories.address(person, line_1=line_1, line_2=line_2, postcode="PO48RT", confidential=True, record=sealed)

    with as_app(other):
        assert address_leaks(written, [person.pk]) is found


def test_nobody_elses_text_is_stopped(family, other, as_app):
    stranger = factories.person()

    with as_app(other):
        assert not address_leaks("14 Lantern Road, PO4 8RT", [stranger.pk])


def test_a_page_refuses_the_text_keeps_what_was_typed_and_tells_the_guardian(family, other, browser_of):
    child = family.children[0]
    page = f"/people/{child.pk}/details"
    answers = {
        "forename": child.forename, "surname": child.surname, "unborn": "no", "interpreter_needed": "no",
        "born_on-day": "1", "born_on-month": "3", "born_on-year": "2018",
        "communication_needs": "Signs. Meet her at 14 Lantern Road.",
    }  # fmt: skip

    answer = browser_of(other).post(page, answers)

    assert "must stay secret" in answer.text
    assert "Signs. Meet her" in answer.text
    assert Person.objects.get(pk=child.pk).communication_needs == ""
    event = AuditEvent.objects.using("audit").get(action="refused.secret_address_written")
    assert event.refused
    assert event.user_id == other.pk


def test_whoever_knows_may_name_others_and_end_it_and_nobody_else_may(family, knows, other, as_app):
    child = family.children[0]
    with as_app(other), pytest.raises(ValidationError, match="confidential"):
        actions.make_confidential(person=child, seen_by=[], reason="I want to see it", by=other, at=NOW)
    with as_app(other), pytest.raises(ValidationError, match="confidential"):
        actions.end_confidentiality(person=child, reason="I want to see it", by=other)

    with as_app(knows):
        actions.make_confidential(person=child, seen_by=[other], reason="She visits", by=knows, at=NOW)
    with as_app(other):
        assert Address.objects.filter(person=child).count() == 1
        actions.end_confidentiality(person=child, reason="He has died", by=other)

    with as_app(factories.worker(Role.MASH_DECISION_MAKER)):
        assert Address.objects.filter(person__in=family.children, confidential=False).count() == 2
        assert Schooling.objects.filter(pk=family.schooling.pk).exists()


def test_the_page_says_that_it_is_secret_and_nothing_more(family, knows, other, browser_of):
    child = family.children[0]

    hidden, shown = (browser_of(user).get(f"/children/{child.pk}").text for user in (other, knows))

    assert "The address is confidential" in hidden
    assert "Lantern" not in hidden
    assert "Eelgrass" not in browser_of(other).get(f"/children/{family.children[1].pk}").text
    assert "14 Lantern Road" in shown
