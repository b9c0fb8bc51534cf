"""A young person tells the hub on a phone, without an account; the hub sees it and the adults at home do not."""

from __future__ import annotations

from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import NARROW


def test_a_young_person_tells_the_hub_without_an_account(browser: Browser, served, as_persona, looked_at):
    context = browser.new_context(base_url=served, viewport=NARROW, locale="en-GB")
    page = context.new_page()
    when_they_find_the_page(page, looked_at)
    when_they_say_what_is_happening(page, looked_at)
    then_they_are_thanked_and_know_whom_to_ring(page, looked_at)
    context.close()
    then_the_hub_reads_it_and_keeps_it_from_the_adults(as_persona("mash-decision-maker"), looked_at)


def when_they_find_the_page(page: Page, look) -> None:
    page.goto("/sign-in")
    page.get_by_role("link", name="Tell us without one").click()
    expect(page.get_by_role("heading", name="If a child is in danger now, call 999")).to_be_visible()
    look(page, "public-start")
    page.get_by_role("button", name="Tell us about yourself").click()


def when_they_say_what_is_happening(page: Page, look) -> None:
    page.get_by_role("button", name="Send it to us").click()
    look(page, "public-me-error")
    page.get_by_label("What is happening?").fill("There is shouting every night and I hide.")
    page.get_by_label("What is your name?").fill("Senara Tolgus")
    page.get_by_label("No, and please do not tell them yet").check()
    page.get_by_label("When is it safe to reach you").fill("Text me after three")
    page.get_by_role("button", name="Send it to us").click()


def then_they_are_thanked_and_know_whom_to_ring(page: Page, look) -> None:
    expect(page.get_by_role("heading", name="Thank you for telling us")).to_be_visible()
    expect(page.get_by_text("You can ring Childline day and night")).to_be_visible()
    look(page, "public-sent")
    assert page.goto("/mash/board").url.endswith("/sign-in?next=%2Fmash%2Fboard")


def then_the_hub_reads_it_and_keeps_it_from_the_adults(page: Page, look) -> None:
    page.goto("/mash/board")
    page.get_by_role("link", name="Senara Tolgus").first.click()
    expect(page.get_by_text("There is shouting every night and I hide.")).to_be_visible()
    expect(page.get_by_text("How to reach them safely: Text me after three")).to_be_visible()
    expect(page.get_by_text("Do not ring, write to or visit the family about this yet.")).to_be_visible()
    look(page, "public-contact")
