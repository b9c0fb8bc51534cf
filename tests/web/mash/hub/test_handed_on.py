"""What a decision causes for those it goes to: they read what was told, and know what the family must not hear yet."""

import pytest
from django.urls import reverse

from kinfold.practice import thresholds
from kinfold.web.access.permissions import Role
from kinfold.web.casework.actions import refuse_handover
from kinfold.web.casework.models import Handover
from kinfold.web.mash.actions.deciding import decide
from kinfold.web.mash.selectors.waiting import parents_do_not_know
from tests import factories
from tests.factories.days import NOW, TODAY
from tests.web.mash.hub.conftest import said

FLAG = "Parents do not know: do not contact the family"
SIGN = next(one.key for one in thresholds.document(TODAY).indicators if one.tier == 3)


@pytest.fixture
def social_worker(care_team):
    return factories.worker(Role.SOCIAL_WORKER, team=care_team)


@pytest.fixture
def handed(as_app, matched, decider, care_team):
    child = matched(
        parents_informed="no", what_happened="She hid under the stairs.", referrer_telephone="023 9200 7777"
    )
    with as_app(decider):
        what = said("social_care", tier=4, indicators=(SIGN,), to_team=care_team)
        decide(children=[child], said=what, by=decider, at=NOW)
    return Handover.objects.get()


def page(name, handover):
    return reverse(f"mash:{name}", args=[handover.pk])


def test_the_team_reads_what_was_told_from_the_handover_and_from_the_chronology(browser_of, handed, social_worker):
    browser = browser_of(social_worker)
    handover = browser.get(reverse("early_help:handover", args=[handed.pk])).text
    assert FLAG in handover
    assert page("handed_on", handed) in handover
    told = browser.get(page("handed_on", handed)).text
    for words in ("She hid under the stairs.", FLAG, "023 9200 7777", "What the school saw"):
        assert words in told
    child = handed.people.get()
    assert page("handed_on", handed) in browser.get(reverse("record:chronology", args=[child.pk]) + "?period=all").text


def test_a_team_that_helps_by_agreement_reads_it_too(browser_of, as_app, matched, decider, help_team):
    lead = factories.worker(Role.EARLY_HELP_LEAD, team=help_team)
    child = matched(what_happened="He asked for help himself.")
    with as_app(decider):
        what = said("early_help", tier=3, indicators=(SIGN,), to_team=help_team)
        decide(children=[child], said=what, by=decider, at=NOW)
    assert "He asked for help himself." in browser_of(lead).get(page("handed_on", Handover.objects.get())).text


def test_the_worker_records_that_the_parents_know_and_the_warning_goes(browser_of, handed, social_worker):
    browser = browser_of(social_worker)
    child = handed.people.get()
    assert parents_do_not_know([child.pk])
    answer = browser.post(page("handed_on_parents_know", handed), {"how": "I told both at home, today."})
    assert answer.url == page("handed_on", handed)
    assert not parents_do_not_know([child.pk])
    assert FLAG not in browser.get(page("handed_on", handed)).text


def test_nobody_else_reads_it(browser_of, handed, family, teacher):
    for other in (factories.worker(Role.SOCIAL_WORKER), factories.worker(Role.EARLY_HELP_LEAD, on=family), teacher):
        for name in ("handed_on", "handed_on_parents_know"):
            assert browser_of(other).get(page(name, handed)).status_code == 404


def test_a_team_that_refuses_no_longer_reads_it(browser_of, as_app, handed, care_team):
    manager = factories.worker(Role.SOCIAL_CARE_MANAGER, team=care_team)
    worker = factories.worker(Role.EARLY_HELP_LEAD, team=care_team)
    assert browser_of(worker).get(page("handed_on", handed)).status_code == 200
    with as_app(manager):
        refuse_handover(handover=handed, reason="Not for us", by=manager, at=NOW)
    assert browser_of(worker).get(page("handed_on", handed)).status_code == 404


def test_the_form_of_the_parents_is_not_the_hubs(browser_of, handed, decider):
    assert browser_of(decider).get(page("handed_on_parents_know", handed)).status_code == 403
