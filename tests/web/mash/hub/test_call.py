"""A call written down on one page becomes the same contact as by the long form, once."""

from __future__ import annotations

from kinfold.web.deadlines.models import Deadline
from kinfold.web.mash.models import Contact, ContactDraft

CALL = {
    "kind": "professional", "name": "Ada Bray", "telephone": "023 9200 0000", "forename": "Maya", "surname": "Larch",
    "worries": ["neglect"], "immediate_danger": "no", "what_happened": "No coat again.", "parents_told": "yes",
}  # fmt: skip


def begin(browser) -> str:
    return browser.post("/mash/call").headers["Location"]


def test_a_professionals_call_is_a_contact_with_its_clocks_and_a_written_form_to_come(decider, teacher, browser_of):
    browser = browser_of(decider)
    page, said = begin(browser), CALL | {"agency": str(teacher.agency.pk), "email": teacher.email}
    assert browser.post(page, said).status_code == 302
    assert browser.post(page, said).status_code == 302  # pressed twice
    contact = Contact.objects.get()
    assert (contact.channel, contact.referrer, contact.source_code) == ("telephone", teacher, "2A")
    kinds = set(Deadline.objects.values_list("kind", flat=True))
    assert kinds == {"contact_decision", "feedback_to_referrer", "written_form"}
    assert browser.get(page).headers["Location"] == f"/mash/contacts/{contact.pk}"


def test_parents_who_are_not_told_need_a_reason_and_where_it_is_a_risk_who_agreed(decider, browser_of):
    browser = browser_of(decider)
    page = begin(browser)
    told = CALL | {"kind": "anonymous", "parents_told": "no", "at_risk": "yes"}
    answer = browser.post(page, told).content.decode()
    assert "Say why the parents are not told" in answer
    assert "Say who agreed" in answer
    assert "No coat again." in answer
    browser.post(page, told | {"not_told_reason": "He is violent.", "agreed_by": "R. Sorley, manager"})
    contact = Contact.objects.get()
    assert contact.parents_do_not_know
    assert (contact.anonymous, contact.not_told_agreed_by) == (True, "R. Sorley, manager")


def test_a_page_opened_and_left_keeps_no_second_draft(decider, browser_of):
    assert begin(browser_of(decider)) == begin(browser_of(decider))
    assert ContactDraft.objects.count() == 1
