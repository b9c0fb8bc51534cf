"""An account from the day somebody joins to the day they leave, and what keeps others out."""

import re

import pytest
from playwright.sync_api import Page, expect

NEW_PASSWORD = "four quite random words"


@pytest.mark.parametrize("narrow", [False, True], ids=["wide", "narrow"])
def test_somebody_joins_signs_in_changes_their_password_and_leaves(as_persona, visitor, looked_at, narrow):
    administrator = as_persona("account-administrator", narrow=narrow)
    name = "Nia Newcomer, on a phone" if narrow else "Nia Newcomer"
    email = f"nia-{'narrow' if narrow else 'wide'}@example.org"
    agency = f"Newcomers’ {'Infant' if narrow else 'Junior'} School"

    given_an_agency_joins_the_partnership(administrator, agency, looked_at)
    and_an_account_is_opened_there(administrator, name, email, agency, looked_at)
    and_the_agency_gets_its_first_team(administrator, looked_at)
    when_they_give_it_a_role(administrator, looked_at)
    password = and_a_password(administrator, looked_at)
    then_the_newcomer_signs_in_with_it_and_chooses_their_own(visitor(narrow), email, password, looked_at)

    when_the_newcomer_leaves(administrator, name, looked_at)
    then_they_can_no_longer_sign_in(visitor(narrow), email, looked_at)


def test_wrong_passwords_close_the_door_for_a_while(visitor, looked_at):
    page = visitor(False)
    for _ in range(5):
        page.goto("/sign-in")
        sign_in(page, "locked-out@example.org", "not the password")
    expect(page.get_by_role("heading", name="Too many tries to sign in")).to_be_visible()
    looked_at(page, "locked-out")


def test_a_person_sees_their_account_and_what_their_role_lets_them_do(as_persona, looked_at):
    page = as_persona("mash-manager", narrow=True)
    page.goto("/account")
    page.get_by_text("What your role lets you do").click()

    expect(page.get_by_text("restrict who sees a record")).to_be_visible()
    looked_at(page, "account")


def test_a_page_that_is_not_for_the_role_says_so_kindly(as_persona, looked_at):
    page = as_persona("pcso")
    page.goto("/accounts")

    expect(page.get_by_role("heading", name="You cannot do this")).to_be_visible()
    expect(page.get_by_text("Your role does not let you open and close accounts.")).to_be_visible()
    looked_at(page, "refused")


def test_a_person_comes_back_to_the_page_they_wanted_after_signing_in_and_out_by_a_press(as_persona, visitor):
    page = visitor(False)
    page.goto("/settings/")
    expect(page).to_have_url(re.compile(r"/sign-in\?next=%2Fsettings%2F"))

    signed_in = as_persona("mash-manager")
    signed_in.get_by_role("button", name="Sign out").click()
    expect(signed_in.get_by_role("heading", name="Sign in to Kinfold")).to_be_visible()
    signed_in.go_back()
    signed_in.reload()
    expect(signed_in.get_by_role("heading", name="Sign in to Kinfold")).to_be_visible()


def test_settings_show_where_each_value_came_from(as_persona, looked_at):
    for narrow in (False, True):
        page = as_persona("mash-manager", narrow=narrow)
        page.goto("/settings/")
        expect(page.get_by_text("values to confirm before real use")).to_be_visible()
        looked_at(page, "settings")
        page.goto("/settings/mash_phone")
        looked_at(page, "setting")


def given_an_agency_joins_the_partnership(page: Page, agency: str, looked_at) -> None:
    page.goto("/accounts")
    looked_at(page, "accounts")
    page.get_by_role("link", name="Agencies and teams").click()
    looked_at(page, "agencies")
    page.get_by_role("button", name="Add an agency").click()
    page.get_by_label("Name of the agency").fill(agency)
    page.get_by_label("What kind of agency is it?").select_option(label="School")
    looked_at(page, "add-agency")
    page.get_by_role("button", name="Add an agency").click()
    expect(page.get_by_role("heading", name="Add a team")).to_be_visible()


def and_an_account_is_opened_there(page: Page, name: str, email: str, agency: str, looked_at) -> None:
    page.goto("/accounts")
    page.get_by_role("button", name="Open an account").click()
    page.get_by_role("button", name="Open the account").click()
    expect(page.get_by_role("link", name="Enter the person’s name")).to_be_visible()
    looked_at(page, "open-account-problems")
    page.get_by_label("Full name").fill(name)
    page.get_by_label("Post").fill("Head of year")
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Agency").select_option(label=agency)
    page.get_by_role("button", name="Open the account").click()
    expect(page.get_by_role("heading", name=name)).to_be_visible()
    expect(page.get_by_text("The account can do nothing yet.")).to_be_visible()
    looked_at(page, "one-account")


def and_the_agency_gets_its_first_team(page: Page, looked_at) -> None:
    expect(page.get_by_text("has none yet")).to_be_visible()
    page.get_by_role("button", name="Add a team").click()
    page.get_by_label("What does the team do?").select_option(label="School")
    looked_at(page, "add-team")
    page.get_by_role("button", name="Add a team").click()
    expect(page.get_by_text("added.")).to_be_visible()


def when_they_give_it_a_role(page: Page, looked_at) -> None:
    page.get_by_label("Role").select_option(label="Designated Safeguarding Lead")
    page.get_by_label("Team").select_option(index=1)
    page.get_by_role("button", name="Give the role").click()
    expect(page.get_by_role("button", name="End the role of Designated Safeguarding Lead")).to_be_visible()
    looked_at(page, "one-account-with-a-role")


def and_a_password(page: Page, looked_at) -> str:
    page.get_by_role("button", name="Give a new password").click()
    looked_at(page, "new-password")
    return page.locator(".kf-password").inner_text()


def then_the_newcomer_signs_in_with_it_and_chooses_their_own(page: Page, email: str, password: str, looked_at) -> None:
    page.goto("/sign-in")
    looked_at(page, "sign-in")
    sign_in(page, email, "wrong one")
    expect(page.get_by_text("The e-mail address or the password is not right").first).to_be_visible()
    looked_at(page, "sign-in-problem")
    sign_in(page, email, password)
    page.goto("/account/password")
    looked_at(page, "change-password")
    page.get_by_label("Password that you have now").fill(password)
    page.get_by_label("New password").fill(NEW_PASSWORD)
    page.get_by_role("button", name="Change the password").click()
    expect(page.get_by_text("Password changed.")).to_be_visible()


def when_the_newcomer_leaves(page: Page, name: str, looked_at) -> None:
    page.goto(f"/accounts?words={name}")
    page.get_by_role("link", name=name, exact=True).click()
    page.get_by_role("button", name="Close the account").click()
    looked_at(page, "close-account")
    page.get_by_role("button", name="Yes, close the account").click()
    expect(page.get_by_text("Account closed.")).to_be_visible()


def then_they_can_no_longer_sign_in(page: Page, email: str, looked_at) -> None:
    page.goto("/sign-in")
    sign_in(page, email, NEW_PASSWORD)
    expect(page.get_by_text("The e-mail address or the password is not right").first).to_be_visible()


def sign_in(page: Page, email: str, password: str) -> None:
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Sign in").click()


@pytest.fixture
def visitor(browser, served):
    """``visitor(narrow)`` opens a browser in which nobody is signed in."""
    opened = []

    def visit(narrow: bool) -> Page:
        size = {"width": 390, "height": 844} if narrow else {"width": 1280, "height": 900}
        opened.append(browser.new_context(base_url=served, viewport=size, locale="en-GB"))
        return opened[-1].new_page()

    yield visit
    for context in opened:
        context.close()
