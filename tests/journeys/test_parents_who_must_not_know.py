"""A father must not hear of a contact: every screen says so, from the form to the social worker, until he knows."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.journeys import hub

CHILD = "Sorrel Thorne"
FLAG = "Parents do not know: do not contact the family"


def test_parents_do_not_know_until_the_social_worker_records_it(as_persona, looked_at):
    hub.tell_the_hub(as_persona("safeguarding-lead"), CHILD, happened="She says he would hurt her.", secretly=True)
    decider, worker = as_persona("mash-decision-maker"), as_persona("social-worker")
    given_the_hub_sees_it_on_each_screen(decider, looked_at)
    and_cannot_offer_the_family_early_help(decider)
    when_it_refers_the_child_to_social_care(decider, team_of(worker), looked_at)
    then_the_social_worker_reads_what_was_told(worker, looked_at)
    and_on_a_phone(as_persona("social-worker", narrow=True), worker.url, looked_at)
    when_the_social_worker_records_that_they_know(worker, looked_at)


def flagged(page: Page) -> None:
    expect(page.get_by_text(FLAG).first).to_be_visible()


def given_the_hub_sees_it_on_each_screen(page: Page, look) -> None:
    page.goto("/mash/board")
    card = page.get_by_role("listitem").filter(has=page.get_by_role("link", name=CHILD, exact=True))
    expect(card.get_by_text("Parents do not know")).to_be_visible()
    hub.open_contact(page, CHILD)
    flagged(page)
    expect(page.get_by_text("Agreed by The headteacher.")).to_be_visible()
    look(page, "hub-parents-do-not-know")
    page.get_by_role("link", name="Rate it").click()
    flagged(page)
    look(page, "hub-rate")
    page.get_by_label("Amber", exact=True).check()
    page.get_by_role("button", name="Save the rating").click()
    hub.child_section(page, CHILD).get_by_role("link", name="Search again").click()
    flagged(page)
    page.go_back()
    hub.record_new_child(page, CHILD)


def and_cannot_offer_the_family_early_help(page: Page) -> None:
    hub.start_decision(page, CHILD)
    flagged(page)
    page.get_by_label("Family Support (Tier 2)").check()
    page.get_by_label("Which team?").locator("visible=true").select_option(index=1)
    page.get_by_label("Tier 2: ").check()
    page.get_by_label("Why did you decide this?").fill("She needs a safe grown-up.")
    page.get_by_role("button", name="Save the decision").click()
    expect(page.get_by_text("nobody may offer them help yet").first).to_be_visible()


def team_of(page: Page) -> str:
    """From the social worker's own account."""
    page.get_by_role("link", name="Tobias Nkemelu").click()
    return page.locator("dd").filter(has_text="Social worker, ").inner_text().partition(", ")[2]


def when_it_refers_the_child_to_social_care(page: Page, team: str, look) -> None:
    page.get_by_label("Children’s social care referral").check()
    page.get_by_label("Which team?").locator("visible=true").select_option(label=team)
    page.get_by_text("Tier 4 signs").click()
    page.locator("details[open]").get_by_role("checkbox").first.check()
    page.get_by_label("Tier 4: ").check()
    look(page, "hub-decide-parents-do-not-know")
    page.get_by_role("button", name="Save the decision").click()
    expect(page.get_by_text("The decision is saved.")).to_be_visible()


def then_the_social_worker_reads_what_was_told(page: Page, look) -> None:
    page.goto("/work")
    page.get_by_role("link", name=re.compile("Thorne")).first.click()
    flagged(page)
    look(page, "handover-parents-do-not-know")
    page.get_by_role("link", name="Read what the MASH was told").click()
    flagged(page)
    expect(page.get_by_text("She says he would hurt her.")).to_be_visible()
    expect(page.get_by_text("She needs a safe grown-up.")).to_be_visible()
    look(page, "handed-on")


def and_on_a_phone(phone: Page, address: str, look) -> None:
    phone.goto(address)
    flagged(phone)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    look(phone, "handed-on")


def when_the_social_worker_records_that_they_know(page: Page, look) -> None:
    page.get_by_role("link", name="record that the parents know").click()
    flagged(page)
    look(page, "parents-know")
    page.get_by_label("Who told the parents, and when?").fill("I told her mother at school today.")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("It is recorded that the parents know.")).to_be_visible()
    expect(page.get_by_text(FLAG)).to_have_count(0)
