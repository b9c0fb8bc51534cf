"""The police send a file: what is right is on the board, what is wrong comes back, and a school is told in time."""

from __future__ import annotations

import csv
import re
from datetime import date, timedelta
from io import StringIO

from playwright.sync_api import Page, expect

ONE = {
    "reference": "44260555001", "happened_on": str(date.today() - timedelta(days=1)), "domestic_abuse": "yes",
    "risk": "medium", "what_happened": "Neighbours rang about shouting. Both children were awake.",
    "parents_told": "yes", "sender_name": "PC Lowenna Strang", "sender_telephone": "101",
    "child_forename": "Tamsyn", "child_surname": "Quillfeather", "child_born_on": "2017-05-06",
    "child_address": "4 Example Road", "child_postcode": "PO1 1AA", "child_worries": "domestic abuse",
}  # fmt: skip


def test_a_file_of_notifications_is_taken_in_and_a_school_is_told(as_persona, looked_at):
    hub = as_persona("mash-decision-maker")
    when_the_hub_takes_the_file_in(hub, looked_at)
    then_what_was_wrong_is_explained(hub, looked_at)
    then_each_child_waits_to_be_matched(hub, looked_at)
    then_the_contact_says_what_the_police_were_called_to(hub, looked_at)
    when_the_school_is_told(hub, looked_at)
    when_the_conference_is_added(hub, looked_at)
    and_a_school_may_not_send_files(as_persona("safeguarding-lead", narrow=True), looked_at)


def when_the_hub_takes_the_file_in(page: Page, look) -> None:
    page.goto("/mash/board")
    page.get_by_role("link", name="Files of contacts").click()
    look(page, "deliveries")
    lines = [ONE, ONE | {"child_forename": "Piran", "child_born_on": "2019-01-09"},
             ONE | {"reference": "44260555002", "child_forename": "Jory", "child_born_on": "in spring"}]  # fmt: skip
    text = StringIO()
    sheet = csv.DictWriter(text, list(ONE))
    sheet.writeheader()
    sheet.writerows(lines)
    page.get_by_label("Which agency sent it?").select_option(label="Hampshire Constabulary")
    file = {"name": "notices.csv", "mimeType": "text/csv", "buffer": text.getvalue().encode()}
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Take it in").click()
    expect(page.get_by_text("1 contact about 2 children is on the board")).to_be_visible(timeout=30_000)


def then_what_was_wrong_is_explained(page: Page, look) -> None:
    expect(page.get_by_text("“in spring” is not a day")).to_be_visible()
    look(page, "delivery")
    with page.expect_download() as given:
        page.get_by_role("link", name="Take it out as a file").click()
    assert "in spring" in given.value.path().read_text(encoding="utf-8-sig")


def then_each_child_waits_to_be_matched(page: Page, look) -> None:
    page.get_by_role("link", name="Say who 2 children are").click()
    expect(page.get_by_role("group", name=re.compile("Tamsyn Quillfeather"))).to_be_visible()
    look(page, "unmatched")


def then_the_contact_says_what_the_police_were_called_to(page: Page, look) -> None:
    page.get_by_role("link", name="Open the contact about Tamsyn Quillfeather").click()
    expect(page.get_by_text("Police graded it medium")).to_be_visible()
    expect(page.get_by_text("The hub has not looked at it yet.")).to_be_visible()
    look(page, "incident")


def when_the_school_is_told(page: Page, look) -> None:
    child = page.get_by_role("region", name="Tamsyn Quillfeather")
    child.get_by_role("link", name="Record that it was told, or why not").click()
    page.get_by_role("button", name="Save").click()
    look(page, "word-to-school-error")
    page.get_by_label("Yes").check()
    page.get_by_label("Who was told?").fill("Ms Bray, Designated Safeguarding Lead")
    page.get_by_label("Telephone").check()
    page.get_by_role("button", name="Save").click()
    expect(child.get_by_text("The school was told")).to_be_visible()


def when_the_conference_is_added(page: Page, look) -> None:
    page.get_by_role("link", name="Change the incident, or add its conference").click()
    page.get_by_label("What was agreed there").fill("The police visit on Friday.")
    look(page, "incident-form")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("The police visit on Friday.")).to_be_visible()


def and_a_school_may_not_send_files(page: Page, look) -> None:
    assert page.goto("/mash/deliveries").status == 403
    look(page, "deliveries-refused")
