"""A child is expected: the lead prepares for the birth with the family; somebody who does not help learns nothing."""

from __future__ import annotations

from datetime import date, timedelta

from playwright.sync_api import Page, expect

from tests.journeys import family_help

PLAN = "Gran fetches the others from school. The hospital rings the lead before the baby goes home."


def test_a_birth_is_prepared_for(as_persona, looked_at):
    lead = as_persona("early-help-lead")
    given_a_child_is_expected(lead)
    when_i_begin_to_prepare(lead, looked_at)
    and_we_talk_about_safer_sleep(lead, looked_at)
    and_a_plan_is_in_place(lead, looked_at)
    then_it_stands_in_the_list_and_the_chronology(lead, looked_at)
    on_a_phone_it_reads_as_well(as_persona("early-help-lead", narrow=True), lead.url, looked_at)
    and_somebody_who_does_not_help_learns_nothing(as_persona("safeguarding-lead"), lead.url)


def given_a_child_is_expected(page: Page) -> None:
    family_help.open_first_family(page)
    page.get_by_role("link", name="The family’s page").click()
    page.get_by_role("button", name="Add somebody to the family").click()
    page.get_by_label("A child not yet born").check()
    due = date.today() + timedelta(weeks=8)
    group = page.get_by_role("group", name="When is the baby due?")
    for part, value in (("Day", due.day), ("Month", due.month), ("Year", due.year)):
        group.get_by_label(part).fill(str(value))
    page.get_by_label("Family name").fill("Quillon")
    page.locator("main form button[type=submit]").last.click()
    page.goto("/before-birth/")
    row = page.get_by_role("row").filter(has_text="Quillon")
    expect(row.get_by_text("Nobody prepares yet")).to_be_visible()
    row.get_by_role("link").click()


def when_i_begin_to_prepare(page: Page, look) -> None:
    look(page, "birth-not-begun")
    page.get_by_role("button", name="Begin to prepare").click()
    expect(page.get_by_text("A plan before the birth", exact=False).first).to_be_visible()
    page.get_by_label("The midwife", exact=True).check()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("link", name="Enter the midwife’s name")).to_be_visible()
    page.get_by_label("Name of the midwife").fill("Iona Reed")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Iona Reed")).to_be_visible()


def and_we_talk_about_safer_sleep(page: Page, look) -> None:
    page.get_by_label("A conversation with the family").check()
    page.get_by_label("Safer sleep").check()
    page.get_by_label("The mother").check()
    page.get_by_label("The father or partner").check()
    look(page, "birth-talk")
    page.get_by_label("What did they say?").fill("The cot stands beside their bed.")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("The cot stands beside their bed.")).to_be_visible()


def and_a_plan_is_in_place(page: Page, look) -> None:
    page.get_by_label("The plan before the birth").check()
    page.get_by_label("Family Support Plan").check()
    page.get_by_label("What happens at the birth").fill(PLAN)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text(PLAN).first).to_be_visible()
    expect(page.get_by_text("A talk about safer sleep")).to_have_count(0)
    look(page, "birth-prepared")


def then_it_stands_in_the_list_and_the_chronology(page: Page, look) -> None:
    here = page.url
    page.goto("/before-birth/")
    expect(page.get_by_role("row").filter(has_text="Quillon").get_by_text("Family Support Plan")).to_be_visible()
    look(page, "births-to-come")
    page.goto(here.replace("/before-birth/children/", "/children/"))
    expect(page.get_by_text("Plan in place before the birth").first).to_be_visible()
    page.goto(here)


def on_a_phone_it_reads_as_well(page: Page, address: str, look) -> None:
    page.goto(address)
    look(page, "birth-prepared")
    page.goto("/before-birth/")
    look(page, "births-to-come")


def and_somebody_who_does_not_help_learns_nothing(page: Page, address: str) -> None:
    refused = page.goto(address)
    assert refused is not None
    assert refused.status == 404
