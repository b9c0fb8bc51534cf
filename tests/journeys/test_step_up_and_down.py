"""Stepping down to a school and up again: the sender holds the family until accepted; a refusal says why."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.journeys.family_help import open_first_family, record_agreement

WHY_NOT = "We are full until after the holidays"


def test_a_family_steps_down_to_a_school_and_up_again(as_persona: Callable[..., Page], looked_at: Callable[..., None]):
    lead, school = as_persona("early-help-lead"), as_persona("safeguarding-lead")
    manager = as_persona("early-help-manager")

    family = given_a_family_that_agreed_to_family_support(lead)
    when_the_lead_steps_it_down_to_the_school(lead, school, looked_at)
    then_the_lead_holds_it_until_the_school_has_accepted(lead)
    when_the_school_refuses_everybody_reads_why(school, lead, family, looked_at)
    when_the_lead_asks_again_the_school_takes_the_family_on(lead, school, family)
    when_the_school_steps_it_up_the_manager_names_who_leads(school, manager, family, looked_at)


def given_a_family_that_agreed_to_family_support(lead) -> str:
    family = open_first_family(lead)
    record_agreement(lead, "Family Support (Tier 2)")
    record_agreement(lead, "Early Help and Prevention (Tier 3)")
    return family


def when_the_lead_steps_it_down_to_the_school(lead, school, looked_at):
    lead.get_by_role("link", name="Step down to Family Support").click()
    looked_at(lead, "step-down")
    choose_school(lead, school)
    lead.get_by_label("Why?").fill("Things are better. School knows them well.")
    lead.get_by_role("button", name="Ask the team").click()


def choose_school(lead, school):
    school.goto("/account")
    said = school.locator("main").inner_text()
    options = lead.get_by_label("Which team?").locator("option").all_inner_texts()
    ours = next(option for option in options if option.split(" (")[0] in said)
    lead.get_by_label("Which team?").select_option(label=ours)


def then_the_lead_holds_it_until_the_school_has_accepted(lead):
    expect(lead.get_by_text("You hold the family until they accept.")).to_be_visible()
    expect(lead.get_by_text("Open to Early Help since").first).to_be_visible()


def when_the_school_refuses_everybody_reads_why(school, lead, family, looked_at):
    school.goto("/early-help/handovers")
    looked_at(school, "handovers")
    school.get_by_role("link", name=family).click()
    school.get_by_label("No, we cannot").check()
    school.get_by_label("Why not?").fill(WHY_NOT)
    looked_at(school, "handover")
    school.get_by_role("button", name="Send your answer").click()
    expect(school.get_by_text("both managers know")).to_be_visible()
    lead.goto("/work")
    lead.get_by_role("link", name="A handover was refused").first.click()
    expect(lead.get_by_text(WHY_NOT)).to_be_visible()
    looked_at(lead, "handover-refused")


def when_the_lead_asks_again_the_school_takes_the_family_on(lead, school, family):
    lead.get_by_role("link", name="The family’s help").click()
    lead.get_by_role("link", name="Step down to Family Support").click()
    choose_school(lead, school)
    lead.get_by_label("Why?").fill("After the holidays, as we agreed.")
    lead.get_by_role("button", name="Ask the team").click()
    school.goto("/early-help/handovers")
    school.get_by_role("link", name=family).click()
    school.get_by_label("Yes, we take them on").check()
    school.get_by_role("button", name="Send your answer").click()
    expect(school.get_by_text("The family is with your team now.")).to_be_visible()
    expect(school.get_by_text("Open to Family Support since").first).to_be_visible()
    expect(school.get_by_text("Open to Early Help since")).to_have_count(0)


def when_the_school_steps_it_up_the_manager_names_who_leads(school, manager, family, looked_at):
    school.get_by_role("link", name="Step up to Early Help and Prevention").click()
    manager.goto("/account")
    said = manager.locator("main").inner_text()
    options = school.get_by_label("Which team?").locator("option").all_inner_texts()
    theirs = next((option for option in options if option.split(" (")[0] in said), options[1])
    school.get_by_label("Which team?").select_option(label=theirs)
    school.get_by_label("Why?").fill("The worries have grown again.")
    school.get_by_role("button", name="Ask the team").click()
    manager.goto("/early-help/handovers")
    manager.get_by_role("link", name=family).first.click()
    manager.get_by_label("Yes, we take them on").check()
    manager.get_by_label("Who will lead?").select_option(index=1)
    looked_at(manager, "handover-accept")
    manager.get_by_role("button", name="Send your answer").click()
    expect(manager.get_by_text("The family is with your team now.")).to_be_visible()
    expect(manager.get_by_text("Open to Early Help since").first).to_be_visible()
