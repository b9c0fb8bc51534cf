"""No further action on a red contact, or on the third in a year, is complete when a second person agrees."""

from datetime import timedelta

import pytest

from kinfold.web.core.rules import RuleBroken
from kinfold.web.deadlines.models import Deadline
from kinfold.web.local.models import LocalValue
from kinfold.web.mash.actions.agreeing import agree, return_decision
from kinfold.web.mash.actions.deciding import decide
from kinfold.web.mash.actions.feedback import send_feedback
from kinfold.web.mash.hub_rules import needs_second_person
from kinfold.web.notices.models import Notice
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
    ("decision", "rating", "contacts", "needed"),
    [
        ("no_further_action", "red", 1, True),
        ("no_further_action", "amber", 3, True),
        ("no_further_action", "amber", 2, False),
        ("no_further_action", "", 1, False),
        ("advice", "red", 5, False),
    ],
)
def test_when_a_second_person_is_needed(decision, rating, contacts, needed):
    facts = {"decision": decision, "rating": rating, "contacts_in_period": contacts}
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
    third = matched()
    with as_app(decider):
        assert close(third, decider).awaits_agreement


def test_a_contact_longer_ago_does_not_count_and_the_partnership_may_set_another_number(
    as_app, matched, decider, manager
):
    matched(received_at=NOW - timedelta(days=300))
    second = matched()
    other = matched(who=1)
    with as_app(decider):
        assert not close(second, decider).awaits_agreement
    LocalValue.objects.create(
        key="second_person_from_contact", value=1, valid_from=LONG_AGO, set_by=manager, reason="Try it"
    )
    with as_app(decider):
        assert close(other, decider).awaits_agreement
