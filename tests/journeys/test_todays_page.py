"""Each person's first page, and a list that is saved there to come back to."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect


@pytest.mark.parametrize(
    "persona", ["mash-decision-maker", "mash-manager", "early-help-lead", "early-help-manager", "safeguarding-lead"]
)
@pytest.mark.parametrize("narrow", [False, True])
def test_the_first_page_says_what_matters_now(as_persona, looked_at, persona, narrow):
    page = as_persona(persona, narrow=narrow)
    page.goto("/")
    expect(page.get_by_role("heading", level=1, name="Today")).to_be_visible()
    expect(page.locator("main section h2").first).to_be_visible()
    looked_at(page, f"today-{persona}")


def test_a_view_is_saved_and_found_again(as_persona, looked_at):
    page = as_persona("mash-decision-maker")
    page.goto("/mash/board")
    page.get_by_label("Rating").select_option("amber")
    page.get_by_role("button", name="Update").click()
    page.get_by_text("Save this view").click()
    page.get_by_label("Name of the view").fill("Ambers before lunch")
    looked_at(page, "board-save-view")
    page.get_by_role("button", name="Save it").click()
    expect(page.get_by_text("The view is saved.")).to_be_visible()
    looked_at(page, "board-saved-view")
    page.get_by_role("link", name="Today").click()
    page.get_by_role("link", name="Ambers before lunch").click()
    expect(page.get_by_label("Rating")).to_have_value("amber")
    page.get_by_role("button", name="Throw the view").click()
    expect(page.get_by_text("is thrown away")).to_be_visible()
    expect(page.get_by_role("link", name="Ambers before lunch")).to_have_count(0)
