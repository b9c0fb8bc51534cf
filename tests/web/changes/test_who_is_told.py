"""Whoever leads a child's help is told that something about the child has changed, and not what."""

from __future__ import annotations

import pytest

from kinfold.web.access.permissions import Role
from kinfold.web.changes import notice_kinds
from kinfold.web.changes.actions import take_in_line
from kinfold.web.changes.models import PutAside
from kinfold.web.notices.models import Notice
from kinfold.web.people.models import FamilyMember
from tests import factories
from tests.factories.days import LONG_AGO, NOW
from tests.web.changes.sent import ADDRESS, OTHER_NHS, SCHOOL, file


@pytest.fixture
def helped(known):
    """``helped(lead)`` — a child of the file whose help somebody leads."""

    def make(lead, **fields):
        family = factories.family(children=0)
        child = known(record=family.record, **fields)
        FamilyMember.objects.create(family=family, person=child, record=family.record, started_on=LONG_AGO)
        factories.lead(factories.episode(family), lead)
        return child

    return make


def told(user) -> list[object]:
    return list(Notice.objects.filter(user=user, words=notice_kinds.CHANGED.words).values_list("about_id", flat=True))


def test_a_lead_is_told_once_of_two_changes_and_of_no_change_twice(taken_in, helped, known, hub, browser_of):
    lead = factories.worker(Role.EARLY_HELP_LEAD)
    child = helped(lead)
    known(number=OTHER_NHS, surname="Nobody")
    taken_in(file(SCHOOL, ADDRESS))
    assert told(lead) == [child.pk]
    assert told(hub) == []
    Notice.objects.update(read_at=NOW)
    taken_in(file(SCHOOL, ADDRESS))
    assert told(lead) == [child.pk]
    page = browser_of(lead).get(f"/children/{child.pk}")
    assert page.status_code == 200
    assert "Eelgrass School" in page.text


def test_a_change_that_waits_is_told_when_somebody_has_decided(taken_in, helped, hub, as_app):
    lead = factories.worker(Role.EARLY_HELP_LEAD)
    child = helped(lead, surname="Elder")
    taken_in(file(SCHOOL))
    assert told(lead) == []
    with as_app(hub):
        take_in_line(line=PutAside.objects.get(), person_id=child.pk, by=hub, at=NOW)
    assert told(lead) == [child.pk]
