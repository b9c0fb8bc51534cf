"""No further action on a red contact, or on the third in a year, is complete when a second person agrees."""

from datetime import timedelta

import pytest

from kinfold.web.core.rules import RuleBroken
from kinfold.web.deadlines.models import Deadline
from kinfold.web.local.models import LocalValue
from kinfold.web.mash.actions.agreeing import agree, return_decision
from kinfold.web.mash.actions.deciding import decide
from kinfold.web.mash.actions.feedback import send_feedback
from kinfold.web.mash.actions.rating import rate
from kinfold.web.mash.hub_rules import needs_second_person
from kinfold.web.mash.models import ContactChild
from kinfold.web.notices.models import Notice
from tests import factories
from tests.factories.days import LONG_AGO, NOW
from tests.web.mash.hub.conftest import said

LATER = NOW + timedelta(hours=2)


@pytest.fixture
def red(matched):
    child = matched(rating="red")
    child.contact.rating = "red"
    child.contact.save()
    return child


def close(child, by):
    return decide(children=[child], said=said("no_further_action", tier=1), by=by, at=NOW)[0]


@pytest.mark.parametrize(
    ("decision", "red", "contacts", "needed"),
    [
        ("no_further_action", True, 1, True),
        ("no_further_action", False, 3, True),
        ("no_further_action", False, 2, False),
        ("advice", True, 5, False),
    ],
)
def test_when_a_second_person_is_needed(decision, red, contacts, needed):
    facts = {"decision": decision, "red": red, "contacts_in_period": contacts}
    assert needs_second_person(**facts, for_red=True, from_contact=3) is needed
    assert needs_second_person(**facts, for_red=False, from_contact=99) is False


def test_no_further_action_on_a_red_contact_waits_and_its_clock_runs_on(as_app, red, decider, manager):
    with as_app(decider):
        child = close(red, decider)

    assert child.awaits_agreement
    assert Deadline.objects.get(about_id=child.pk).met_at is None
    assert Notice.objects.get(user=manager).words == "A decision in the MASH waits for a second person"
    assert not Notice.objects.filter(user=decider).exists()
    with as_app(decider), pytest.raises(RuleBroken, match="Decide for every child"):
        send_feedback(contact=child.contact, words="Closed.", by=decider, at=NOW)


def test_a_contact_that_was_red_still_needs_a_second_person(as_app, matched, decider):
    child = matched()
    with as_app(decider):
        rate(contact=child.contact, rating="red", by=decider, at=NOW)
        rate(contact=child.contact, rating="green", reason="It was a mistake.", by=decider, at=NOW)
        assert close(child, decider).awaits_agreement


def test_a_contact_nobody_rated_is_not_closed_with_no_further_action(as_app, matched, decider):
    with as_app(decider), pytest.raises(RuleBroken, match="Rate this contact first"):
        close(matched(), decider)


def test_another_person_agrees_and_the_clock_stops(as_app, red, decider, manager):
    with as_app(decider):
        close(red, decider)
    with as_app(manager):
        child = agree(child=red, by=manager, at=LATER)
        agree(child=red, by=manager, at=LATER)

    assert (child.agreed_by, child.agreed_at, child.awaits_agreement) == (manager, LATER, False)
    assert Deadline.objects.get(about_id=child.pk).met_at == LATER


def test_nobody_agrees_with_themselves(as_app, red, manager):
    with as_app(manager):
        close(red, manager)
        with pytest.raises(RuleBroken, match="A second person must agree"):
            agree(child=red, by=manager, at=LATER)


def test_a_returned_decision_is_undecided_again_with_the_reason(as_app, red, decider, manager):
    with as_app(decider):
        close(red, decider)
    with as_app(manager):
        with pytest.raises(RuleBroken, match="Say what you would like looked at again"):
            return_decision(child=red, reason="", by=manager, at=LATER)
        child = return_decision(child=red, reason="Ring the school first.", by=manager, at=LATER)

    assert (child.decision, child.decided_at, child.outcome_flags) == ("", None, {})
    assert (child.returned_by, child.returned_reason) == (manager, "Ring the school first.")
    assert Deadline.objects.get(about_id=child.pk).met_at is None
    assert Notice.objects.get(user=decider).words == "A decision you made was returned to you"
    with as_app(decider):
        again = decide(children=[child], said=said("advice"), by=decider, at=LATER)[0]
    assert not again.awaits_agreement


def test_the_third_contact_in_twelve_months_needs_a_second_person(as_app, matched, decider):
    matched(received_at=NOW - timedelta(days=30))
    matched(received_at=NOW - timedelta(days=300))
    matched(received_at=NOW - timedelta(days=400))
    third = matched(rating="amber")
    with as_app(decider):
        assert close(third, decider).awaits_agreement


def test_a_contact_longer_ago_does_not_count_and_the_partnership_may_set_another_number(
    as_app, matched, decider, manager
):
    matched(received_at=NOW - timedelta(days=300))
    second = matched(rating="amber")
    other = matched(who=1, rating="amber")
    with as_app(decider):
        assert not close(second, decider).awaits_agreement
    LocalValue.objects.create(
        key="second_person_from_contact", value=1, valid_from=LONG_AGO, set_by=manager, reason="Try it"
    )
    with as_app(decider):
        assert close(other, decider).awaits_agreement


def test_contacts_on_two_records_that_turned_out_to_be_one_child_count_together(as_app, matched, decider, family):
    twin = factories.person(merged_into=family.children[0])
    for days in (30, 60):
        earlier = matched(received_at=NOW - timedelta(days=days))
        ContactChild.objects.filter(pk=earlier.pk).update(person=twin, record=twin.record)
    with as_app(decider):
        assert close(matched(rating="green"), decider).awaits_agreement
