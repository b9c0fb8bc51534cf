"""A person decides about a line that waits: taken in for whom they choose, or left out with a reason, once."""

from __future__ import annotations

from datetime import date
from uuid import UUID

import pytest
from django.core.exceptions import ValidationError

from kinfold.web.access.checks import NotVisible, Refused
from kinfold.web.access.permissions import Role
from kinfold.web.audit.models import AuditEvent
from kinfold.web.changes.actions import leave_out, take_in_line
from kinfold.web.changes.models import PutAside
from kinfold.web.people.models import Setting
from tests import factories
from tests.factories.days import LONG_AGO, NOW
from tests.web.changes.sent import ADDRESS, SCHOOL, SURGERY, file

JUNE_3, JUNE_10 = date(2024, 6, 3), date(2024, 6, 10)


@pytest.fixture
def waits(taken_in, known):
    """``waits(line)`` — it is put aside, because the last name is another one."""

    def put(line=SCHOOL, **fields) -> PutAside:
        known(surname="Elder", **fields)
        assert taken_in(file(line)).put_aside == 1
        return PutAside.objects.get()

    return put


def test_both_sides_are_shown_and_taking_it_in_records_it(waits, hub, browser_of, lives):
    line = waits()
    listed = browser_of(hub).get("/changes/waiting").text
    assert "The last name is not the one that Kinfold has" in listed
    assert "1 change waits" in browser_of(hub).get("/changes/").text
    assert "1 change of school, surgery or address, in doubt" in browser_of(hub).get("/today").text
    page = browser_of(hub).get(f"/changes/waiting/{line.pk}").text
    for words in ("Larch", "Elder", "Old School", "Eelgrass School", "From 3 June 2024", "Since 9 January 2023"):
        assert words in page
    answer = browser_of(hub).post(f"/changes/waiting/{line.pk}", {"what": str(line.person_id)}, follow=True)
    assert "It is taken in." in answer.text
    assert "Nothing waits." in answer.text
    assert "in doubt" not in browser_of(hub).get("/today").text
    assert ("Eelgrass School", JUNE_3, None) in lives(line.person)
    line.refresh_from_db()
    assert (line.outcome, line.decided_by, line.said) == ("taken_in", hub, {})
    assert AuditEvent.objects.get(action="changes.line_taken_in").person_ids == [line.person_id]
    assert "Taken in</strong> by" in browser_of(hub).get(f"/changes/waiting/{line.pk}").text


def test_leaving_out_takes_a_reason_and_the_same_line_does_not_come_up_again(waits, hub, browser_of, lives, taken_in):
    line = waits()
    before = lives(line.person)
    answer = browser_of(hub).post(f"/changes/waiting/{line.pk}", {"what": "leave_out", "reason": " "})
    assert "Say why it is not taken in" in answer.text
    said = {"what": "leave_out", "reason": "It is a cousin, says the school"}
    browser_of(hub).post(f"/changes/waiting/{line.pk}", said)
    line.refresh_from_db()
    assert (line.outcome, line.said) == ("set_aside", {})
    assert "It is a cousin" in browser_of(hub).get(f"/changes/waiting/{line.pk}").text
    line.person.surname = "Larch"
    line.person.save()
    assert taken_in(file(SCHOOL)).known_before == 1
    assert lives(line.person) == before


@pytest.mark.parametrize("again", [{"person_id": UUID(int=1)}, {"reason": "Again"}])
def test_what_a_colleague_decided_is_not_decided_again(waits, hub, as_app, again):
    line = waits()
    decide = take_in_line if "person_id" in again else leave_out
    with as_app(hub):
        leave_out(line=line, reason="No", by=hub, at=NOW)
        with pytest.raises(ValidationError, match="A colleague has decided about this already"):
            decide(line=line, by=hub, at=NOW, **again)
    line.refresh_from_db()
    assert line.reason == "No"


@pytest.mark.parametrize(
    ("change", "between", "names"),
    [
        (SCHOOL, {"place_number": "", "place_name": "Between School"},
         ("Old School", "Between School", "Eelgrass School")),
        (ADDRESS, {"line_1": "5 Between Road"}, ("12 Example Road", "5 Between Road", "9 Quay Street")),
    ],
)  # fmt: skip
def test_an_older_change_goes_before_what_is_recorded_which_stays(
    known, taken_in, hub, browser_of, lives, change, between, names
):
    maya = known()
    factories.setting(name="Between School")
    taken_in(file(change | {"from_day": "2024-06-10"}))
    assert taken_in(file(change | between)).put_aside == 1
    page = f"/changes/waiting/{PutAside.objects.get().pk}"
    assert "from a later day stays" in browser_of(hub).get(page).text
    browser_of(hub).post(page, {"what": str(maya.pk)})
    first, second, third = names
    assert [one for one in lives(maya) if one[0] in names] == [
        (first, LONG_AGO, JUNE_3), (second, JUNE_3, JUNE_10), (third, JUNE_10, None),
    ]  # fmt: skip


def test_one_of_two_people_with_the_number_is_chosen(known, taken_in, hub, browser_of, lives):
    one, other = known(), known(surname="Another")
    taken_in(file(SURGERY))
    line = PutAside.objects.get()
    page = browser_of(hub).get(f"/changes/waiting/{line.pk}").text
    assert one.name in page
    assert other.name in page
    browser_of(hub).post(f"/changes/waiting/{line.pk}", {"what": str(other.pk)})
    assert ("The Drayton Surgery", JUNE_3, None) in lives(other)
    assert ("The Drayton Surgery", JUNE_3, None) not in lives(one)


def test_nobody_else_can_be_chosen(waits, hub, as_app):
    line, stranger = waits(), factories.person()
    with as_app(hub), pytest.raises(ValidationError, match="Choose one of the people"):
        take_in_line(line=line, person_id=stranger.pk, by=hub, at=NOW)


def test_a_school_that_is_gone_since_cannot_be_taken_in_but_left_out(waits, hub, browser_of):
    line = waits()
    Setting.objects.filter(name="Eelgrass School").update(urn="999")
    page = browser_of(hub).get(f"/changes/waiting/{line.pk}").text
    assert "cannot be shown or recorded any more" in page
    assert browser_of(hub).post(f"/changes/waiting/{line.pk}", {"what": str(line.person_id)}).status_code == 200
    assert PutAside.objects.get().waits


@pytest.mark.parametrize("role", [Role.EARLY_HELP_LEAD, Role.SAFEGUARDING_LEAD])
def test_a_worker_who_sees_the_child_but_has_not_the_permission_does_not_decide(waits, as_app, browser_of, role):
    line = waits()
    worker = factories.worker(role, on=line.person)
    assert browser_of(worker).get(f"/changes/waiting/{line.pk}").status_code == 403
    with as_app(worker), pytest.raises(Refused):
        leave_out(line=line, reason="No", by=worker, at=NOW)


def test_a_record_that_is_not_theirs_is_not_decided_about(waits, as_app, browser_of, hub):
    line = waits()
    line.record.level = "restricted"
    line.record.save()
    assert browser_of(hub).get(f"/changes/waiting/{line.pk}").status_code == 404
    with as_app(hub), pytest.raises(NotVisible):
        leave_out(line=line, reason="No", by=hub, at=NOW)
