"""What is due stands in the work tray, the most urgent first, for a person and for a manager's team."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.journeys.hub import tell_the_hub


def test_a_new_contact_stands_in_the_hubs_tray(as_persona, looked_at):
    tell_the_hub(as_persona("safeguarding-lead", narrow=True), "Tansy Traywell")
    manager = as_persona("mash-manager")
    when_the_manager_opens_the_teams_tray(manager, looked_at)
    then_what_is_overdue_stands_first(manager)
    and_each_thing_leads_to_where_it_is_done(manager)
    when_the_manager_opens_the_teams_tray(as_persona("mash-manager", narrow=True), looked_at)


def test_the_tray_on_a_phone(as_persona, looked_at):
    for persona in ("early-help-lead", "early-help-manager", "social-worker", "pcso"):
        page = as_persona(persona, narrow=True)
        page.goto("/work")
        expect(page.get_by_role("heading", level=1, name="Work tray")).to_be_visible()
        looked_at(page, f"tray-{persona}")


def when_the_manager_opens_the_teams_tray(page: Page, look) -> None:
    page.goto("/work")
    page.get_by_label("Whose work").get_by_role("link").nth(1).click()
    expect(page.get_by_role("heading", level=1, name=re.compile("^Work tray: "))).to_be_visible()
    expect(page.get_by_text(re.compile("^Contact K")).first).to_be_visible()
    look(page, "tray-team")


def then_what_is_overdue_stands_first(page: Page) -> None:
    rows = page.locator(".kf-tray__row")
    expect(rows.first).to_be_visible()
    overdue = ["kf-tray__row--overdue" in (row.get_attribute("class") or "") for row in rows.all()]
    assert overdue == sorted(overdue, reverse=True)


def and_each_thing_leads_to_where_it_is_done(page: Page) -> None:
    page.locator(".kf-tray__what a[href^='/mash/']").last.click()
    expect(page.get_by_role("heading", level=1)).not_to_have_text("Page not found")
    assert "/mash/" in page.url
