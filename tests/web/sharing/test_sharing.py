"""Agreement and sharing: the newest answer counts, and “do not share with” always wins."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from kinfold.web.access.checks import NotVisible, Refused
from kinfold.web.access.permissions import Role
from kinfold.web.core.versions import StaleVersion
from kinfold.web.sharing import actions, selectors
from kinfold.web.sharing.models import Agreement, ShareWith
from tests import factories
from tests.factories.days import A_WEEK_AGO, TODAY


@pytest.fixture
def family():
    return factories.family()


@pytest.fixture
def episode(family):
    return factories.episode(family)


@pytest.fixture
def plan(episode):
    return factories.plan(episode)


@pytest.fixture
def lead(family):
    return factories.worker(on=family)


def agree(episode, person, by, **said):
    said = {
        "purpose": "early_help", "agreed": True, "given_how": "in_person", "given_on": A_WEEK_AGO, "today": TODAY,
    } | said  # fmt: skip
    return actions.record_agreement(about=episode, person=person, by=by, **said)


def share(plan, by, with_, may_share=True, **said):
    return actions.decide_share(about=plan, with_=with_, may_share=may_share, by=by, **said)


def test_nobody_has_agreed_until_it_is_recorded(as_app, family, episode, lead):
    with as_app(lead):
        assert not selectors.has_agreed(episode, "early_help")
        agree(episode, family.parent, lead)

        assert selectors.has_agreed(episode, "early_help")
        assert not selectors.has_agreed(episode, "family_support")


def test_a_change_of_mind_is_kept_beside_the_first_answer_and_counts(as_app, family, episode, lead):
    with as_app(lead):
        agree(episode, family.parent, lead)
        agree(episode, family.parent, lead, agreed=False, given_on=TODAY)

        assert not selectors.has_agreed(episode, "early_help")
        (newest,) = selectors.latest_agreements(lead, [episode.pk])[episode.pk]
        assert (newest.agreed, Agreement.objects.count()) == (False, 2)


def test_an_answer_given_earlier_but_recorded_later_does_not_count_as_newest(as_app, family, episode, lead):
    with as_app(lead):
        agree(episode, family.parent, lead, agreed=False, given_on=TODAY)
        agree(episode, family.parent, lead, given_on=TODAY - timedelta(days=30))

        assert not selectors.has_agreed(episode, "early_help")


@pytest.mark.parametrize(("years", "counts"), [(5, False), (15, False), (16, True)])
def test_a_young_childs_yes_is_kept_and_begins_no_help(as_app, family, episode, lead, years, counts):
    child = family.children[0]
    child.born_on = A_WEEK_AGO.replace(year=A_WEEK_AGO.year - years)
    child.save()
    with as_app(lead):
        agree(episode, child, lead)

        assert selectors.has_agreed(episode, "early_help") is counts
        assert Agreement.objects.count() == 1


def test_the_same_answer_sent_twice_is_kept_once(as_app, family, episode, lead):
    with as_app(lead):
        assert agree(episode, family.parent, lead) == agree(episode, family.parent, lead)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"given_on": TODAY + timedelta(days=1)}, "today or in the past"),
        ({"purpose": "anything"}, "asked to take part in"),
        ({"given_how": "by_pigeon"}, "how the person gave"),
    ],
)
def test_an_agreement_that_will_not_do_is_refused_in_words(as_app, family, episode, lead, said, words):
    with as_app(lead), pytest.raises(ValidationError, match=words):
        agree(episode, family.parent, lead, **said)


def test_a_plan_is_received_by_those_named_alone(as_app, family, plan, lead):
    school = factories.agency("school")
    with as_app(lead):
        assert not selectors.may_receive(plan, school)
        share(plan, lead, school)
        share(plan, lead, family.parent)

        assert selectors.may_receive(plan, school)
        assert selectors.may_receive(plan, family.parent)
        assert not selectors.may_receive(plan, family.children[0])


def test_do_not_share_always_wins(as_app, plan, lead):
    colleague = factories.worker(Role.SAFEGUARDING_LEAD)
    with as_app(lead):
        share(plan, lead, colleague)
        assert selectors.may_receive(plan, colleague)
        share(plan, lead, colleague.agency, may_share=False)

        assert not selectors.may_receive(plan, colleague)
        assert selectors.withheld_from(colleague, [plan.pk]) == {plan.pk}
        assert selectors.withheld_from(lead, [plan.pk]) == set()


def test_a_colleague_kept_from_it_is_kept_from_it_though_their_agency_is_named(as_app, plan, lead):
    colleague = factories.worker(Role.SAFEGUARDING_LEAD)
    with as_app(lead):
        share(plan, lead, colleague.agency)
        share(plan, lead, colleague, may_share=False, reason="Her sister works there")

        assert not selectors.may_receive(plan, colleague)


def test_deciding_anew_replaces_the_decision_and_the_history_keeps_it(as_app, family, plan, lead):
    with as_app(lead):
        share(plan, lead, family.parent)
        share(plan, lead, family.parent, may_share=False, version=1)

        (decision,) = selectors.who_may_see(lead, plan)
        assert (decision.may_share, decision.version) == (False, 2)
        assert ShareWith.pgh_event_model.objects.filter(pgh_obj_id=decision.pk).count() == 2


def test_a_decision_on_a_stale_page_is_not_made(as_app, family, plan, lead):
    with as_app(lead):
        share(plan, lead, family.parent)
        share(plan, lead, family.parent, may_share=False, version=1)

        with pytest.raises(StaleVersion):
            share(plan, lead, family.parent, version=1)


def test_nobody_locks_out_themselves_or_their_agency(as_app, plan, lead):
    with as_app(lead):
        for own in (lead, lead.agency):
            with pytest.raises(ValidationError, match="yourself or your whole agency"):
                share(plan, lead, own, may_share=False)


def test_sharing_is_decided_by_who_may(as_app, family, plan):
    pcso, stranger = factories.worker(Role.EARLY_HELP_PCSO, on=family), factories.worker()

    with as_app(pcso), pytest.raises(Refused):
        share(plan, pcso, family.parent)
    with as_app(stranger), pytest.raises(NotVisible):
        share(plan, stranger, family.parent)
