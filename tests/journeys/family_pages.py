"""Steps that several stories about people share: open a family one helps, and write a date."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.journeys.family_help import open_first_family


def open_a_familys_page(page: Page) -> str:
    """From the list of families to the family's own page; returns the address, which others may open too."""
    open_first_family(page)
    page.get_by_role("link", name="The family’s page", exact=True).click()
    expect(page.get_by_role("heading", level=2, name="Who lives with whom")).to_be_visible()
    return page.url


def open_the_first_child(page: Page) -> str:
    page.locator(".kf-members__name a").first.click()
    expect(page.get_by_role("heading", level=2, name="Who is involved")).to_be_visible()
    return page.url


def write_date(page: Page, name: str, day: int, month: int, year: int) -> None:
    for part, value in (("day", day), ("month", month), ("year", year)):
        page.locator(f"input[name='{name}-{part}']").fill(str(value))


def saved(page: Page, words: str) -> None:
    expect(page.get_by_role("alert").filter(has_text=re.compile(words))).to_be_visible()
