"""What comes again, later or not at all: nothing is lost, nothing is doubled, nothing failed is kept for ever."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kinfold.web.audit.models import AuditEvent
from kinfold.web.mash.actions import delivering
from kinfold.web.mash.actions.delivering import deliver
from kinfold.web.mash.models import Contact, DeliveredLine, Delivery, Incident
from kinfold.web.mash.tasks import TRIED_AGAIN, forget_failed_lines
from kinfold.web.notices.models import Notice
from tests.factories.days import NOW
from tests.web.mash.deliveries.sent import file, line, run_job


def test_a_child_added_later_and_a_grade_that_changed_are_further_contacts_of_the_same_home(
    taken_in, decider, browser_of
):
    taken_in(file(line()))
    later = taken_in(file(line(), line(child_forename="Finn")))
    assert (later.contacts, later.children) == (1, 1)
    assert later.lines.get(number=2).received_before == Contact.objects.get(their_part=1).reference
    raised = taken_in(file(line(risk="high"), line(child_forename="Finn", risk="high")))
    assert (raised.contacts, raised.children) == (1, 2)
    first, second, third = Contact.objects.order_by("their_part")
    named = [sorted(one.children.values_list("described_forename", flat=True)) for one in (first, second, third)]
    assert named == [["Maya"], ["Finn"], ["Finn", "Maya"]]
    assert [one.rating for one in (first, second, third)] == ["amber", "amber", "red"]
    assert Incident.objects.get(contact=third).risk == "high"
    page = browser_of(decider).get(f"/mash/contacts/{second.pk}").content.decode()
    assert "sent this first, then more, which is here" in page
    assert "sent more about this home later" in page
    assert first.reference in page
    assert third.reference in page


def test_the_same_written_otherwise_or_sent_by_another_came_before(taken_in):
    taken_in(file(line()))
    again = taken_in(file(line(happened_on="08/06/2024", child_sex="girl", sender_name="PC Other")))
    assert (again.contacts, Contact.objects.count()) == (0, 1)


def test_what_cannot_be_taken_in_is_said_after_the_last_try_and_can_be_sent_again(
    decider, police, browser_of, monkeypatch, as_app
):
    sent = file(line())
    with as_app(decider):
        delivery = deliver(agency=police, way=Delivery.Way.FILE, name="n.csv", content=sent, by=decider, at=NOW)
    with monkeypatch.context() as broken:
        broken.setattr(delivering, "made_of", lambda *_, **__: 1 / 0)
        for attempts in range(TRIED_AGAIN + 1):
            delivery.refresh_from_db()
            assert delivery.stopped_at is None
            with pytest.raises(ZeroDivisionError):
                run_job(delivery.pk, decider, attempts)
    delivery.refresh_from_db()
    assert delivery.stopped_at is not None
    assert bytes(delivery.content) == b""
    assert Notice.objects.get(user=decider).url_name == "mash:delivery"
    assert "It could not be taken in." in browser_of(decider).get(f"/mash/deliveries/{delivery.pk}").content.decode()
    with as_app(decider):
        again = deliver(agency=police, way=Delivery.Way.FILE, name="n.csv", content=sent, by=decider, at=NOW)
    run_job(delivery.pk, decider)  # a job left over changes nothing
    assert not Contact.objects.exists()
    run_job(again.pk, decider)
    assert Contact.objects.count() == 1


def test_failed_lines_are_forgotten_when_all_of_them_came_and_not_before(taken_in):
    failed = taken_in(file(line(child_born_on="soon"), line(child_forename="Finn")))
    taken_in(file(line(child_forename="Finn")))
    assert failed.lines.exclude(said={}).count() == 2
    taken_in(file(line(), line(child_forename="Ivy")))
    assert failed.lines.exclude(said={}).count() == 0
    assert "soon" not in str(list(failed.lines.values_list("faults", flat=True)))


def test_failed_lines_are_forgotten_after_the_days_of_the_setting(taken_in, decider, browser_of):
    old, new = taken_in(file(line(child_born_on="soon"))), taken_in(file(line(reference="2", child_born_on="soon")))
    Delivery.objects.filter(pk=new.pk).update(sent_at=NOW.now(NOW.tzinfo))
    Delivery.objects.filter(pk=old.pk).update(sent_at=NOW.now(NOW.tzinfo) - timedelta(days=31))
    forget_failed_lines(0)
    assert DeliveredLine.objects.exclude(said={}).get().delivery == new
    page = browser_of(decider).get(f"/mash/deliveries/{old.pk}").content.decode()
    assert "It failed long ago." in page
    assert "Take it out as a file" not in page


def test_taking_failed_lines_out_is_noted(taken_in, decider, browser_of):
    delivery = taken_in(file(line(child_born_on="soon")))
    browser_of(decider).get(f"/mash/deliveries/{delivery.pk}/failed.csv")
    assert AuditEvent.objects.get(action="contacts.failed_lines_taken_out").details == {"lines": 1}


def test_a_colleague_who_sends_the_same_while_it_waits_follows_the_one_that_waits(system, decider, police, as_app):
    user, _ = system
    sent = b"[]".replace(b"[]", b'[{"reference": "1"}]')
    with as_app(user):
        first = deliver(agency=police, way=Delivery.Way.API, name="", content=sent, by=user, at=NOW)
    with as_app(decider):
        second = deliver(agency=police, way=Delivery.Way.API, name="", content=sent, by=decider, at=NOW)
        assert (second.pk, Delivery.objects.visible_to(decider).count()) == (first.pk, 1)


@pytest.mark.parametrize("year", ["0001", "1899", "2101", "9999"])
def test_a_year_that_cannot_be_is_a_fault_of_its_line(year: str, taken_in):
    delivery = taken_in(file(line(happened_on=f"{year}-06-08")))
    assert delivery.lines.get().faults == [["happened_on", "The year must be between 1900 and 2100"]]
