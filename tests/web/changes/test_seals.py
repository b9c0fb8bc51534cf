"""Secret addresses and records that are not everybody's: a file unseals nothing, and nobody learns anything by one."""

from __future__ import annotations

from typing import Any

import pytest

from kinfold.web.access.models import User
from kinfold.web.access.permissions import Role
from kinfold.web.audit.models import AuditEvent
from kinfold.web.changes.actions import leave_out, take_in_line
from kinfold.web.changes.models import PutAside
from kinfold.web.notices.models import Notice
from kinfold.web.people import actions
from kinfold.web.people.models import Address, Person, Schooling
from tests import factories
from tests.factories.days import NOW
from tests.web.changes.sent import ADDRESS, OTHER_NHS, SCHOOL, SURGERY, file

SECRET = {"line_1": "14 Lantern Road", "postcode": "PO48RT"}


@pytest.fixture
def knows() -> User:
    return factories.worker(Role.SOCIAL_WORKER)


@pytest.fixture
def hidden(known, knows, as_app) -> Person:
    """A child whose address only ``knows`` may see."""
    maya = known()
    with as_app(knows):
        actions.make_confidential(person=maya, seen_by=[], reason="He is looking for them", by=knows, at=NOW)
    maya.refresh_from_db()
    return maya


def answer_about(file_page: Any) -> str:
    """A page of a file without what differs from one file to the next."""
    return file_page.text.split("<main")[1].split("Its 1 line")[1]


def test_a_file_of_somebody_who_may_not_see_it_changes_nothing_and_says_nothing(
    taken_in, hidden, known, hub, lives, counted, browser_of
):
    before = lives(hidden)
    seen_address = Address.objects.filter(person=hidden).values().get()
    for line in (SCHOOL, SURGERY, ADDRESS, SCHOOL | {"surname": "Other"}):
        about_them = taken_in(file(line))
        about_nobody = taken_in(file(line | {"nhs_number": OTHER_NHS}))
        assert counted(about_them) == counted(about_nobody) == {"not_known": 1}
        pages = [browser_of(hub).get(f"/changes/files/{one.pk}") for one in (about_them, about_nobody)]
        assert answer_about(pages[0]) == answer_about(pages[1])
    assert lives(hidden) == before
    assert Address.objects.filter(person=hidden).values().get() == seen_address
    assert hidden.name not in browser_of(hub).get("/changes/waiting").text
    assert not AuditEvent.objects.using("audit").filter(refused=True).exists()


def test_it_waits_in_the_sealed_record_for_those_who_may_see_it_and_they_are_told(
    taken_in, hidden, hub, knows, lives, browser_of, as_app
):
    taken_in(file(ADDRESS))
    line = PutAside.objects.get()
    sealed = Address.objects.get(person=hidden).record
    assert (line.record, line.why) == (sealed, "unseen")
    assert [(one.user, one.about_id) for one in Notice.objects.all()] == [(knows, line.pk)]
    for manager in (hub, factories.worker(Role.MASH_MANAGER)):
        assert browser_of(manager).get(f"/changes/waiting/{line.pk}").status_code == 404
        with as_app(manager):
            assert not PutAside.objects.exists()
    page = browser_of(knows).get(f"/changes/waiting/{line.pk}").text
    assert "12 Example Road" in page
    assert "9 Quay Street" in page
    with as_app(knows):
        take_in_line(line=line, person_id=hidden.pk, by=knows, at=NOW)
    moved = Address.objects.get(person=hidden, ended_on__isnull=True)
    assert (moved.line_1, moved.confidential, moved.record) == ("9 Quay Street", True, sealed)
    with as_app(hub):
        assert not Address.objects.filter(person=hidden).exists()


def test_whoever_may_see_it_takes_it_in_and_it_stays_sealed(taken_in, hidden, knows, hub, as_app, counted, new_school):
    assert counted(taken_in(file(SCHOOL, SURGERY, ADDRESS | {"left_on": "2024-05-20"}), by=knows)) == {"recorded": 3}
    sealed = set(Address.objects.filter(person=hidden).values_list("record", "confidential"))
    assert len(sealed) == 1
    assert {True} == {confidential for _, confidential in sealed}
    assert {record for record, _ in sealed} == set(
        Schooling.objects.filter(person=hidden).values_list("record", flat=True)
    )
    with as_app(hub):
        assert not Schooling.objects.filter(person=hidden).exists()
        assert not Address.objects.filter(person=hidden).exists()


def test_a_sister_whose_own_address_is_nowhere_is_sealed_with_the_family(taken_in, knows, known, as_app, counted):
    family = factories.family(children=1)
    factories.address(family.children[0], **SECRET)
    with as_app(knows):
        actions.make_confidential(person=family.children[0], seen_by=[], reason="Fled", by=knows, at=NOW)
    sister = known(record=family.record)
    family.members.create(person=sister, record=family.record)
    assert counted(taken_in(file(SCHOOL, ADDRESS | SECRET))) == {"not_known": 2}
    assert set(PutAside.objects.values_list("record__level", flat=True)) == {"sealed"}


def test_a_restricted_record_is_not_known_to_those_who_do_not_hold_it(
    taken_in, known, hub, counted, as_app, browser_of
):
    manager = factories.worker(Role.MASH_MANAGER)
    maya = known(record=factories.record("restricted"))
    factories.grant(maya.record, manager)
    assert counted(taken_in(file(SCHOOL))) == {"not_known": 1}
    assert list(Notice.objects.values_list("user", flat=True)) == [manager.pk]
    assert browser_of(hub).get(f"/changes/waiting/{PutAside.objects.get().pk}").status_code == 404
    assert "Eelgrass School" in browser_of(manager).get(f"/changes/waiting/{PutAside.objects.get().pk}").text


def test_a_line_that_may_be_about_somebody_unseen_waits_with_them(taken_in, known, hub, counted, lives, browser_of):
    manager, maya = factories.worker(Role.MASH_MANAGER), known()
    other = known(surname="Unseen", record=factories.record("restricted"))
    factories.grant(other.record, manager)
    before = lives(maya), lives(other)
    assert counted(taken_in(file(SCHOOL))) == {"not_known": 1}
    line = PutAside.objects.get()
    assert (line.record, line.may_be) == (other.record, [other.pk, maya.pk])
    assert browser_of(hub).get(f"/changes/waiting/{line.pk}").status_code == 404
    page = browser_of(manager).get(f"/changes/waiting/{line.pk}").text
    assert maya.name in page
    assert "Unseen" in page
    assert (lives(maya), lives(other)) == before


def test_somebody_unseen_with_the_number_and_another_birthday_is_not_shown(taken_in, known, hub, browser_of):
    maya, other = known(), known(surname="Unseen", born_on="2010-01-01", record=factories.record("restricted"))
    taken_in(file(SCHOOL))
    line = PutAside.objects.get()
    assert (line.record, line.may_be, line.why) == (maya.record, [maya.pk], "unsure")
    page = browser_of(hub).get(f"/changes/waiting/{line.pk}").text
    assert maya.name in page
    assert "Unseen" not in page
    answer = browser_of(hub).post(f"/changes/waiting/{line.pk}", {"what": str(other.pk)})
    assert "Choose what to do" in answer.text
    assert not Schooling.objects.filter(person=other, setting__name="Eelgrass School").exists()


def test_what_waits_is_hidden_when_any_of_those_it_may_be_about_has_a_secret_address(
    taken_in, known, hub, knows, as_app, browser_of
):
    known()
    known(surname="Another")
    taken_in(file(ADDRESS))
    line = PutAside.objects.get()
    second = line.may_be[1]
    with as_app(knows):
        actions.make_confidential(person=Person.objects.get(pk=second), seen_by=[], reason="Fled", by=knows, at=NOW)
    assert browser_of(hub).get(f"/changes/waiting/{line.pk}").status_code == 404
    assert "Nothing waits." in browser_of(hub).get("/changes/waiting").text
    assert browser_of(knows).get(f"/changes/waiting/{line.pk}").status_code == 200


def test_what_waits_is_hidden_once_the_address_becomes_secret(taken_in, known, hub, knows, as_app, browser_of):
    maya = known()
    taken_in(file(ADDRESS | {"surname": "Other"}))
    line = PutAside.objects.get()
    assert browser_of(hub).get(f"/changes/waiting/{line.pk}").status_code == 200
    with as_app(knows):
        actions.make_confidential(person=maya, seen_by=[], reason="Fled", by=knows, at=NOW)
    assert browser_of(hub).get(f"/changes/waiting/{line.pk}").status_code == 404
    assert maya.name not in browser_of(hub).get("/changes/waiting").text
    assert maya.name in browser_of(knows).get("/changes/waiting").text
    with as_app(knows):
        leave_out(line=line, reason="The family moved on", by=knows, at=NOW)
    assert PutAside.objects.get().said == {}


def test_whoever_knows_the_family_themselves_learns_nothing_of_it(taken_in, known, hub, counted, as_app):
    from kinfold.web.casework.models import Conflict

    maya = known()
    Conflict.objects.create(
        person=maya, user=hub, how="own_family", declared_by=hub, declared_at=NOW, record=maya.record
    )
    assert counted(taken_in(file(SCHOOL))) == {"not_known": 1}
    with as_app(hub):
        assert not PutAside.objects.exists()
    with as_app(factories.worker(Role.MASH_MANAGER)):
        assert PutAside.objects.get().person_id == maya.pk
