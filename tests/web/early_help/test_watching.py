"""Keeping an eye on a child: for a time, with contacts that fall due, reasons at both ends, sight meanwhile."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from kinfold.web.access.checks import NotVisible, Refused, can_see
from kinfold.web.access.models import Grant, User
from kinfold.web.access.permissions import Role
from kinfold.web.core import clock
from kinfold.web.core.versions import StaleVersion
from kinfold.web.deadlines.models import Deadline
from kinfold.web.early_help import chronology
from kinfold.web.early_help.actions.watching import record_contact, stop_watching, watch_over
from kinfold.web.early_help.models import Watch, WatchContact
from kinfold.web.people.models import Person
from tests import factories

NOW, TODAY = clock.now(), clock.today()  # what a grant opens, the database's own clock decides
SOON = TODAY + timedelta(weeks=8)
WHY = {"reason": "She moved schools twice.", "ends_by": SOON, "parents_know": True, "why_not_told": ""}


@pytest.fixture
def child() -> Person:
    return factories.family(children=1).children[0]


@pytest.fixture
def worker(child: Person) -> User:
    return factories.worker(on=child)


@pytest.fixture
def watch(as_app, child, worker) -> Watch:
    with as_app(worker):
        return watch_over(person=child, by=worker, at=NOW, **WHY)


def due() -> Deadline:
    return Deadline.objects.open().get(kind="watch_contact")


def test_a_contact_is_due_and_each_one_sets_the_next(watch, worker, as_app):
    first = due()
    assert (first.user, first.about_id) == (worker, watch.pk)
    said = {"contacted_on": TODAY, "words": "She likes her new form.", "ends_by": SOON}
    with as_app(worker):
        made = record_contact(watch=watch, by=worker, at=NOW, **said)
        assert record_contact(watch=watch, by=worker, at=NOW, **said).pk == made.pk
    assert due().pk != first.pk
    assert WatchContact.objects.count() == 1


def test_a_child_is_on_the_list_once(watch, child, worker, as_app):
    with as_app(worker):
        assert watch_over(person=child, by=worker, at=NOW, **WHY | {"reason": "Another"}).pk == watch.pk


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"reason": " "}, "Say why somebody"),
        ({"ends_by": TODAY}, "after today"),
        ({"ends_by": TODAY + timedelta(weeks=27)}, "half a year"),
        ({"parents_know": False}, "why the parents do not know"),
    ],
)
def test_what_the_list_must_know(wrong, why, child, worker, as_app):
    with as_app(worker), pytest.raises(ValidationError, match=why):
        watch_over(person=child, by=worker, at=NOW, **WHY | wrong)


def test_the_team_sees_the_record_while_it_lasts_and_no_longer(watch, child, worker, as_app):
    colleague, other = factories.worker(team=worker.teams[0]), factories.worker()
    Grant.objects.filter(user=worker).exclude(source_id=watch.pk).update(ended_at=NOW)
    with as_app(colleague):
        assert can_see(colleague, child.record_id)
    with as_app(other):
        assert not can_see(other, child.record_id)
    with as_app(worker):
        stop_watching(watch=watch, because="She has settled.", by=worker, at=NOW)
        assert not can_see(worker, child.record_id)
        with pytest.raises(NotVisible):
            record_contact(watch=watch, contacted_on=TODAY, words="Late", ends_by=SOON, by=worker, at=NOW)
    assert not Deadline.objects.open().exists()


def test_somebody_grown_up_is_not_on_a_list_of_children(child, worker, as_app):
    child.born_on = TODAY - timedelta(days=365 * 19)
    child.save()
    with as_app(worker), pytest.raises(ValidationError, match="grown up"):
        watch_over(person=child, by=worker, at=NOW, **WHY)


def test_a_restricted_record_is_opened_to_nobody_else_by_the_list(child, worker, as_app):
    child.record.level = "restricted"
    child.record.save()
    with as_app(worker):
        watch = watch_over(person=child, by=worker, at=NOW, **WHY)
    assert [given.user for given in Grant.objects.filter(source_id=watch.pk)] == [worker]


def test_somebody_who_does_not_keep_the_list_is_refused(child, as_app):
    teacher = factories.worker(Role.SAFEGUARDING_LEAD, on=child)
    with as_app(teacher), pytest.raises(Refused):
        watch_over(person=child, by=teacher, at=NOW, **WHY)


def test_two_who_change_its_end_notice_each_other(watch, worker, as_app):
    later = {"contacted_on": TODAY, "words": "Well.", "by": worker, "at": NOW, "version": watch.version}
    with as_app(worker):
        record_contact(watch=watch, ends_by=SOON + timedelta(days=1), **later)
        with pytest.raises(StaleVersion):
            record_contact(watch=watch, ends_by=SOON + timedelta(days=2), **later | {"words": "Not so well."})


def test_it_stands_in_the_childs_chronology(watch, child, worker, as_app):
    with as_app(worker):
        record_contact(watch=watch, contacted_on=TODAY, words="She likes it.", ends_by=SOON, by=worker, at=NOW)
        entries = chronology.entries(child=child, viewer=worker, since=TODAY)
        lines = {one.title: one.text for one in entries if one.kind == "Watch"}
    assert lines == {
        "Somebody keeps an eye on the child": WHY["reason"], "In touch with the child": "She likes it.",
    }  # fmt: skip


def test_the_pages_put_a_child_on_the_list_record_a_contact_and_end_it(child, worker, browser_of):
    browser = browser_of(worker)
    new = f"/early-help/children/{child.pk}/watch"
    assert "Keep an eye on this child" in browser.get(f"/children/{child.pk}").content.decode()
    day = {f"ends_by-{part}": str(getattr(SOON, part)) for part in ("day", "month", "year")}
    missing = browser.post(new, {"reason": "Moved.", "parents_know": "no", **day}).content.decode()
    assert "Say why the parents do not know" in missing
    address = browser.post(new, {"reason": "Moved.", "parents_know": "yes", **day}).url
    assert browser.get(new).url == address
    assert child.name in browser.get("/early-help/watched").content.decode()
    touched = {f"contacted_on-{part}": str(getattr(TODAY, part)) for part in ("day", "month", "year")}
    assert browser.post(address, {"what": "contact", "words": "Well.", **touched, **day}).status_code == 302
    assert "Say why the child leaves" in browser.post(address, {"what": "stop", "because": ""}).content.decode()
    assert browser.post(address, {"what": "stop", "because": "Settled."}).status_code == 302
    assert "Nobody is on the list." in browser.get("/early-help/watched").content.decode()
    assert browser_of(factories.worker()).get(address).status_code == 404
