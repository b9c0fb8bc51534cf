"""Two records of one person: who may join them, what never widens, how it is undone, and who is never joined."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from kinfold.web.access.checks import NotVisible
from kinfold.web.access.models import Grant, User
from kinfold.web.access.permissions import Role
from kinfold.web.people import actions
from kinfold.web.people.models import Address, Disability, KeptApart, Merge, Person
from kinfold.web.people.selectors import kept_apart
from tests import factories
from tests.factories.days import NOW, TODAY

YEARS_LATER = NOW + timedelta(days=1500)


@pytest.fixture
def hub() -> User:
    return factories.worker(Role.MASH_DECISION_MAKER)


@pytest.fixture
def other() -> User:
    return factories.worker(Role.MASH_MANAGER)


def ask(duplicate: Person, into: Person, by: User, *, needs_second: bool = False) -> Merge:
    return actions.ask_to_merge(
        duplicate=duplicate, into=into, reason="Same NHS number", needs_second=needs_second, by=by, at=NOW
    )


def restricted(*seen_by: User, level: str = "restricted") -> Person:
    person = factories.person(record=factories.record(level))
    for user in seen_by:
        Grant.objects.create(record=person.record, user=user, reason="", started_at=NOW - timedelta(days=9000))
    return person


def in_use(person: Person) -> Person | None:
    return Person.objects.get(pk=person.pk).merged_into


def test_a_record_is_joined_once_and_parted_years_later_with_nothing_moved(hub, as_app):
    kept, duplicate = factories.person(), factories.person()
    theirs = factories.address(duplicate)
    with as_app(hub):
        first = ask(duplicate, kept, hub)
        assert ask(duplicate, kept, hub) == first
        assert in_use(duplicate) == kept
        parted = actions.undo_merge(merge=first, reason="Two boys of that name", by=hub, at=YEARS_LATER)

    assert in_use(duplicate) is None
    assert (parted.ended_at, parted.ended_by, parted.ended_reason) == (YEARS_LATER, hub, "Two boys of that name")
    assert Address.objects.get(pk=theirs.pk).person == duplicate


def test_where_two_are_wanted_only_another_person_joins_them(hub, other, as_app):
    kept, duplicate = factories.person(), factories.person()
    with as_app(hub):
        merge = ask(duplicate, kept, hub, needs_second=True)
        assert in_use(duplicate) is None
        with pytest.raises(ValidationError, match="Somebody else"):
            actions.agree_to_merge(merge=merge, by=hub, at=NOW)
    with as_app(other):
        for _ in range(2):
            actions.agree_to_merge(merge=merge, by=other, at=NOW)

    assert in_use(duplicate) == kept


def test_a_second_person_who_does_not_agree_says_why_and_both_stay_as_they_were(hub, other, as_app):
    kept, duplicate = factories.person(), factories.person()
    with as_app(hub):
        merge = ask(duplicate, kept, hub, needs_second=True)
    with as_app(other):
        with pytest.raises(ValidationError, match="why"):
            actions.decline_merge(merge=merge, reason=" ", by=other, at=NOW)
        actions.decline_merge(merge=merge, reason="Born a year apart", by=other, at=NOW)
        with pytest.raises(ValidationError, match="answered"):
            actions.agree_to_merge(merge=merge, by=other, at=NOW)

    assert in_use(duplicate) is None


def test_nobody_is_joined_with_themselves_in_a_ring_with_an_error_or_without_a_reason(hub, as_app):
    one, two, three = (factories.person() for _ in range(3))
    wrong = factories.person(recorded_in_error_at=NOW, recorded_in_error_by=hub)
    with as_app(hub):
        ask(one, two, hub)
        for duplicate, into in ((two, two), (two, one), (three, one), (two, three), (three, wrong)):
            with pytest.raises(ValidationError):
                ask(duplicate, into, hub)
        with pytest.raises(ValidationError, match="how you know"):
            actions.ask_to_merge(duplicate=three, into=two, reason=" ", needs_second=False, by=hub, at=NOW)


def test_the_record_that_is_kept_is_never_the_one_that_more_people_may_see(hub, as_app):
    wide, narrow, sealed = factories.person(), restricted(hub), restricted(hub, level="sealed")
    with as_app(hub):
        for duplicate, into in ((narrow, wide), (sealed, narrow)):
            with pytest.raises(ValidationError, match="fewer people"):
                ask(duplicate, into, hub)
        merge = ask(wide, narrow, hub)

    assert merge.record == narrow.record


def test_a_secret_address_is_secret_on_both_before_they_are_joined(hub, as_app):
    secret, plain = factories.person(has_confidential_address=True), factories.person()
    with as_app(hub):
        for duplicate, into in ((secret, plain), (plain, secret)):
            with pytest.raises(ValidationError, match="confidential"):
                ask(duplicate, into, hub)


def test_nobody_joins_or_parts_somebody_they_may_not_see(hub, other, as_app):
    one, hidden = factories.person(), restricted(other)
    with as_app(hub), pytest.raises(NotVisible):
        ask(one, hidden, hub)
    with as_app(other):
        merge = ask(one, hidden, other)
    with as_app(hub):
        assert not Merge.objects.filter(pk=merge.pk).exists()
        with pytest.raises(NotVisible):
            actions.undo_merge(merge=merge, reason="No", by=hub, at=NOW)


def test_what_was_added_meanwhile_stays_until_somebody_places_it_with_the_other(hub, as_app):
    kept, duplicate = factories.person(), factories.person()
    with as_app(hub):
        merge = ask(duplicate, kept, hub)
        lives = actions.record_address(person=kept, lines={"line_1": "3 Later Road"}, on=TODAY, by=hub)
        merge = actions.undo_merge(merge=merge, reason="Two children", by=hub, at=YEARS_LATER)
        assert Address.objects.get(pk=lives.pk).person == kept
        actions.place(row=lives, merge=merge, by=hub)
        moved = Address.objects.get(pk=lives.pk)
        with pytest.raises(ValidationError, match="any more"):
            actions.place(row=moved, merge=merge, by=hub)

    assert (moved.person, moved.record) == (duplicate, duplicate.record)


def test_what_the_other_record_has_already_is_not_placed_a_second_time(hub, as_app):
    kept, duplicate = factories.person(), factories.person()
    Disability.objects.create(person=duplicate, code="VIS", record=duplicate.record)
    with as_app(hub):
        merge = ask(duplicate, kept, hub)
        actions.record_disabilities(person=kept, codes=["VIS"], on=TODAY, by=hub)
        with pytest.raises(ValidationError):
            actions.place(row=Disability.objects.get(person=kept), merge=merge, by=hub)


def apart(one: Person, two: Person, by: User, *seen_by: User) -> KeptApart:
    return actions.keep_apart(one=one, other=two, reason="Adopted in 2019", seen_by=seen_by, by=by, at=NOW)


def test_two_who_are_kept_apart_are_joined_by_nobody_either_way_round(hub, other, as_app):
    birth, adopted = factories.person(), factories.person()
    with as_app(hub):
        assert apart(birth, adopted, hub) == apart(adopted, birth, hub)
    for user in (hub, other):
        for duplicate, into in ((birth, adopted), (adopted, birth)):
            with as_app(user), pytest.raises(ValidationError) as refused:
                ask(duplicate, into, user)
            assert "Adopted" not in str(refused.value)


def test_whoever_is_joined_with_one_of_them_is_kept_apart_as_well(hub, as_app):
    birth, adopted, third = (factories.person() for _ in range(3))
    with as_app(hub):
        apart(birth, adopted, hub)
        ask(third, birth, hub)

        assert kept_apart(adopted.pk, [third.pk, birth.pk]) == {third.pk, birth.pk}
        assert kept_apart(third.pk, [adopted.pk]) == {adopted.pk}


def test_that_two_are_kept_apart_is_seen_by_those_named_alone_and_answers_nobody_who_sees_one(hub, other, as_app):
    birth, adopted = restricted(hub), factories.person()
    third = factories.worker(Role.MASH_MANAGER)
    with as_app(hub):
        pair = apart(birth, adopted, hub, third)
    with as_app(third):
        assert KeptApart.objects.filter(pk=pair.pk).exists()
    with as_app(other):
        assert not KeptApart.objects.filter(pk=pair.pk).exists()
        assert kept_apart(adopted.pk, [birth.pk]) == set()


def test_keeping_apart_ends_with_a_reason_and_stays_on_file(hub, as_app):
    one, two = factories.person(), factories.person()
    with as_app(hub):
        pair = apart(one, two, hub)
        with pytest.raises(ValidationError):
            actions.end_keeping_apart(apart=pair, reason="", by=hub, at=NOW)
        actions.end_keeping_apart(apart=pair, reason="They are one boy", by=hub, at=NOW)
        ask(one, two, hub)
        with pytest.raises(ValidationError, match="joined"):
            apart(one, two, hub)

    assert KeptApart.objects.get(pk=pair.pk).reason == "Adopted in 2019"
    assert Person.objects.get(pk=one.pk).born_on == date(2018, 3, 1)
