"""The lead invites the team around a family to the review of its plan; those invited find it on their first page."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect


def test_the_team_around_a_family_is_invited(as_persona, looked_at):
    lead = as_persona("early-help-lead")
    given_a_plan_that_is_to_be_reviewed(lead)
    when_i_invite_the_team(lead, looked_at)
    then_it_stands_with_the_review(lead, looked_at)
    phone = as_persona("early-help-lead", narrow=True)
    phone.goto(lead.url)
    looked_at(phone, "review-invited")
    phone.goto("/today")
    expect(phone.get_by_role("heading", name="Meetings that you are invited to")).to_be_visible()
    refused = as_persona("pcso").goto(f"{lead.url}/invite")
    assert refused is not None
    assert refused.status in (403, 404)


def given_a_plan_that_is_to_be_reviewed(page: Page) -> None:
    page.goto("/early-help/families?whose=mine")
    links = page.locator("table .govuk-table__body th a").evaluate_all("all => all.map(one => one.href)")
    for href in links:
        page.goto(href)
        if page.get_by_role("link", name="Next review").count():
            page.get_by_role("link", name="Next review").first.click()
            return
    raise AssertionError("No family of the lead has a review to come")


def when_i_invite_the_team(page: Page, look) -> None:
    page.get_by_role("link", name="Invite the team around the family").click()
    look(page, "review-invite")
    year = page.get_by_label("Year")
    year.fill(str(int(year.input_value()) + 1))  # whenever it is due, this is still to come
    page.get_by_label("Day").fill("20")
    page.get_by_role("button", name="Invite").click()
    expect(page.get_by_role("link", name="Enter the time")).to_be_visible()
    page.get_by_label("At what time?").fill("3.30pm")
    page.get_by_label("Where?").fill("The family hub")
    for box in page.get_by_role("group", name="Whom do you invite?").get_by_role("checkbox").all():
        box.check()
    page.get_by_label("Who else?").fill("Mrs Okafor next door")
    page.get_by_role("button", name="Invite").click()


def then_it_stands_with_the_review(page: Page, look) -> None:
    expect(page.get_by_text("They are invited. Colleagues are told in Kinfold.")).to_be_visible()
    expect(page.get_by_role("heading", name=re.compile("You meet on 20 .* at 3:30pm, The family hub"))).to_be_visible()
    expect(page.get_by_text("Mrs Okafor next door")).to_be_visible()
    look(page, "review-invited")
