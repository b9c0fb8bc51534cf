"""Two sisters nobody knows: the hub rates, says who they are, decides for both, and answers the school."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.journeys import hub

CHILDREN = ("Ottilie Marrow", "Wren Marrow")


@pytest.fixture
def page(as_persona) -> Page:
    return as_persona("mash-decision-maker")


def test_the_hub_decides_for_two_sisters(as_persona, page, looked_at):
    teacher = as_persona("safeguarding-lead")
    reference = hub.tell_the_hub(teacher, *CHILDREN)
    given_it_stands_on_the_board_unrated(page, looked_at)
    and_on_a_phone_as_a_card(as_persona("mash-decision-maker", narrow=True), looked_at)
    when_i_open_and_rate_it(page, looked_at)
    and_record_both_sisters_in_one_family(page, looked_at)
    and_decide_early_help_for_both(page, looked_at)
    and_answer_the_school(page, reference, looked_at)
    then_it_is_off_the_board(page, reference)
    and_the_school_reads_the_answer(teacher)


def given_it_stands_on_the_board_unrated(page: Page, look) -> None:
    page.goto("/mash/board")
    card = page.get_by_role("listitem").filter(has=page.get_by_role("link", name=", ".join(CHILDREN)))
    expect(card.get_by_text("Not yet rated")).to_be_visible()
    expect(card.get_by_text("Due in")).to_be_visible()
    look(page, "board")


def and_on_a_phone_as_a_card(phone: Page, look) -> None:
    phone.goto("/mash/board")
    expect(phone.get_by_role("link", name=", ".join(CHILDREN))).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    look(phone, "board")
    hub.open_contact(phone, *CHILDREN)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    look(phone, "hub-contact")


def when_i_open_and_rate_it(page: Page, look) -> None:
    hub.open_contact(page, *CHILDREN)
    expect(page.get_by_text("She came to school without a coat.")).to_be_visible()
    expect(page.get_by_text("“I was cold.”").first).to_be_visible()
    look(page, "hub-contact")
    hub.rate(page, "Amber")


def and_record_both_sisters_in_one_family(page: Page, look) -> None:
    hub.child_section(page, CHILDREN[0]).get_by_role("link", name="Nobody knows this child yet").click()
    expect(page.get_by_label("First name")).to_have_value("Ottilie")
    look(page, "hub-new-person")
    page.go_back()
    hub.record_new_child(page, CHILDREN[0])
    hub.record_new_child(page, CHILDREN[1], family="Marrow family")
    look(page, "hub-contact-matched")


def and_decide_early_help_for_both(page: Page, look) -> None:
    hub.start_decision(page, CHILDREN[0])
    page.get_by_role("group", name="Decide the same for").get_by_label(CHILDREN[1]).check()
    page.get_by_label("Early Help and Prevention (Tier 3)").check()
    page.get_by_label("Which team?").locator("visible=true").select_option(index=1)
    page.get_by_text("Tier 3 signs").click()
    page.locator("details[open]").get_by_role("checkbox").first.check()
    expect(page.get_by_text("What you chose points to Tier 3")).to_be_visible()
    look(page, "hub-decide")
    page.get_by_label("Tier 3: Targeted offer").check()
    page.get_by_role("button", name="Save the decision").click()
    expect(page.get_by_text("Say why you decided this, in a few words").first).to_be_visible()
    look(page, "hub-decide-error")
    page.get_by_label("Why did you decide this?").fill("The family wants help with mornings and money.")
    page.get_by_role("button", name="Save the decision").click()
    expect(page.get_by_text("The decision is saved.")).to_be_visible()
    expect(page.get_by_role("heading", name="Early Help and Prevention (Tier 3)")).to_have_count(2)


def and_answer_the_school(page: Page, reference: str, look) -> None:
    page.get_by_role("button", name="Write the answer").click()
    words = page.get_by_label("What the referrer reads")
    expect(words).to_have_value(hub.containing(reference))
    expect(words).to_have_value(hub.containing("offer Ottilie and the family help"))
    look(page, "hub-answer")
    page.get_by_role("button", name="Send the answer").click()
    expect(page.get_by_text("The answer is sent.")).to_be_visible()
    look(page, "hub-contact-done")


def then_it_is_off_the_board(page: Page, reference: str) -> None:
    page.goto("/mash/board")
    expect(page.get_by_role("link", name=", ".join(CHILDREN), exact=True)).to_have_count(0)


def and_the_school_reads_the_answer(teacher: Page) -> None:
    teacher.goto("/mash/your-contacts")
    teacher.get_by_role("link", name="Ottilie Marrow, Wren Marrow").first.click()
    expect(teacher.get_by_text("Answered", exact=True)).to_be_visible()
    expect(teacher.get_by_text("offer Ottilie and the family help")).to_be_visible()


def test_the_board_refreshes_itself_and_keeps_the_place(as_persona, page):
    hub.tell_the_hub(as_persona("safeguarding-lead"), "Tansy Reed")
    page.goto("/mash/board")
    link = page.get_by_role("link", name="Tansy Reed", exact=True).first
    link.focus()
    focused = page.evaluate("document.activeElement.id")
    hub.tell_the_hub(as_persona("safeguarding-lead"), "Rowan Reed")
    expect(page.get_by_role("link", name="Rowan Reed", exact=True)).to_be_visible(timeout=30_000)
    assert focused
    assert page.evaluate("document.activeElement.id") == focused


def test_the_board_serves_without_scripts(as_persona):
    hub.tell_the_hub(as_persona("safeguarding-lead"), "Juniper Hale")
    page = as_persona("mash-manager", scripts=False)
    page.goto("/mash/board")
    page.get_by_label("Rating").select_option("red")
    page.get_by_role("button", name="Update").click()
    expect(page.get_by_role("link", name="Juniper Hale", exact=True)).to_have_count(0)
    page.get_by_role("link", name="Clear").click()
    page.get_by_role("link", name="Juniper Hale", exact=True).click()
    hub.rate(page, "Green")
