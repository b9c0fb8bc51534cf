"""The council sends who changed school and address: what is certain is recorded, what is in doubt is decided."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.family_pages import open_a_familys_page, saved, write_date

NUMBERS = {False: "943 476 5919", True: "401 023 2137"}  # of a child met at a desk, and of one met on a phone
NEW_HOME = "9 Journey Quay"


@pytest.mark.parametrize("narrow", [False, True], ids=["at a desk", "on a phone"])
def test_a_file_of_changes_is_taken_in(as_persona, looked_at, narrow):
    worker, hub = as_persona("social-worker"), as_persona("mash-decision-maker", narrow=narrow)
    name = "Demelza Nanskerris" if narrow else "Jago Trevarrick"
    child = given_a_child_with_a_number(worker, name, NUMBERS[narrow])
    school = and_a_school_that_kinfold_has(worker)
    when_the_hub_takes_a_file_in(hub, looked_at, name, NUMBERS[narrow], school)
    then_the_page_says_what_became_of_each_line(hub, looked_at)
    then_what_is_wrong_may_be_sent_back(hub, name)
    when_i_look_at_both_sides_and_take_in_what_was_put_aside(hub, looked_at, name)
    then_the_childs_page_shows_the_new_school_and_home(hub, child, school)
    and_a_school_may_not_take_files_in(as_persona("safeguarding-lead", narrow=narrow), looked_at)


def given_a_child_with_a_number(page: Page, name: str, number: str) -> str:
    open_a_familys_page(page)
    page.get_by_role("button", name="Add somebody to the family").click()
    page.get_by_label("A child", exact=True).check()
    page.get_by_label("First name").fill(name.split()[0])
    page.get_by_label("Family name").fill(name.split()[1])
    write_date(page, "born_on", 1, 3, 2018)
    page.get_by_role("button", name="Add them").click()
    saved(page, "is added")
    child = page.url
    page.get_by_role("link", name="Add a number").click()
    page.get_by_label("NHS number", exact=True).check()
    page.get_by_label("Number", exact=True).fill(number)
    page.get_by_role("button", name="Save").click()
    return child


def and_a_school_that_kinfold_has(page: Page) -> str:
    page.get_by_role("link", name="School or surgery").click()
    names = page.locator("select option").all_text_contents()
    return next(name for name in names if "Primary" in name and names.count(name) == 1)


def when_the_hub_takes_a_file_in(page: Page, look, name: str, number: str, school: str) -> None:
    page.goto("/changes/")
    look(page, "changes")
    who = {"nhs_number": number, "born_on": "1/3/2018", "surname": name.split()[1], "from_day": "2/11/2026"}
    home = {"what": "address", "line_1": NEW_HOME, "postcode": "PO1 2AB"}
    lines = [
        who | {"what": "school", "place_name": school},
        who | home | {"surname": "Penberthy"},
        who | home | {"from_day": "in the autumn"},
        who | home | {"born_on": "2/3/2018"},
    ]
    text = StringIO()
    sheet = csv.DictWriter(text, list(dict.fromkeys(key for line in lines for key in line)), restval="")
    sheet.writeheader()
    sheet.writerows(lines)
    page.get_by_role("button", name="Take it in").click()
    expect(page.get_by_text("There is a problem")).to_be_visible()
    look(page, "changes-error")
    page.get_by_label("Who sent it?").select_option(index=1)
    file = {"name": "changes.csv", "mimeType": "text/csv", "buffer": text.getvalue().encode()}
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Take it in").click()
    expect(page.get_by_text("Changes recorded")).to_be_visible(timeout=30_000)


def then_the_page_says_what_became_of_each_line(page: Page, look) -> None:
    for fate in ("Changes recorded", "Put aside", "Not known in Kinfold", "Wrong"):
        row = page.locator(".govuk-summary-list__row").filter(has=page.get_by_text(fate, exact=True))
        expect(row.locator("dd")).to_have_text("1")
    expect(page.get_by_text("This is not a day")).to_be_visible()
    look(page, "changes-file")


def then_what_is_wrong_may_be_sent_back(page: Page, name: str) -> None:
    with page.expect_download() as given:
        page.get_by_role("link", name="Take out what is wrong as a file").click()
    said = given.value.path().read_text(encoding="utf-8-sig")
    assert "4,from_day,This is not a day" in said
    assert name.split()[1] not in said


def when_i_look_at_both_sides_and_take_in_what_was_put_aside(page: Page, look, name: str) -> None:
    page.get_by_role("link", name="See what waits").click()
    look(page, "changes-waiting")
    page.get_by_role("link", name=name).click()
    expect(page.get_by_text("Penberthy")).to_be_visible()
    look(page, "change-put-aside")
    page.get_by_label("Leave it out").check()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("There is a problem")).to_be_visible()
    look(page, "change-put-aside-error")
    page.get_by_label(f"Take it in for {name}").check()
    page.get_by_role("button", name="Save").click()
    saved(page, "It is taken in")


def then_the_childs_page_shows_the_new_school_and_home(page: Page, child: str, school: str) -> None:
    page.goto(child)
    expect(page.get_by_text(school).first).to_be_visible()
    expect(page.get_by_text(NEW_HOME).first).to_be_visible()


def and_a_school_may_not_take_files_in(page: Page, look) -> None:
    assert page.goto("/changes/").status == 403
    look(page, "changes-refused")
