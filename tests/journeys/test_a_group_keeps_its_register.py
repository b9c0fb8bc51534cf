"""A group is begun, a volunteer helps, somebody comes by themselves, sessions are recorded, and others read numbers."""

from __future__ import annotations

import re
from datetime import timedelta

from playwright.sync_api import Page, expect

from kinfold.web.core import clock

NAME = "Dads at the harbour"
VOLUNTEER = "Osric Dunne"


def test_a_group_keeps_its_register(as_persona, looked_at, served):
    manager = as_persona("early-help-manager")
    when_the_manager_enters_a_group_of_the_team(manager, looked_at)
    and_writes_down_a_volunteer_without_a_check(manager, looked_at)
    lead = as_persona("early-help-lead", narrow=True)
    who = when_a_father_comes_by_himself(lead, looked_at)
    then_the_volunteer_may_not_have_led_alone(lead, looked_at, who)
    and_the_session_is_recorded_and_the_next_one_called_off(lead, looked_at, who)
    then_the_register_reads_well_on_a_wide_screen(manager, looked_at, who)
    then_the_persons_page_says_that_they_came(manager, looked_at, who)
    then_others_read_numbers_and_no_names(as_persona("board-support"), looked_at, who)
    then_open_referral_names_no_volunteer(manager, served)


def day(page: Page, group: str, days: int) -> None:
    on = clock.today() + timedelta(days=days)
    boxes = page.get_by_role("group", name=group, exact=True)
    for label, value in (("Day", on.day), ("Month", on.month), ("Year", on.year)):
        boxes.get_by_label(label, exact=True).fill(str(value))


def open_group(page: Page) -> None:
    page.goto("/services/groups")
    page.get_by_role("link", name=NAME).click()
    expect(page.get_by_role("heading", level=1, name=NAME)).to_be_visible()


def when_the_manager_enters_a_group_of_the_team(page: Page, look) -> None:
    page.goto("/account")
    role = page.get_by_text("Early Help manager, ").inner_text()
    page.goto("/services/enter")
    page.get_by_label("Name of the service").fill(NAME)
    page.get_by_label("Which organisation runs it?").fill("Harbour Family Hubs")
    page.get_by_label("What does it do?").fill("Breakfast and something to build, for men with children.")
    page.get_by_label("Fathers and other men who care for children").check()
    page.get_by_label("Free", exact=True).check()
    page.get_by_label("When is it open?").fill("Monday to Sunday 12:01am to 12:02am")
    page.get_by_role("group", name="Do families come by referral?").get_by_label("No", exact=True).check()
    team = page.get_by_label("Which team in Kinfold runs it?")
    options = team.locator("option").all_inner_texts()
    team.select_option(label=next(one for one in options if one.startswith(role.removeprefix("Early Help manager, "))))
    page.get_by_label("Telephone", exact=False).first.fill("01632 960444")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("link", name="Sessions and register").click()
    expect(page.get_by_text("Nobody is on the register yet.")).to_be_visible()
    look(page, "group-empty")


def and_writes_down_a_volunteer_without_a_check(page: Page, look) -> None:
    page.get_by_role("link", name="Look after volunteers").click()
    page.get_by_role("button", name="Add a volunteer").click()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Enter the volunteer’s name").first).to_be_visible()
    look(page, "volunteer-mistakes")
    page.get_by_label("Name", exact=True).fill(VOLUNTEER)
    page.get_by_label("What do they do?").fill("Makes breakfast")
    page.get_by_label("Who supervises them?").select_option(label="Dev Ramasamy")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("No current DBS check")).to_be_visible()
    look(page, "volunteers")


def when_a_father_comes_by_himself(page: Page, look) -> str:
    page.goto("/early-help/families?whose=mine")
    page.locator("table .govuk-table__body th a").first.click()
    who = page.locator(".kf-people__one bdi").first.inner_text().strip()
    open_group(page)
    page.get_by_role("button", name="Put somebody on the register").click()
    look(page, "group-add")
    page.get_by_label("Name", exact=True).fill(who)
    page.get_by_role("button", name="Find").click()
    page.get_by_role("button", name="Put on the register").click()
    expect(page.get_by_text("only when they know of it").first).to_be_visible()
    look(page, "group-add-mistakes")
    page.get_by_role("group", name="Is it one of these people?").get_by_role("radio").first.check()
    page.get_by_label("They know that they are on the register").check()
    page.get_by_role("button", name="Put on the register").click()
    expect(page.get_by_text(f"{who} is on the register.")).to_be_visible()
    return who


def then_the_volunteer_may_not_have_led_alone(page: Page, look, who: str) -> None:
    page.get_by_role("button", name="Record a session").click()
    page.get_by_label("Start time").fill("12:01am")
    page.get_by_label("Who of the team led it?").select_option(label="Nobody of the team")
    page.get_by_label("Which volunteer led it").select_option(label=VOLUNTEER)
    page.get_by_role("group", name=who).get_by_label("Came", exact=True).check()
    page.get_by_label("How many others came?").fill("7")
    page.get_by_role("button", name="Save the session").click()
    expect(page.get_by_text("cannot lead a session alone").first).to_be_visible()
    expect(page.get_by_label("How many others came?")).to_have_value("7")
    look(page, "session-refused")


def and_the_session_is_recorded_and_the_next_one_called_off(page: Page, look, who: str) -> None:
    page.get_by_label("Who of the team led it?").select_option(label="Carys Whitlow")
    page.get_by_label("What did you do?").fill("Bird boxes.")
    page.get_by_role("button", name="Save the session").click()
    expect(page.get_by_text("The session is recorded.")).to_be_visible()
    page.get_by_role("link", name="Cancel a session").click()
    day(page, "Which day?", 1)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Say why it is cancelled").first).to_be_visible()
    look(page, "session-cancel")
    page.get_by_label("Why is it cancelled?").fill("The hub is being painted.")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("is cancelled: The hub is being painted.")).to_be_visible()
    expect(page.get_by_role("table", name=re.compile("register"))).to_contain_text("Came")
    look(page, "group")


def then_the_register_reads_well_on_a_wide_screen(page: Page, look, who: str) -> None:
    open_group(page)
    expect(page.get_by_role("row").filter(has_text=who)).to_contain_text("Came")
    expect(page.get_by_text("Carys Whitlow and Osric Dunne")).to_be_visible()
    look(page, "group")
    page.get_by_role("link", name=re.compile("12:01am")).last.click()
    look(page, "session")
    page.goto("/services/groups")
    look(page, "groups")


def then_the_persons_page_says_that_they_came(page: Page, look, who: str) -> None:
    open_group(page)
    page.get_by_role("link", name=who).click()
    look(page, "group-one")
    page.get_by_role("link", name=who).first.click()
    page.goto(f"{page.url}/chronology")
    expect(page.get_by_text(f"Came to {NAME} for the first time")).to_be_visible()


def then_others_read_numbers_and_no_names(page: Page, look, who: str) -> None:
    page.goto("/services/groups/counts")
    expect(page.get_by_role("row").filter(has_text=NAME)).to_contain_text("7")
    expect(page.get_by_text(who)).to_have_count(0)
    look(page, "group-counts")
    answer = page.goto("/services/groups")
    assert answer is not None
    assert answer.status == 403


def then_open_referral_names_no_volunteer(page: Page, served: str) -> None:
    found = page.request.get(f"{served}/api/oruk/services?search=breakfast").json()
    assert NAME in [one["name"] for one in found["contents"]]
    assert VOLUNTEER not in str(found)
