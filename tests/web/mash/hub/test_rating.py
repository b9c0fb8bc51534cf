"""How urgent a contact is: a history of ratings, and the clock that each one sets."""

from datetime import timedelta

import pytest

from kinfold.web.access.checks import Refused
from kinfold.web.audit.models import AuditEvent
from kinfold.web.core.rules import RuleBroken
from kinfold.web.core.versions import StaleVersion
from kinfold.web.deadlines.models import Deadline
from kinfold.web.mash.actions.rating import parents_now_know, rate, read_contact
from kinfold.web.mash.models import ContactChild, Rating
from tests.factories.days import NOW


def test_the_clock_of_a_rating_runs_from_when_the_contact_came(as_app, told, decider):
    contact = told().contact
    with as_app(decider):
        rate(contact=contact, rating="red", by=decider, at=NOW + timedelta(hours=2))

    clock = Deadline.objects.get(kind="rag_red")
    assert (clock.started_at, clock.due_at) == (NOW, NOW + timedelta(hours=4))
    contact.refresh_from_db()
    assert contact.rating == "red"


def test_rating_again_withdraws_the_former_clock_and_keeps_both_ratings(as_app, told, decider):
    contact = told().contact
    with as_app(decider):
        rate(contact=contact, rating="green", by=decider, at=NOW)
        with pytest.raises(RuleBroken, match="Say why the rating changes"):
            rate(contact=contact, rating="red", by=decider, at=NOW)
        rate(contact=contact, rating="red", reason="The school rang: she has a mark.", by=decider, at=NOW)

    assert Deadline.objects.get(kind="rag_green").withdrawn_at == NOW
    assert Deadline.objects.open().get(kind__startswith="rag_").kind == "rag_red"
    assert list(Rating.objects.order_by("pk").values_list("rating", flat=True)) == ["green", "red"]


def test_the_same_rating_twice_is_one_rating(as_app, told, decider):
    contact = told().contact
    with as_app(decider):
        rate(contact=contact, rating="amber", by=decider, at=NOW)
        rate(contact=contact, rating="amber", by=decider, at=NOW)
    assert Rating.objects.count() == 1


def test_a_rating_after_all_is_decided_starts_no_clock(as_app, told, decider):
    child = told()
    ContactChild.objects.filter(pk=child.pk).update(decision="advice", decided_at=NOW)
    with as_app(decider):
        rate(contact=child.contact, rating="red", by=decider, at=NOW)
    assert Rating.objects.get().rating == "red"
    assert not Deadline.objects.filter(kind="rag_red").exists()


def test_a_rating_that_nobody_knows_is_refused_and_a_stale_one_too(as_app, told, decider, manager):
    contact = told().contact
    with as_app(decider):
        with pytest.raises(RuleBroken, match="red, amber or green"):
            rate(contact=contact, rating="blue", by=decider, at=NOW)
        rate(contact=contact, rating="green", by=decider, at=NOW, version=contact.version)
    with as_app(manager), pytest.raises(StaleVersion):
        rate(contact=contact, rating="red", reason="New words", by=manager, at=NOW, version=contact.version)


def test_who_read_it_first_stays_and_every_reading_is_in_the_audit(as_app, told, decider, manager):
    contact = told().contact
    with as_app(decider):
        read_contact(contact=contact, by=decider, at=NOW)
    with as_app(manager):
        read_contact(contact=contact, by=manager, at=NOW + timedelta(hours=1))
    contact.refresh_from_db()
    assert (contact.read_at, contact.read_by) == (NOW, decider)
    assert AuditEvent.objects.filter(action="contact.read").count() == 2


def test_only_the_hub_rates(as_app, told, teacher):
    with as_app(teacher), pytest.raises(Refused):
        rate(contact=told().contact, rating="red", by=teacher, at=NOW)


def test_that_the_parents_know_now_is_recorded_with_who_told_them(as_app, told, decider):
    contact = told(parents_informed="no", not_told_reason="He would be angry.").contact
    with as_app(decider):
        with pytest.raises(RuleBroken, match="Say who told the parents"):
            parents_now_know(contact=contact, how=" ", by=decider, at=NOW)
        parents_now_know(contact=contact, how="The head teacher, at school", by=decider, at=NOW)
    contact.refresh_from_db()
    assert not contact.parents_do_not_know
    assert "He would be angry." in contact.not_told_reason
    assert "12 June 2024: The head teacher" in contact.not_told_reason
