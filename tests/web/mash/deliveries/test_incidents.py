"""What the police were called to: homes under one number, repeats, the conference, and the word to school in time."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError

from kinfold.practice.timescales import TIMESCALES, due_at
from kinfold.web.deadlines.models import Deadline
from kinfold.web.mash.actions.incidents import SaidOfIncident, keep_from_school, record_incident, tell_school
from kinfold.web.mash.actions.matching import confirm_match
from kinfold.web.mash.models import Contact, ContactChild, Incident, WordToSchool
from kinfold.web.mash.selectors.contact import contact_of
from kinfold.web.mash.selectors.incidents import incident_of
from kinfold.web.people.models import Person
from tests import factories
from tests.factories.days import NOW
from tests.web.mash.deliveries.sent import file, line

OTHER_HOME = {"child_address": "9 Other Road", "child_postcode": "PO1 1AA", "child_forename": "Ivy"}


def school_clocks() -> dict[str, bool]:
    """Child ▶ whether their school has still to be told."""
    named = dict(ContactChild.objects.values_list("pk", "described_forename"))
    return {named[row.about_id]: row.met_at is None for row in Deadline.objects.filter(kind="word_to_school")}


def test_homes_under_one_number_and_earlier_calls_to_the_same_home_are_shown(taken_in, decider, as_app, browser_of):
    taken_in(file(line(reference="old", happened_on="2024-01-05"), line(reference="long ago", happened_on="2023-05-01"),
                  line(reference="theft", happened_on="2024-02-01", domestic_abuse="no"),
                  line(), line(**OTHER_HOME)))  # fmt: skip
    ours = Contact.objects.get(their_reference="44260012345", children__described_forename="Maya")
    with as_app(decider):
        shown = incident_of(decider, contact_of(decider, ours.pk))
    assert [one.their_reference for one in shown.earlier] == ["old"]
    assert [one.children.get().described_forename for one in shown.others] == ["Ivy"]
    page = browser_of(decider).get(f"/mash/contacts/{ours.pk}").content.decode()
    assert "Time 2 in 12 months" in page
    assert "It touched another home too" in page


def test_each_child_of_domestic_abuse_has_a_school_on_the_clock_until_somebody_says_what_was_done(
    taken_in, decider, as_app, browser_of
):
    taken_in(file(line(), line(child_forename="Finn"), line(reference="2", domestic_abuse="no", child_forename="Ivy")))
    assert school_clocks() == {"Maya": True, "Finn": True}
    maya, finn = (ContactChild.objects.get(described_forename=name) for name in ("Maya", "Finn"))
    with as_app(decider):
        tell_school(child=maya, told_name="Ms Bray", how="telephone", by=decider, at=NOW)
        tell_school(child=maya, told_name="Ms Bray", how="telephone", by=decider, at=NOW)
        with pytest.raises(ValidationError, match="A colleague recorded just now"):
            keep_from_school(child=maya, because="She is ill.", by=decider, at=NOW)
    answer = browser_of(decider).post(f"/mash/contacts/child/{finn.pk}/school", {"told": "not_told"})
    assert "Say why the school is not told" in answer.content.decode()
    browser_of(decider).post(f"/mash/contacts/child/{finn.pk}/school", {"told": "not_told", "because": "He is two."})
    assert school_clocks() == {"Maya": False, "Finn": False}
    assert WordToSchool.objects.get(child=maya).told_name == "Ms Bray"
    assert WordToSchool.objects.get(child=finn).not_told_because == "He is two."


def test_a_school_of_somebody_else_cannot_be_said_to_be_told(taken_in, decider, as_app):
    taken_in(file(line(domestic_abuse="no")))
    with as_app(decider), pytest.raises(ValidationError, match="Record the incident as domestic abuse first"):
        keep_from_school(child=ContactChild.objects.get(), because="None", by=decider, at=NOW)


def test_the_clock_and_the_word_go_with_the_child_once_it_is_known_who_they_are(taken_in, decider, as_app):
    taken_in(file(line(), line(child_forename="Finn")))
    maya, finn = (ContactChild.objects.get(described_forename=name) for name in ("Maya", "Finn"))
    person, other = factories.person(), factories.person()
    with as_app(decider):
        tell_school(child=finn, told_name="Ms Bray", how="email", by=decider, at=NOW)
        confirm_match(child=maya, person=person, by=decider, at=NOW)
        confirm_match(child=finn, person=other, by=decider, at=NOW)
    assert Deadline.objects.get(kind="word_to_school", about_id=maya.pk).record_id == person.record_id
    assert WordToSchool.objects.get().record_id == other.record_id


def test_the_hub_records_an_incident_by_hand_and_two_editors_notice_each_other(taken_in, decider, as_app, browser_of):
    taken_in(file(line(happened_on="", domestic_abuse="", risk="")))
    contact = Contact.objects.get()
    said = {"number": "77", "happened_on-day": "1", "happened_on-month": "6", "happened_on-year": "2024",
            "domestic_abuse": "yes", "risk": "high"}  # fmt: skip
    page = f"/mash/contacts/{contact.pk}/incident"
    assert browser_of(decider).post(page, said).status_code == 302
    assert school_clocks() == {"Maya": True}
    with as_app(decider):
        record_incident(contact=contact, said=SaidOfIncident("77", date(2024, 6, 1), True, "high", date(2024, 6, 20)),
                        by=decider, at=NOW, version=1)  # fmt: skip
    for seen in ({"version": "1"}, {}):  # the second began before there was any
        stale = browser_of(decider).post(page, said | seen)
        assert stale.status_code == 409
        assert "20 June 2024" in stale.content.decode()
    assert Incident.objects.get().conference_on == date(2024, 6, 20)


def test_a_home_that_must_stay_secret_is_not_found_from_an_earlier_incident_there(taken_in, decider, as_app):
    taken_in(file(line(reference="old", happened_on="2024-01-05"), line()))
    old, new = (Contact.objects.get(their_reference=one) for one in ("old", "44260012345"))
    person = factories.person()
    with as_app(decider):
        confirm_match(child=new.children.get(), person=person, by=decider, at=NOW)
        assert [one.pk for one in incident_of(decider, contact_of(decider, new.pk)).earlier] == [old.pk]
    Person.objects.filter(pk=person.pk).update(has_confidential_address=True)
    with as_app(decider):
        assert incident_of(decider, contact_of(decider, new.pk)).earlier == []
        assert incident_of(decider, contact_of(decider, old.pk)).earlier == []


@pytest.mark.parametrize(
    ("came", "due"),
    [
        (datetime(2024, 6, 12, 20, tzinfo=UTC), datetime(2024, 6, 13, 7, 45, tzinfo=UTC)),
        (datetime(2024, 6, 13, 2, tzinfo=UTC), datetime(2024, 6, 13, 7, 45, tzinfo=UTC)),
        (datetime(2024, 6, 13, 7, 46, tzinfo=UTC), datetime(2024, 6, 14, 7, 45, tzinfo=UTC)),
        (datetime(2024, 6, 14, 22, tzinfo=UTC), datetime(2024, 6, 17, 7, 45, tzinfo=UTC)),
        (datetime(2024, 6, 16, 3, tzinfo=UTC), datetime(2024, 6, 17, 7, 45, tzinfo=UTC)),
        (datetime(2024, 10, 26, 12, tzinfo=UTC), datetime(2024, 10, 28, 8, 45, tzinfo=UTC)),  # the clocks go back
    ],
)
def test_the_school_is_told_before_it_next_begins(came: datetime, due: datetime):
    assert due_at(TIMESCALES["word_to_school"], came) == due
