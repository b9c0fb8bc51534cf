"""Somebody of the hub who takes files in, the council that sends them, and a child whom they may be about."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from kinfold.web.access.models import Agency, User
from kinfold.web.access.permissions import Role
from kinfold.web.changes.actions import accept, take_in
from kinfold.web.changes.models import ChangeFile
from kinfold.web.people.models import Address, Identifier, Person, Schooling, Setting
from tests import factories
from tests.factories.days import LONG_AGO, NOW
from tests.web.changes.sent import NHS

TakenIn = Callable[..., ChangeFile]


@pytest.fixture
def hub() -> User:
    return factories.worker(Role.MASH_DECISION_MAKER)


@pytest.fixture
def council() -> Agency:
    return factories.agency("council", name="Admissions team")


@pytest.fixture
def new_school() -> Setting:
    return factories.setting(name="Eelgrass School", urn="116000")


@pytest.fixture
def surgery() -> Setting:
    return factories.setting("surgery", name="The Drayton Surgery")


@pytest.fixture
def known() -> Callable[..., Person]:
    """``known()`` — a child with a number, a home and a school since long ago."""

    def make(number: str = NHS, kind: str = "nhs_number", **fields: Any) -> Person:
        person = factories.person(**{"surname": "Larch", "born_on": date(2018, 3, 1), **fields})
        Identifier.objects.create(person=person, kind=kind, value=number, record=person.record)
        factories.address(person, line_1="12 Example Road", postcode="PO48AA", kind="home")
        old = factories.setting(name="Old School")
        Schooling.objects.create(person=person, setting=old, started_on=LONG_AGO, record=person.record)
        return person

    return make


@pytest.fixture
def taken_in(hub: User, council: Agency, new_school: Setting, surgery: Setting, as_app) -> TakenIn:
    """``taken_in(content)`` — somebody takes a file in, as the app."""

    def take(content: bytes, *, by: User = hub) -> ChangeFile:
        with as_app(by):
            made = accept(agency=council, name="changes.csv", content=content, by=by, at=NOW)
            return take_in(file=made, by=by, at=NOW)

    return take


@pytest.fixture
def counted() -> Callable[[ChangeFile], dict[str, int]]:
    """The fates that lines of the file had."""

    def count(file: ChangeFile) -> dict[str, int]:
        fates = ("recorded", "known_before", "put_aside", "not_known", "failed")
        return {name: n for name in fates if (n := getattr(file, name))}

    return count


@pytest.fixture
def lives() -> Callable[[Person], list[tuple[Any, ...]]]:
    """Where a child lives and goes, as the owner sees it, by the first day."""

    def listed(person: Person) -> list[tuple[Any, ...]]:
        homes = Address.objects.filter(person=person).values_list("line_1", "started_on", "ended_on")
        places = Schooling.objects.filter(person=person).values_list("setting__name", "started_on", "ended_on")
        return sorted([*homes, *places], key=lambda one: (one[1], one[0]))

    return listed
