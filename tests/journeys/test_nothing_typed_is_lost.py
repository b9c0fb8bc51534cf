"""A closed tab, a session that ends, a page with a mistake: what was typed to the hub is still there."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.contact_form import ContactForm

TYPED = "She told the dinner lady that nobody was at home"


@pytest.fixture
def form(as_persona):
    return ContactForm(as_persona("safeguarding-lead", narrow=True))


def test_a_closed_tab_loses_nothing(form, looked_at):
    given_i_am_telling_what_happened(form)
    when_i_type_and_pause(form.page)
    then_the_page_says_that_it_is_saved(form.page, looked_at)
    when_i_close_the_tab_and_come_back_another_way(form)
    then_i_carry_on_where_i_was(form)


def test_a_session_that_ends_loses_nothing(form, looked_at):
    given_i_am_telling_what_happened(form)
    address = when_my_session_ends_and_i_go_on(form)
    then_the_page_keeps_what_i_typed(form.page, looked_at)
    when_i_sign_in_again_in_another_tab(form.page, address)
    then_sending_it_again_goes_on_with_the_form(form)


def test_a_mistake_on_a_page_loses_nothing(form, looked_at):
    given_i_am_telling_who_the_child_is(form)
    when_the_date_of_birth_is_in_the_future(form)
    then_the_page_says_so_and_keeps_every_answer(form.page, looked_at)


def given_i_am_telling_who_the_child_is(form: ContactForm) -> None:
    form.begin()
    form.nobody_in_danger()
    form.a_child_may_be_harmed()


def given_i_am_telling_what_happened(form: ContactForm) -> None:
    given_i_am_telling_who_the_child_is(form)
    form.child("Rowan", "9")
    form.home("3 Example Road")
    form.school_and_talking_as_they_stand()
    form.worry("Neglect")
    form.another_child("No")
    form.heading("What happened?")


def when_i_type_and_pause(page: Page) -> None:
    page.get_by_label("What happened?").fill(TYPED)


def then_the_page_says_that_it_is_saved(page: Page, looked_at) -> None:
    with page.expect_response(lambda answer: answer.status == 204):
        page.get_by_label("What happened?").press_sequentially(".")
    expect(page.get_by_role("status").filter(has_text=re.compile(r"^Saved at \d"))).to_be_visible()
    looked_at(page, "saved-as-typed")


def when_i_close_the_tab_and_come_back_another_way(form: ContactForm) -> None:
    context = form.page.context
    form.page.close()
    form.page = context.new_page()
    form.page.goto("/mash/your-contacts")
    form.page.get_by_role("link", name="Rowan").first.click()


def then_i_carry_on_where_i_was(form: ContactForm) -> None:
    form.page.get_by_role("link", name="Back").click()
    form.heading("What happened?")
    expect(form.page.get_by_label("What happened?")).to_have_value(f"{TYPED}.")


def when_my_session_ends_and_i_go_on(form: ContactForm) -> str:
    address = form.page.url
    form.page.context.clear_cookies(name="sessionid")
    form.page.get_by_label("What happened?").fill(TYPED)
    form.go_on()
    return address


def then_the_page_keeps_what_i_typed(page: Page, looked_at) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text("You have been signed out")
    looked_at(page, "signed-out-mid-form")


def when_i_sign_in_again_in_another_tab(page: Page, address: str) -> None:
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Sign in").click()
    tab = opened.value
    tab.get_by_role("link", name="Designated Safeguarding Lead").click()
    tab.wait_for_load_state()
    tab.goto(address)
    expect(tab.get_by_role("heading", level=1)).to_have_text("What happened?")
    tab.close()


def then_sending_it_again_goes_on_with_the_form(form: ContactForm) -> None:
    for _ in range(2):  # the second time only where signing in changed the page's token
        if form.page.get_by_role("button", name="Send again").count():
            form.page.get_by_role("button", name="Send again").click()
    form.heading("What is going well for the family? (optional)")
    form.page.get_by_role("link", name="Back").click()
    expect(form.page.get_by_label("What happened?")).to_have_value(TYPED)


def when_the_date_of_birth_is_in_the_future(form: ContactForm) -> None:
    form.page.get_by_label("First name").fill("Rowan")
    form.page.get_by_label("I know the date of birth").check()
    born_on = form.page.get_by_role("group", name="Date of birth")
    for part, typed in (("Day", "1"), ("Month", "2"), ("Year", "2099")):
        born_on.get_by_label(part).fill(typed)
    form.page.get_by_label("Not known").check()
    form.go_on()


def then_the_page_says_so_and_keeps_every_answer(page: Page, looked_at) -> None:
    page.get_by_role("alert").get_by_role("link", name="Date of birth must be today or in the past").click()
    expect(page.get_by_role("group", name="Date of birth").get_by_label("Day")).to_be_focused()
    expect(page.get_by_label("First name")).to_have_value("Rowan")
    expect(page.get_by_role("group", name="Date of birth").get_by_label("Year")).to_have_value("2099")
    looked_at(page, "date-of-birth-in-the-future")
