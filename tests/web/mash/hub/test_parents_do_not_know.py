"""Parents who do not know: said on every screen of the contact, and nothing goes to the family until they do."""

import pytest
from django.urls import reverse

from kinfold.practice import thresholds
from kinfold.web.access.permissions import Role
from kinfold.web.casework.models import Handover
from kinfold.web.mash.actions.deciding import decide
from kinfold.web.mash.actions.matching import confirm_match
from kinfold.web.mash.actions.rating import parents_now_know
from kinfold.web.mash.models import ContactDraft
from kinfold.web.mash.selectors.waiting import parents_do_not_know
from tests import factories
from tests.factories.days import NOW, TODAY
from tests.web.mash.hub.conftest import said

FLAG = "Parents do not know: do not contact the family"
SIGN = next(one.key for one in thresholds.document(TODAY).indicators if one.tier == 3)


@pytest.mark.parametrize("name", ["contact", "rate", "parents_know", "quick"])
def test_every_page_of_the_contact_says_so(browser_of, told, decider, name):
    child = told(parents_informed="no")
    assert FLAG in browser_of(decider).get(reverse(f"mash:{name}", args=[child.contact_id])).text


@pytest.mark.parametrize("name", ["decide", "search_again", "new_person", "return_decision"])
def test_every_page_of_a_child_in_it_says_so(browser_of, told, decider, name):
    child = told(parents_informed="no")
    assert FLAG in browser_of(decider).get(reverse(f"mash:{name}", args=[child.pk])).text


def test_the_answer_the_board_and_what_the_referrer_reads_say_so(browser_of, as_app, matched, decider, teacher):
    child = matched(parents_informed="no")
    assert "Parents do not know" in browser_of(decider).get(reverse("mash:board")).text
    with as_app(decider):
        decide(children=[child], said=said("advice"), by=decider, at=NOW)
    assert FLAG in browser_of(decider).get(reverse("mash:feedback", args=[child.contact_id])).text
    assert FLAG in browser_of(teacher).get(reverse("mash:own_contact", args=[child.contact_id])).text


@pytest.mark.parametrize("name", ["open_case", "not_ours"])
def test_the_allocated_worker_is_told_so(browser_of, as_app, told, decider, family, name):
    worker = factories.worker(Role.EARLY_HELP_LEAD)
    factories.lead(factories.episode(family, "early_help"), worker)
    with as_app(decider):
        confirm_match(child=told(parents_informed="no"), person=family.children[0], by=decider, at=NOW)
    assert FLAG in browser_of(worker).get(reverse(f"mash:{name}", args=[Handover.objects.get().pk])).text


def test_the_form_says_so_from_the_moment_it_is_typed(browser_of, teacher):
    factories.team("mash")
    browser = browser_of(teacher)
    browser.post(reverse("mash:start_contact"))
    draft = ContactDraft.objects.get()
    pages = [reverse(f"mash:{name}", args=[draft.pk]) for name in ("contact_children",)]
    pages += [reverse("mash:contact_page", args=[draft.pk, name]) for name in ("danger", "parents", "details")]
    assert all(FLAG not in browser.get(page).text for page in pages)
    browser.post(reverse("mash:contact_page", args=[draft.pk, "parents"]), {"informed": "no"})
    assert [page for page in pages if FLAG not in browser.get(page).text] == []


def test_it_holds_for_somebody_who_may_not_see_the_contact(as_app, matched, family):
    matched(parents_informed="no")
    lead = factories.worker(Role.EARLY_HELP_LEAD, on=family)
    with as_app(lead):
        assert parents_do_not_know([family.children[0].pk])
        assert not parents_do_not_know([family.children[1].pk])


@pytest.mark.parametrize("page", ["", "/chronology"])
def test_the_childs_page_and_chronology_say_so(browser_of, matched, decider, family, page):
    matched(parents_informed="no")
    first, second = (browser_of(decider).get(f"/children/{child.pk}{page}").text for child in family.children[:2])
    assert FLAG in first
    assert FLAG not in second


@pytest.mark.parametrize(("decision", "tier", "holds"), [("advice", 2, False), ("social_care", 4, True)])
def test_it_goes_with_a_child_who_is_handed_on_until_somebody_records_that_the_parents_know(
    as_app, matched, decider, care_team, family, decision, tier, holds
):
    child, who = matched(parents_informed="no"), [family.children[0].pk]
    what = said(decision, tier=tier, indicators=(SIGN,), to_team=care_team if holds else None)
    with as_app(decider):
        decide(children=[child], said=what, by=decider, at=NOW)
        assert parents_do_not_know(who) is holds
        parents_now_know(contact=child.contact, how="The social worker, today", by=decider, at=NOW)
        assert not parents_do_not_know(who)


def test_the_page_on_which_two_ratings_meet_says_so(browser_of, told, decider, manager):
    child = told(parents_informed="no")
    typed = {"rating": "amber", "reason": "", "version": child.contact.version}
    address = reverse("mash:rate", args=[child.contact_id])
    assert browser_of(decider).post(address, typed).status_code == 302
    answer = browser_of(manager).post(address, typed | {"rating": "green", "reason": "It is quieter now."})
    assert answer.status_code == 409
    assert FLAG in answer.text
