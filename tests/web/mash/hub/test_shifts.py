"""A shift hands the board over, takes it along on paper, and enters afterwards what was decided on it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from kinfold.web.audit.models import AuditEvent
from kinfold.web.core import clock
from kinfold.web.mash.actions.shifts import leave_note, read_note
from kinfold.web.mash.models import ContactChild, ShiftNote
from kinfold.web.mash.selectors.shifts import shift
from kinfold.web.notices.models import Notice
from tests import factories
from tests.factories.days import NOW


def test_the_next_shift_is_told_that_there_is_a_note_and_says_that_it_has_read_it(as_app, decider, manager, told):
    told(factories.contact(rating="red"))
    with as_app(decider):
        for _ in range(2):  # pressed twice
            leave_note(words="Ring the school back at nine.", by=decider, at=NOW)
    note = ShiftNote.objects.get()
    assert note.standing["red"] == 1
    assert Notice.objects.get().user == manager
    with as_app(manager):
        assert shift(manager, NOW).unread == {note.pk}
        read_note(note=note, by=manager, at=NOW)
        assert shift(manager, NOW).unread == set()
    with as_app(decider), pytest.raises(ValidationError):
        leave_note(words="  ", by=decider, at=NOW)


def test_a_note_is_the_hubs_alone(as_app, decider, teacher, browser_of):
    with as_app(decider):
        leave_note(words="Ring the school back at nine.", by=decider, at=NOW)
    with as_app(teacher):
        assert not ShiftNote.objects.exists()
    assert browser_of(teacher).get("/mash/shift").status_code == 403


def test_what_cannot_wait_is_red_in_danger_overdue_or_due_within_four_hours(as_app, decider, told):
    red, green = told(factories.contact(rating="red")), told(factories.contact(rating="green"))
    with as_app(decider):
        first = {row.contact.pk for row in shift(decider, red.contact.received_at).first}
        assert first == {red.contact_id}
        later = {row.contact.pk for row in shift(decider, red.contact.received_at + timedelta(days=9)).first}
    assert later == {red.contact_id, green.contact_id}


def test_the_board_on_paper_names_whom_to_ring_and_no_address_and_is_written_down(decider, told, browser_of):
    child = told(factories.contact(rating="amber"))
    ContactChild.objects.filter(pk=child.pk).update(described_address="12 Example Road", described_postcode="PO4 8AA")
    page = browser_of(decider).get("/mash/board/on-paper").content.decode()
    assert child.contact.reference in page
    assert "12 Example Road" not in page
    assert "PO4 8AA" not in page
    assert AuditEvent.objects.filter(action="board.printed").count() == 1


def test_a_decision_made_on_paper_keeps_its_own_time_and_none_before_the_contact_came(decider, told, browser_of):
    child = told(factories.contact(rating="amber"))
    type(child.contact).objects.update(received_at=clock.now() - timedelta(hours=5))
    said = {"decision": "advice", "tier": "1", "rationale": "Talked it through.", "version": str(child.version),
            "why_unmatched": "Nobody knows them."}  # fmt: skip
    page = f"/mash/contacts/child/{child.pk}/decision"

    def at(hours: float) -> dict[str, str]:
        then = clock.now().astimezone(clock.LONDON) - timedelta(hours=hours)
        return {"on_paper_at-day": str(then.day), "on_paper_at-month": str(then.month),
                "on_paper_at-year": str(then.year), "on_paper_at-time": f"{then:%H:%M}"}  # fmt: skip

    assert "was made after the contact came" in browser_of(decider).post(page, said | at(6)).content.decode()
    assert browser_of(decider).post(page, said | at(2)).status_code == 302
    child.refresh_from_db()
    assert timedelta(hours=1.9) < clock.now() - child.decided_at < timedelta(hours=2.1)
