"""Where many people live and go, recorded at once: as for each alone, or for none; and a school from before another."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from kinfold.web.access.checks import NotVisible, Refused
from kinfold.web.access.permissions import Role
from kinfold.web.audit.models import AuditEvent
from kinfold.web.people import actions
from kinfold.web.people.actions import Attends, LivesAt
from kinfold.web.people.models import Address, Schooling
from tests import factories
from tests.factories.days import A_WEEK_AGO, LONG_AGO, NOW, TODAY

NEW = {"line_1": "1 New Road", "postcode": "po1 1aa"}


@pytest.fixture
def hub():
    return factories.worker(Role.MASH_DECISION_MAKER)


def days_of(person):
    rows = Schooling.objects.filter(person=person).order_by("started_on")
    return [(one.setting.name, one.started_on, one.ended_on) for one in rows]


def test_each_home_and_school_is_recorded_and_the_one_before_ends(hub, as_app):
    one, other = factories.person(), factories.person()
    factories.address(one, kind="home")
    school, surgery = factories.setting(name="School"), factories.setting("surgery", name="Surgery")
    with as_app(hub):
        actions.record_schooling(person=one, setting=factories.setting(name="Old"), on=LONG_AGO, by=hub)
        actions.record_addresses([LivesAt(one, NEW, TODAY, A_WEEK_AGO), LivesAt(other, NEW, TODAY)], by=hub,
                                 from_file=uuid4())  # fmt: skip
        actions.record_schoolings(
            [Attends(one, False, school, TODAY, A_WEEK_AGO), Attends(one, True, surgery, TODAY),
             Attends(other, False, school, TODAY)], by=hub, from_file=uuid4()
        )  # fmt: skip
        actions.record_schoolings([Attends(other, False, None, TODAY)], by=hub, from_file=uuid4())
    assert Address.objects.get(person=one, ended_on=A_WEEK_AGO).started_on == LONG_AGO
    assert Address.objects.filter(line_1="1 New Road", postcode="PO11AA", ended_on__isnull=True).count() == 2
    assert days_of(one) == [("Old", LONG_AGO, A_WEEK_AGO), ("School", TODAY, None), ("Surgery", TODAY, None)]
    assert days_of(other) == [("School", TODAY, TODAY)]
    written = AuditEvent.objects.filter(person_ids=[other.pk]).values_list("action", flat=True)
    assert sorted(written) == ["address.recorded", "person.schooling_ended", "person.schooling_recorded"]


def test_a_record_that_is_not_theirs_stops_all_of_it(hub, as_app):
    one, other = factories.person(), factories.person(record=factories.record("restricted"))
    school = factories.setting()
    with as_app(hub), pytest.raises(NotVisible):
        actions.record_addresses([LivesAt(one, NEW, TODAY), LivesAt(other, NEW, TODAY)], by=hub, from_file=uuid4())
    with as_app(hub), pytest.raises(NotVisible):
        actions.record_schoolings(
            [Attends(one, False, school, TODAY), Attends(other, False, school, TODAY)], by=hub, from_file=uuid4()
        )
    analyst = factories.worker(Role.ANALYST)
    with as_app(analyst), pytest.raises(Refused):
        actions.record_addresses([LivesAt(one, NEW, TODAY)], by=analyst, from_file=uuid4())
    assert not Address.objects.exists()
    assert not Schooling.objects.exists()


def test_one_secret_address_among_them_is_refused_to_whoever_may_not_see_it(hub, as_app):
    knows, one, other = factories.worker(Role.MASH_MANAGER), factories.person(), factories.person()
    factories.address(other, kind="home")
    with as_app(knows):
        actions.make_confidential(person=other, seen_by=[], reason="Fled", by=knows, at=NOW)
    said = [LivesAt(one, NEW, TODAY), LivesAt(other, NEW, TODAY)]
    with as_app(hub), pytest.raises(ValidationError, match="confidential"):
        actions.record_addresses(said, by=hub, from_file=uuid4())
    assert not Address.objects.filter(line_1="1 New Road").exists()
    with as_app(knows):
        actions.record_addresses(said, by=knows, from_file=uuid4())
    assert set(Address.objects.filter(line_1="1 New Road").values_list("person", "confidential")) == {
        (one.pk, False), (other.pk, True),
    }  # fmt: skip


def test_what_somebody_recorded_newer_meanwhile_is_not_gone_behind(hub, as_app):
    one = factories.person()
    factories.address(one, kind="home", started_on=TODAY)
    with as_app(hub), pytest.raises(ValidationError, match="something newer"):
        actions.record_addresses([LivesAt(one, NEW, A_WEEK_AGO)], by=hub, from_file=uuid4())


def test_a_school_from_before_the_recorded_one_ends_where_that_begins(hub, as_app):
    child, now, before = factories.person(), factories.setting(name="Now"), factories.setting(name="Before")
    with as_app(hub):
        actions.record_schooling(person=child, setting=now, on=TODAY, by=hub)
        for _ in range(2):
            actions.record_schooling(person=child, setting=before, on=LONG_AGO, by=hub)
    assert days_of(child) == [("Before", LONG_AGO, TODAY), ("Now", TODAY, None)]


def test_leaving_a_school_is_recorded_once_and_not_before_they_came(hub, as_app):
    child = factories.person()
    with as_app(hub):
        schooling = actions.record_schooling(person=child, setting=factories.setting(name="A"), on=A_WEEK_AGO, by=hub)
        with pytest.raises(ValidationError, match="started there after this day"):
            actions.end_schooling(schooling=schooling, on=LONG_AGO, by=hub)
        for on in (TODAY, date(2024, 6, 20)):
            actions.end_schooling(schooling=schooling, on=on, by=hub)
    assert days_of(child) == [("A", A_WEEK_AGO, TODAY)]
