"""A family's file grows with the family: a baby to come, a move, an uncle; and the hub mends a double record."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.family_pages import open_a_familys_page, saved, write_date


@pytest.mark.parametrize("narrow", [False, True], ids=["at a desk", "on a phone"])
def test_a_worker_keeps_a_familys_file(as_persona, looked_at, narrow):
    page = as_persona("early-help-lead", narrow=narrow)
    given_i_have_opened_a_familys_page(page, looked_at)
    when_i_add_a_child_not_yet_born(page, looked_at)
    then_the_childs_page_says_when_the_baby_is_due(page, looked_at)
    aunt = "Aunt Penhaligon" if narrow else "Aunt Example"  # somebody on file is not recorded a second time
    when_i_say_how_to_speak_with_them_and_who_is_who(page, looked_at, aunt)
    then_it_stands_at_the_head_of_the_page(page, aunt)
    when_the_relationship_ends(page, looked_at, aunt)
    then_it_is_no_longer_on_the_page(page, aunt)
    when_i_give_an_impossible_number(page)
    then_i_am_told_in_plain_words(page, looked_at)


def test_the_hub_finds_two_records_of_one_child_and_joins_them(as_persona, looked_at):
    family = open_a_familys_page(as_persona("social-worker"))
    hub = as_persona("mash-manager")
    hub.goto(family)
    add_a_child(hub, "Marigold Twicerton")
    saved(hub, "is added")
    hub.goto(family)
    add_a_child(hub, "Marygold Twicerton")
    then_i_am_asked_whether_they_are_on_file(hub, looked_at)
    when_i_search_with_a_typing_error(hub, looked_at)
    then_both_are_found_with_the_reasons_why(hub)
    when_i_compare_and_join_them(hub, looked_at)
    colleague = as_persona("mash-decision-maker")
    colleague.goto(hub.url)
    when_a_colleague_looks_at_both_and_agrees(colleague, looked_at)
    then_search_finds_one(hub)


def given_i_have_opened_a_familys_page(page: Page, look) -> None:
    open_a_familys_page(page)
    look(page, "family")


def when_i_add_a_child_not_yet_born(page: Page, look) -> None:
    page.get_by_role("button", name="Add somebody to the family").click()
    page.get_by_role("button", name="Add them").click()
    expect(page.get_by_text("There is a problem")).to_be_visible()
    look(page, "add-to-family-error")
    page.get_by_label("A child not yet born").check()
    write_date(page, "expected_on", 3, 9, 2031)
    page.get_by_role("button", name="Add them").click()
    saved(page, "is added")


def then_the_childs_page_says_when_the_baby_is_due(page: Page, look) -> None:
    expect(page.get_by_text("3 September 2031")).to_be_visible()
    look(page, "child-unborn")


def when_i_say_how_to_speak_with_them_and_who_is_who(page: Page, look, aunt: str) -> None:
    page.get_by_role("link", name="Who is who").click()
    page.get_by_label("Somebody not yet recorded").check()
    page.get_by_label("Their first name").fill(aunt.split()[0])
    page.get_by_label("Their family name").fill(aunt.split()[1])
    page.get_by_label("What are they to the child?").select_option("other")
    page.get_by_role("group", name="Do they hold parental responsibility?").get_by_label("No").check()
    look(page, "relationship")
    page.get_by_role("button", name="Save").click()
    saved(page, "saved")
    page.get_by_role("link", name="Change details").click()
    page.get_by_label("How they communicate").fill(f"Not yet born: speak with {aunt}")
    look(page, "details")
    page.get_by_role("button", name="Save").click()


def then_it_stands_at_the_head_of_the_page(page: Page, aunt: str) -> None:
    expect(page.locator(".kf-case")).to_contain_text(f"speak with {aunt}")
    expect(page.get_by_role("link", name=aunt)).to_be_visible()


def when_the_relationship_ends(page: Page, look, aunt: str) -> None:
    page.get_by_text("Has one of these ended?").click()
    page.get_by_role("link", name=f"{aunt}: ").click()
    expect(page.get_by_text(f"{aunt}, other.")).to_be_visible()
    look(page, "end-relationship")
    page.get_by_label("It was so, and is over").check()
    write_date(page, "on", 1, 9, 2026)
    page.get_by_role("button", name="Save").click()
    saved(page, "It is no longer shown")


def then_it_is_no_longer_on_the_page(page: Page, aunt: str) -> None:
    expect(page.get_by_role("link", name=aunt)).to_have_count(0)


def when_i_give_an_impossible_number(page: Page) -> None:
    page.get_by_role("link", name="Add a number").click()
    page.get_by_label("NHS number", exact=True).check()
    page.get_by_label("Number", exact=True).fill("943 476 5918")
    page.get_by_role("button", name="Save").click()


def then_i_am_told_in_plain_words(page: Page, look) -> None:
    expect(page.get_by_role("link", name=re.compile("This is not a real NHS number"))).to_be_visible()
    look(page, "number-error")


def add_a_child(page: Page, name: str) -> None:
    forename, surname = name.split()
    page.get_by_role("button", name="Add somebody to the family").click()
    page.get_by_label("A child", exact=True).check()
    write_date(page, "born_on", 7, 5, 2019)
    page.get_by_label("First name").fill(forename)
    page.get_by_label("Family name").fill(surname)
    page.get_by_role("button", name="Add them").click()


def then_i_am_asked_whether_they_are_on_file(page: Page, look) -> None:
    expect(page.get_by_role("button", name=re.compile("This is them.*Marigold Twicerton"))).to_be_visible()
    look(page, "add-alike")
    page.get_by_label("If it is none of them, how do you know?").fill("Her twin, says their father")
    page.get_by_role("button", name="Add them").click()
    saved(page, "is added")


def when_i_search_with_a_typing_error(page: Page, look) -> None:
    page.goto("/search")
    page.get_by_label("Name", exact=True).fill("Marigold Twicretun")
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_role("link", name=re.compile("Give a name and one thing more"))).to_be_visible()
    look(page, "search-error")
    write_date(page, "born_on", 5, 7, 2019)  # the day and the month the wrong way round
    page.get_by_role("button", name="Search").click()
    look(page, "search-results")


def then_both_are_found_with_the_reasons_why(page: Page) -> None:
    found = page.locator(".kf-candidates__one")
    expect(found.filter(has_text="Twicerton")).to_have_count(2)
    expect(found.first).to_contain_text("Similar name")
    expect(found.first).to_contain_text("Day and month of birth the other way round")


def when_i_compare_and_join_them(page: Page, look) -> None:
    page.get_by_role("link", name="Marygold Twicerton").click()
    page.get_by_role("link", name="The same person as somebody else").click()
    look(page, "same-person")
    page.get_by_role("link", name="Marigold Twicerton").click()
    look(page, "compare")
    page.get_by_label("How do you know that they are one person?").fill("Same birthday, and their mother said so")
    page.get_by_role("button", name="They are one person").click()
    saved(page, "somebody else must look at both records")
    look(page, "joined-waits")


def when_a_colleague_looks_at_both_and_agrees(page: Page, look) -> None:
    look(page, "second-person")
    page.get_by_role("button", name="I agree: they are one person").click()
    page.get_by_role("link", name="They are two people after all").click()
    look(page, "part")


def then_search_finds_one(page: Page) -> None:
    page.goto("/search")
    page.get_by_label("Name", exact=True).fill("Marygold Twicerton")
    write_date(page, "born_on", 7, 5, 2019)
    page.get_by_role("button", name="Search").click()
    expect(page.locator(".kf-candidates__one").filter(has_text="Twicerton")).to_have_count(1)
