"""The hub's pages as a browser asks for them: who may, what they say, and what happens to what is typed."""

import re
from uuid import uuid4

import pytest
from django.urls import reverse

from kinfold.practice import thresholds
from kinfold.web.access.permissions import Role
from kinfold.web.casework.models import Handover
from kinfold.web.mash.actions.deciding import decide
from kinfold.web.mash.actions.matching import confirm_match
from kinfold.web.mash.models import Contact, ContactChild, Feedback
from kinfold.web.signposting.models import Signpost
from tests import factories
from tests.factories.days import NOW, TODAY
from tests.web.authorisation.files import any_service
from tests.web.mash.hub.conftest import said, words_in

TO_THE_LEFT = "\u202e"


def page(name, row):
    return reverse(f"mash:{name}", args=[row.pk])


def test_the_board_is_a_whole_page_and_a_list_for_the_script(browser_of, told, decider):
    told(described_forename="Quilla")
    browser = browser_of(decider)
    whole = browser.get(reverse("mash:board"))
    part = browser.get(reverse("mash:board"), headers={"HX-Request": "true"})
    for answer in (whole, part):
        assert b"Quilla" in answer.content
    assert b"<html" in whole.content
    assert b"<html" not in part.content


@pytest.mark.parametrize("role", [Role.SAFEGUARDING_LEAD, Role.EARLY_HELP_MANAGER, Role.SOCIAL_WORKER, Role.ANALYST])
def test_others_cannot_open_the_board_or_a_contact(browser_of, told, role):
    child = told()
    browser = browser_of(factories.worker(role, on=child))
    assert browser.get(reverse("mash:board")).status_code == 403
    assert browser.get(page("contact", child.contact)).status_code == 403
    assert browser.post(page("decide", child), {"decision": "advice"}).status_code == 403


@pytest.mark.parametrize("name", ["contact", "rate", "feedback", "quick", "parents_know", "contact_child", "decide",
                                  "new_person", "search_again", "significant_harm"])  # fmt: skip
def test_what_is_not_there_answers_like_what_one_may_not_see(browser_of, told, decider, name):
    hidden = told(record=factories.record("restricted"))
    browser = browser_of(decider)
    there = browser.get(reverse(f"mash:{name}", args=[hidden.contact_id if name[0] == "c" else hidden.pk]))
    nowhere = browser.get(reverse(f"mash:{name}", args=[uuid4()]))
    assert (there.status_code, nowhere.status_code) == (404, 404)


def test_opening_a_contact_marks_it_read_and_a_child_leads_to_its_contact(browser_of, told, decider):
    child = told(described_forename="Quilla")
    browser = browser_of(decider)
    answer = browser.get(page("contact", child.contact))
    assert b"Quilla" in answer.content
    child.contact.refresh_from_db()
    assert child.contact.read_by == decider
    assert browser.get(page("contact_child", child)).url == f"{page('contact', child.contact)}#child-{child.pk}"


def test_a_decision_is_made_on_its_page(browser_of, matched, decider):
    child = matched()
    browser = browser_of(decider)
    assert browser.get(page("decide", child)).status_code == 200
    empty = browser.post(page("decide", child), {"version": child.version})
    assert "Choose what happens next" in empty.content.decode()
    typed = {"decision": "signposted", "signposted_to": "Food bank", "tier": "1", "rationale": "They asked for it.",
             "rating": "green", "version": child.version}  # fmt: skip
    assert browser.post(page("decide", child), typed).status_code == 302
    child.refresh_from_db()
    assert (child.decision, child.signposted_to, child.decided_by) == ("signposted", "Food bank", decider)
    assert child.contact.rating == "green"
    assert not Signpost.objects.exists()


def test_a_family_signposted_to_a_service_of_the_directory_is_counted_there(browser_of, matched, decider):
    child, service = matched(), any_service()
    browser = browser_of(decider)
    assert f'<option value="{service.name}">' in browser.get(page("decide", child)).content.decode()
    typed = {"decision": "signposted", "signposted_to": service.name.upper(), "tier": "1", "rationale": "They asked.",
             "rating": "green", "version": child.version}  # fmt: skip
    assert browser.post(page("decide", child), typed).status_code == 302
    told = Signpost.objects.get()
    assert (told.service, told.person, told.way, told.about_id) == (service, child.person, "told", child.pk)


def test_who_decides_second_sees_both_decisions_and_nothing_is_overwritten(browser_of, matched, decider, manager):
    child = matched()
    typed = {"rating": "green", "decision": "advice", "tier": "1", "rationale": "Theirs", "version": child.version}
    browser_of(decider).post(page("decide", child), typed)
    typed |= {"rating": "red", "rationale": "Mine, in full"}
    answer = browser_of(manager).post(page("decide", child), typed)
    assert answer.status_code == 409
    for words in ("Mine, in full", "Theirs", decider.name):
        assert words in answer.content.decode()
    child.refresh_from_db()
    assert child.rationale == "Theirs"


def test_the_indicators_chosen_suggest_a_tier_and_save_nothing(browser_of, matched, decider):
    child = matched()
    browser = browser_of(decider)
    key = re.search(r'name="indicators" value="(\w+)"', browser.get(page("decide", child)).content.decode())[1]
    sign = thresholds.document(TODAY).indicator(key)
    typed = {"look": "yes", "indicators": [sign.key], "rationale": "Half a sent"}
    part = browser.post(page("decide", child), typed, headers={"HX-Request": "true"})
    assert f"Tier {sign.tier}" in part.content.decode()
    assert "You decide the tier" in part.content.decode()
    whole = browser.post(page("decide", child), typed)
    assert "Half a sent" in whole.content.decode()
    child.refresh_from_db()
    assert child.decision == ""


def test_hostile_words_are_kept_as_words(browser_of, told, decider):
    child = told(described_forename=f"{TO_THE_LEFT}<script>alert(1)</script>", described_surname="x" * 200,
                 own_words="=cmd|'/c calc'!A0 \U0001f9ff")  # fmt: skip
    browser = browser_of(decider)
    for name, row in (("contact", child.contact), ("quick", child.contact), ("decide", child)):
        answer = browser.get(page(name, row)).content.decode()
        assert "<script>alert" not in answer
        assert "&lt;script&gt;" in answer
    posted = browser.post(page("rate", child.contact), {"rating": "red", "reason": f"{TO_THE_LEFT}now", "version": "x"})
    assert posted.status_code == 302
    assert child.contact.ratings.get().reason == "now"
    assert browser.post(page("match", child), {"person": "nobody"}).status_code == 404


def test_a_child_is_recorded_from_what_was_told(browser_of, told, decider):
    child = told(described_forename="Quilla", described_surname="Vey")
    browser = browser_of(decider)
    assert b"Quilla" in browser.get(page("new_person", child)).content
    typed = {"forename": "Quilla", "surname": "Vey", "unborn": "no", "family": "new", "version": child.version,
             "born_on-day": "4", "born_on-month": "5", "born_on-year": "2015", "ward": "Milton"}  # fmt: skip
    assert browser.post(page("new_person", child), typed | {"born_on-year": "2035"}).status_code == 200
    assert browser.post(page("new_person", child), typed).status_code == 302
    child.refresh_from_db()
    assert (child.person.name, child.ward) == ("Quilla Vey", "Milton")


def test_an_answer_is_written_beforehand_and_sent_in_one_press(browser_of, as_app, matched, decider):
    child = matched()
    browser = browser_of(decider)
    assert browser.get(page("feedback", child.contact)).url == page("contact", child.contact)
    with as_app(decider):
        decide(children=[child], said=said("advice"), by=decider, at=NOW)
    words = words_in(browser.get(page("feedback", child.contact)))
    assert browser.post(page("feedback", child.contact), {"words": words}).status_code == 302
    assert Feedback.objects.get().words == words.strip()


def test_the_allocated_worker_accepts_on_a_page_that_nobody_else_finds(browser_of, as_app, told, decider, family):
    worker = factories.worker(Role.EARLY_HELP_LEAD)
    factories.lead(factories.episode(family, "early_help"), worker)
    child = told(what_happened="She was seen alone by the sea.")
    with as_app(decider):
        confirm_match(child=child, person=family.children[0], by=decider, at=NOW)
    handover = Handover.objects.get()

    elsewhere = browser_of(factories.worker(Role.EARLY_HELP_LEAD, on=family))
    assert elsewhere.get(page("open_case", handover)).status_code == 404
    browser = browser_of(worker)
    assert "alone by the sea" in browser.get(page("open_case", handover)).content.decode()
    assert browser.post(page("open_case", handover)).status_code == 302
    child.refresh_from_db()
    assert child.decided_by == worker


def test_a_second_person_agrees_with_one_press(browser_of, as_app, matched, decider, manager):
    child = matched()
    Contact.objects.filter(pk=child.contact_id).update(rating="red")
    with as_app(decider):
        decide(children=[child], said=said("no_further_action", tier=1), by=decider, at=NOW)
    child.refresh_from_db()
    own = browser_of(decider).post(page("agree", child), {"version": child.version}, follow=True)
    assert "A second person must agree" in own.content.decode()
    browser_of(manager).post(page("agree", child), {"version": child.version})
    assert ContactChild.objects.get(pk=child.pk).agreed_by == manager


@pytest.mark.parametrize(("age", "fits", "does_not"), [
    ("about 7", "The child misses", "pregnancy"),
    ("8 weeks", "baby", "The young person uses drugs"),
])  # fmt: skip
def test_the_indicators_offered_fit_an_age_that_was_only_guessed(browser_of, told, decider, age, fits, does_not):
    shown = browser_of(decider).get(page("decide", told(described_age=age))).content.decode()
    assert fits in shown
    assert does_not not in shown
