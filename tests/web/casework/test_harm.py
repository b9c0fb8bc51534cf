"""Significant harm: to the hub with its clock, never declined, and nothing that is newly said about it is lost."""

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from kinfold.web.casework import actions, selectors
from kinfold.web.casework.models import Handover
from kinfold.web.deadlines.models import Deadline
from tests import factories
from tests.factories.days import NOW


@pytest.fixture
def episode(family):
    return factories.episode(family, "family_support")


def offer(family, by, to_team, **said):
    said = {"kind": "significant_harm", "reason": "Needs have grown", "people": family.children, "at": NOW} | said
    return actions.offer_handover(to_team=to_team, by=by, family=family, **said)


def test_significant_harm_goes_to_the_hub_with_its_clock_and_cannot_be_declined(as_app, family, episode, lead, hub):
    with as_app(lead):
        with pytest.raises(ValidationError, match="goes to the MASH"):
            offer(family, lead, factories.team())
        harm = offer(family, lead, hub.teams[0])
        with pytest.raises(ValidationError, match="cannot be declined"):
            actions.withdraw_handover(handover=harm, by=lead, at=NOW)
    with as_app(hub):
        with pytest.raises(ValidationError, match="cannot be declined"):
            actions.refuse_handover(handover=harm, reason="Busy", by=hub, at=NOW)
        assert Deadline.objects.get(about_id=harm.pk).rule == "contact_decision"
        actions.accept_handover(handover=harm, by=hub, at=NOW)

    assert Deadline.objects.get(about_id=harm.pk).met_at == NOW


def test_the_database_itself_keeps_significant_harm_from_being_declined(family, lead, hub):
    with pytest.raises(IntegrityError, match="handover_harm_never_refused"), transaction.atomic():
        Handover.objects.create(
            kind="significant_harm", record=family.record, to_team=hub.teams[0], reason="x", offered_at=NOW,
            offered_by=lead, refused_at=NOW, answered_by=hub, refusal_reason="x",
        )  # fmt: skip


def test_what_is_newly_said_about_harm_is_told_too(as_app, family, episode, lead, hub):
    with as_app(lead):
        first = offer(family, lead, hub.teams[0], reason="A bruise", episode=episode)
        assert offer(family, lead, hub.teams[0], reason="A bruise", episode=episode) == first
        second = offer(family, lead, hub.teams[0], reason="Now he says who did it", episode=episode)

    assert second != first
    with as_app(hub):
        assert {row.handover.reason for row in selectors.handovers_waiting(hub)} == {
            "A bruise", "Now he says who did it"
        }  # fmt: skip


def test_harm_to_another_child_in_the_same_words_is_told_too(as_app, family, episode, lead, hub):
    with as_app(lead):
        first, second = (
            offer(family, lead, hub.teams[0], people=[child], episode=episode) for child in family.children
        )

    assert first != second
