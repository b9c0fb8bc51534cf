"""A decision for each child, by somebody who may; what it sets going, and when its clock stops."""

from datetime import timedelta

import pytest

from kinfold.practice import thresholds
from kinfold.web.access.checks import Refused
from kinfold.web.access.permissions import Role
from kinfold.web.audit.models import AuditEvent
from kinfold.web.casework.models import Handover, Referral
from kinfold.web.core.rules import RuleBroken
from kinfold.web.core.versions import StaleVersion
from kinfold.web.deadlines.models import Deadline
from kinfold.web.mash.actions.deciding import decide
from kinfold.web.mash.actions.rating import rate
from kinfold.web.notices.models import Notice
from tests import factories
from tests.factories.days import NOW, TODAY
from tests.web.mash.hub.conftest import said

LATER = NOW + timedelta(hours=2)
SIGN = next(one.key for one in thresholds.document(TODAY).indicators if one.tier == 3)


def decided(child, by, what, **more):
    return decide(children=[child], said=what, by=by, at=LATER, **more)[0]


def clock_of(child):
    return Deadline.objects.get(about_id=child.pk, kind="contact_decision")


def test_advice_is_decided_and_its_clock_stops(as_app, matched, decider):
    child = matched()
    with as_app(decider):
        decided(child, decider, said("advice", tier=1))

    child.refresh_from_db()
    assert (child.decision, child.tier, child.decided_by, child.decided_at) == ("advice", 1, decider, LATER)
    assert child.outcome_flags["ADVICE_FLAG"] == "Y"
    assert clock_of(child).met_at == LATER
    assert AuditEvent.objects.get(action="contact.decided").person_ids == [child.person_id]


@pytest.mark.parametrize(
    ("what", "sentence"),
    [
        (said("made_up"), "Choose what happens next"),
        (said("advice", tier=None), "Choose the tier of need"),
        (said("advice", rationale=" "), "Say why you decided this"),
        (said("signposted"), "Name the service"),
        (said("other_authority"), "Name the council"),
        (said("early_help", tier=2), "Choose the team"),
        (said("advice", tier=3), "at least one indicator of need for this tier"),
        (said("advice", tier=3, indicators=("nothing_known",)), "indicators from the Thresholds Document in force"),
        (said("allocated_worker"), "no allocated social worker"),
    ],
)
def test_what_a_decision_must_say(as_app, matched, decider, what, sentence):
    with as_app(decider), pytest.raises(RuleBroken, match=sentence):
        decided(matched(), decider, what)


def test_a_child_nobody_matched_can_only_be_advised_on_closed_or_passed_to_another_council(as_app, told, decider):
    child = told()
    with as_app(decider):
        with pytest.raises(RuleBroken, match="Confirm who this child is first"):
            decided(child, decider, said("signposted", signposted_to="Food bank"))
        with pytest.raises(RuleBroken, match="could not find out who this child is"):
            decided(child, decider, said("advice"))
        decided(child, decider, said("advice", why_unmatched="The caller gave a first name alone."))
    child.refresh_from_db()
    assert "The caller gave a first name alone." in child.rationale


def test_early_help_goes_to_the_team_with_siblings_together(as_app, matched, decider, help_team):
    first = matched()
    second = matched(first.contact, who=1)
    what = said("early_help", tier=3, indicators=(SIGN,), to_team=help_team)
    with as_app(decider):
        decide(children=[first, second], said=what, by=decider, at=LATER)

    handover = Handover.objects.get()
    assert (handover.kind, handover.to_status, handover.to_team) == ("start", "early_help", help_team)
    assert set(handover.people.all()) == {first.person, second.person}
    assert handover.contact_child_id in (first.pk, second.pk)
    first.refresh_from_db()
    assert first.threshold_version == thresholds.document(TODAY).version
    assert first.indicators_of_need == [SIGN]


def test_a_sibling_decided_alike_a_little_later_joins_the_same_handover(as_app, matched, decider, help_team):
    first = matched()
    second = matched(first.contact, who=1)
    what = said("family_support", to_team=factories.team("family_support"))
    with as_app(decider):
        decided(first, decider, what)
        decided(second, decider, what)
    assert Handover.objects.get().people.count() == 2


def test_a_referral_and_a_handover_go_to_social_care(as_app, matched, decider, care_team, family):
    child = matched()
    with as_app(decider):
        decided(child, decider, said("social_care", tier=4, indicators=(SIGN,), to_team=care_team))

    referral = Referral.objects.get()
    assert (referral.person, referral.received_on, referral.source_code) == (child.person, TODAY, "2A")
    handover = Handover.objects.get()
    assert (handover.family, handover.to_status, handover.to_team) == (family, "child_in_need", care_team)


def test_a_strategy_discussion_says_that_it_is_urgent(as_app, matched, decider, care_team):
    social_worker = factories.worker(Role.SOCIAL_WORKER, team=care_team)
    with as_app(decider):
        decided(matched(), decider, said("strategy_discussion", tier=4, indicators=(SIGN,), to_team=care_team))

    assert Handover.objects.get().reason.startswith("Urgent: an immediate strategy discussion")
    words = Notice.objects.filter(user=social_worker).values_list("words", flat=True)
    assert "An immediate strategy discussion is needed" in words


def test_a_strategy_discussion_is_answered_in_hours_and_joins_no_slower_handover(as_app, matched, decider, care_team):
    first = matched()
    second = matched(first.contact, who=1)
    with as_app(decider):
        decided(first, decider, said("social_care", tier=4, indicators=(SIGN,), to_team=care_team))
        decided(second, decider, said("strategy_discussion", tier=4, indicators=(SIGN,), to_team=care_team))
    slow, urgent = Handover.objects.order_by("urgent")
    assert urgent.urgent
    clocks = dict(Deadline.objects.filter(about_id__in=[slow.pk, urgent.pk]).values_list("about_id", "due_at"))
    assert clocks[urgent.pk] == LATER + timedelta(hours=4)
    assert clocks[slow.pk] > clocks[urgent.pk]


def test_help_is_not_offered_to_a_family_that_must_not_know(as_app, matched, decider, help_team):
    child = matched(parents_informed="no")
    with as_app(decider), pytest.raises(RuleBroken, match="parents do not know"):
        decided(child, decider, said("early_help", tier=3, indicators=(SIGN,), to_team=help_team))


def test_two_people_deciding_one_child_the_second_is_told_what_the_first_decided(as_app, matched, decider, manager):
    child = matched()
    read = {child.pk: child.version}
    with as_app(decider):
        decided(child, decider, said("advice"), versions=read)
    with as_app(manager), pytest.raises(StaleVersion) as stale:
        decided(child, manager, said("signposted", signposted_to="Food bank"), versions=read)

    assert stale.value.current.decision == "advice"
    assert stale.value.mine.decision == "signposted"


def test_the_same_decision_sent_twice_is_one_decision(as_app, matched, decider, help_team):
    child = matched()
    what = said("early_help", tier=3, indicators=(SIGN,), to_team=help_team)
    with as_app(decider):
        decided(child, decider, what, versions={child.pk: child.version})
        decided(child, decider, what, versions={child.pk: child.version})
    assert Handover.objects.count() == 1
    assert AuditEvent.objects.filter(action="contact.decided").count() == 1


def test_the_clock_of_the_rating_stops_when_the_last_child_is_decided(as_app, matched, decider):
    first = matched()
    second = matched(first.contact, who=1)
    with as_app(decider):
        rate(contact=first.contact, rating="amber", by=decider, at=NOW)
        decided(first, decider, said("advice"))
        assert Deadline.objects.get(kind="rag_amber").met_at is None
        decided(second, decider, said("advice"))
        assert Deadline.objects.get(kind="rag_amber").met_at == LATER


def test_only_the_hub_decides(as_app, matched, family):
    social_worker = factories.worker(Role.SOCIAL_WORKER)
    with as_app(social_worker), pytest.raises(Refused):
        decided(matched(), social_worker, said("advice"))


def test_a_school_may_be_the_one_that_gives_family_support(as_app, matched, decider):
    child, school = matched(), factories.team("school", name="Seagull Lane Primary School")
    with as_app(decider):
        decided(child, decider, said("family_support", tier=2, to_team=school))

    handover = Handover.objects.get(contact_child_id=child.pk)
    assert (handover.to_team, handover.to_status) == (school, "family_support")


@pytest.mark.parametrize("what", ["early_help", "social_care"])
def test_nobody_but_a_service_that_gives_it_takes_a_family_on(as_app, matched, decider, what):
    child, school = matched(), factories.team("school")
    with as_app(decider), pytest.raises(RuleBroken, match="Choose the team"):
        decided(child, decider, said(what, tier=3, indicators=(SIGN,), to_team=school))
