"""A worry about significant harm: what to do in an emergency first, then to the MASH, which cannot say no."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.journeys.family_help import open_first_family

WORRY = "He said: “I am scared to go home today.”"


def test_significant_harm_goes_to_the_mash(as_persona: Callable[..., Page], looked_at: Callable[..., None]):
    page = as_persona("early-help-lead", narrow=True)
    open_first_family(page)
    page.get_by_role("button", name="A child may be at risk of significant harm").click()
    expect(page.get_by_role("heading", name="If a child is in danger now, call 999")).to_be_visible()
    looked_at(page, "harm")

    page.get_by_role("group", name="Which children?").get_by_role("checkbox").first.check()
    page.get_by_label("What are you worried about?").fill(WORRY)
    page.get_by_role("button", name="Tell the MASH now").click()

    expect(page.get_by_role("heading", name="Significant harm: told to the MASH")).to_be_visible()
    expect(page.get_by_text("cannot say no")).to_be_visible()
    expect(page.get_by_text("Answer due")).to_be_visible()
    expect(page.get_by_role("button", name="Take it back")).to_have_count(0)
    looked_at(page, "harm-told")
    page.get_by_role("link", name="The family’s help").click()
    expect(page.get_by_text("Go on helping the family as you do now.")).to_be_visible()
