"""A colleague falls ill: their manager passes a family on in one step, and gives it back when they are well."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.journeys.conftest import NARROW, WIDE

ILL, MANAGER = "Carys Whitlow", "Dev Ramasamy"


@pytest.fixture
def look_wide_and_narrow(looked_at):
    def look(page: Page, name: str) -> None:
        for width in (NARROW, WIDE):
            page.set_viewport_size(width)
            looked_at(page, name)

    return look


def test_a_family_is_passed_on_while_a_colleague_is_ill(as_persona, look_wide_and_narrow):
    manager = as_persona("early-help-manager")
    when_i_open_what_a_colleague_leads(manager, look_wide_and_narrow)
    then_nothing_goes_while_nobody_is_chosen(manager, look_wide_and_narrow)
    family = when_i_take_one_family_over(manager)
    then_it_is_with(manager, MANAGER, family)
    when_i_give_it_back(manager, family)
    then_it_is_with(manager, ILL, family)


def when_i_open_what_a_colleague_leads(page: Page, look) -> None:
    page.goto("/work")
    page.get_by_role("navigation", name="Whose work").get_by_role("link").last.click()
    page.get_by_role("link", name="Pass on a colleague’s work").click()
    look(page, "colleagues")
    page.get_by_role("link", name=ILL).click()
    look(page, "work-of-a-colleague")


def then_nothing_goes_while_nobody_is_chosen(page: Page, look) -> None:
    pass_on(page)
    expect(page.get_by_role("alert").get_by_text("Choose who takes over")).to_be_visible()
    look(page, "work-of-a-colleague-problem")


def when_i_take_one_family_over(page: Page) -> str:
    first = page.locator("label").filter(has_text=": Lead professional").first
    name = first.inner_text()
    choose(page, first, MANAGER)
    return name


def when_i_give_it_back(page: Page, family: str) -> None:
    choose(page, page.locator("label").filter(has_text=family).first, ILL)


def then_it_is_with(page: Page, holder: str, family: str) -> None:
    expect(page.get_by_text("passed on. Those who take over are told.")).to_be_visible()
    page.get_by_role("link", name=holder).last.click()
    expect(page.locator("label").filter(has_text=family).first).to_be_visible()


def choose(page: Page, label: Locator, colleague: str) -> None:
    chosen = page.locator(f"#{label.get_attribute('for')}")
    offered = chosen.locator("option").filter(has_text=colleague)
    chosen.select_option(value=offered.first.get_attribute("value"))
    pass_on(page)


def pass_on(page: Page) -> None:
    page.get_by_role("button", name="Pass on").click()
