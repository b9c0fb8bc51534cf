"""A file is taken in: contacts, clocks and ratings as if each had been told alone, and once however often it comes."""

from __future__ import annotations

import csv
from datetime import date
from io import StringIO

import pytest
from django.core.exceptions import ValidationError

from kinfold.web.access.permissions import Role
from kinfold.web.audit.models import AuditEvent
from kinfold.web.deadlines.models import Deadline
from kinfold.web.local.models import LocalValue
from kinfold.web.mash.actions.delivering import deliver
from kinfold.web.mash.models import Contact, Delivery, Incident, Rating
from kinfold.web.mash.selectors.board import board
from tests import factories
from tests.factories.days import NOW
from tests.web.mash.deliveries.sent import file, line, run_job


def test_each_home_is_one_contact_with_its_children_clocks_rating_and_incident(taken_in, decider, police, as_app):
    delivery = taken_in(file(line(), line(child_forename="Finn"), line(reference="2", risk="", child_forename="Ivy")))
    assert (delivery.contacts, delivery.children) == (2, 3)
    assert bytes(delivery.content) == b""
    first, second = Contact.objects.order_by("pk")
    assert (first.agency, first.channel, first.source_code) == (police, "police_notification", "6")
    assert sorted(first.children.values_list("described_forename", flat=True)) == ["Finn", "Maya"]
    assert (first.rating, second.rating) == ("amber", "")
    assert Rating.objects.get().reason == "Hampshire Constabulary graded it medium. The hub has not looked at it yet."
    incident = Incident.objects.get(contact=first)
    assert (incident.number, incident.risk, incident.domestic_abuse) == ("44260012345", "medium", True)
    clocks = sorted(Deadline.objects.filter(about_id=first.pk).values_list("kind", flat=True))
    assert clocks == ["feedback_to_referrer", "rag_amber"]
    assert Deadline.objects.filter(kind="contact_decision").count() == 3
    assert AuditEvent.objects.filter(action="contact.received", record_id=first.record_id).exists()
    with as_app(decider):
        sections = {one.key: len(one.rows) for one in board(decider, NOW).sections}
    assert (sections["deciding"], sections["unrated"]) == (1, 1)


def test_the_partnership_says_how_a_grade_is_first_rated(taken_in, decider):
    LocalValue.objects.create(key="rating_of_medium", value="red", valid_from=date(2020, 1, 1), set_by=decider)
    taken_in(file(line()))
    assert Contact.objects.get().rating == "red"


def test_what_came_before_is_not_taken_in_again_whoever_may_see_it(taken_in):
    taken_in(file(line()))
    first = Contact.objects.get()
    first.record.level = "sealed"
    first.record.save()
    again = taken_in(file(line(), line(reference="2")))
    assert (again.contacts, Contact.objects.count()) == (1, 2)
    assert again.lines.get(number=2).received_before == first.reference


def test_a_job_that_runs_twice_takes_it_in_once(decider, police):
    delivery = deliver(agency=police, way=Delivery.Way.FILE, name="n.csv", content=file(line()), by=decider, at=NOW)
    again = deliver(agency=police, way=Delivery.Way.FILE, name="n.csv", content=file(line()), by=decider, at=NOW)
    assert again.pk == delivery.pk
    for _ in range(2):
        run_job(delivery.pk, decider)
    assert Contact.objects.count() == 1


def test_failed_lines_come_back_as_a_file_that_can_be_mended_and_sent(taken_in, decider, browser_of):
    bad = line(child_born_on="soon", child_parents="=HYPERLINK(1)")
    delivery = taken_in(file(bad, line(reference="2")))
    page = browser_of(decider).get(f"/mash/deliveries/{delivery.pk}")
    assert b"1 line not taken in" in page.content
    assert "“soon” is not a day".encode() in page.content
    given = browser_of(decider).get(f"/mash/deliveries/{delivery.pk}/failed.csv").content.decode("utf-8-sig")
    (row,) = csv.DictReader(StringIO(given))
    assert row["child_parents"] == "'=HYPERLINK(1)"
    assert "not a day" in row["why_not"]
    assert taken_in(given.replace("soon", "2018-03-27").encode()).contacts == 1
    assert Contact.objects.get(their_reference="44260012345").children.get().described_parents == "=HYPERLINK(1)"


def test_the_colleague_named_as_the_sender_sees_what_becomes_of_it_and_no_other_does(taken_in, police, browser_of):
    sender, other = (factories.worker(Role.SAFEGUARDING_LEAD, team=police.teams.get()) for _ in range(2))
    taken_in(file(line(sender_email=sender.email.upper())))
    contact = Contact.objects.get()
    assert contact.reference in browser_of(sender).get("/mash/your-contacts").content.decode()
    assert browser_of(sender).get(f"/mash/your-contacts/{contact.pk}").status_code == 200
    assert browser_of(other).get(f"/mash/your-contacts/{contact.pk}").status_code == 404


def test_an_agencys_account_cannot_be_named_as_another_agencys_sender(taken_in):
    stranger = factories.worker(Role.SAFEGUARDING_LEAD)
    taken_in(file(line(sender_email=stranger.email)))
    assert Contact.objects.get().referrer is None


def test_a_page_refuses_a_file_that_is_none_and_keeps_the_agency_chosen(decider, police, browser_of):
    from django.core.files.uploadedfile import SimpleUploadedFile

    sent = {"agency": str(police.pk), "file": SimpleUploadedFile("n.csv", b"colour\nblue")}
    answer = browser_of(decider).post("/mash/deliveries", sent)
    assert answer.status_code == 200
    assert "There is no column called “colour”".encode() in answer.content
    assert f'value="{police.pk}" selected'.encode() in answer.content
    assert not Delivery.objects.exists()


def test_a_system_sends_for_its_own_agency_alone(system, as_app):
    user, _ = system
    other = factories.worker(Role.SAFEGUARDING_LEAD).agency
    with as_app(user), pytest.raises(ValidationError, match="its own agency only"):
        deliver(agency=other, way=Delivery.Way.API, name="", content=b"[]", by=user, at=NOW)


def test_thousands_take_the_same_number_of_statements_as_one(taken_in, django_assert_max_num_queries):
    with django_assert_max_num_queries(60):
        taken_in(file(*(line(reference=str(number)) for number in range(300))))
    assert Contact.objects.count() == 300
