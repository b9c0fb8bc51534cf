"""Steps that several stories about the hub share: a teacher tells it, a worker finds the contact and says who it is."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from tests.journeys.contact_form import ContactForm


def tell_the_hub(
    page: Page,
    *children: str,
    age: str = "8",
    happened: str = "She came to school without a coat.",
    secretly: bool = False,
) -> str:
    """A teacher sends the form about these children ("First Family"), each two years younger; returns the reference."""
    form = ContactForm(page)
    form.begin()
    form.nobody_in_danger()
    form.a_child_may_be_harmed()
    for place, name in enumerate(children):
        forename, _, surname = name.partition(" ")
        form.child(forename, str(int(age) - 2 * place), surname)
        if place:
            form.same_home_as(children[0].split()[0])
        else:
            form.home("12 Example Road")
        form.school_and_talking_as_they_stand()
        form.worry("Neglect", said="I was cold.")
        form.another_child("No" if place == len(children) - 1 else "Yes")
    form.story(happened, "Her mother comes when we ring.")
    form.assessment_could_not_wait()
    if secretly:
        form.parents_must_not_know("The headteacher")
    else:
        form.parents_do_not_agree()
    form.own_details("023 9200 0000")
    form.send()
    reference = page.get_by_text(re.compile(r"KF-\w{4}-\w{3}")).first.inner_text()
    return re.search(r"KF-\w{4}-\w{3}", reference)[0]


def open_contact(page: Page, *children: str) -> None:
    """From the board, by the children's names."""
    page.goto("/mash/board")
    page.get_by_role("link", name=", ".join(children), exact=True).first.click()


def rate(page: Page, colour: str) -> None:
    page.get_by_role("link", name=re.compile("Rate it|Change the rating")).click()
    page.get_by_label(colour, exact=True).check()
    page.get_by_role("button", name="Save the rating").click()
    expect(page.get_by_text(f"Rated {colour.lower()}.")).to_be_visible()


def child_section(page: Page, name: str) -> Locator:
    return page.get_by_role("region", name=name, exact=True)


def record_new_child(page: Page, name: str, family: str = "A new family") -> None:
    child_section(page, name).get_by_role("link", name="Nobody knows this child yet: record them").click()
    page.get_by_role("group", name="Is the child born yet?").get_by_label("Yes", exact=True).check()
    page.get_by_label(family, exact=True).check()
    page.get_by_role("button", name="Record and match").click()
    expect(page.get_by_text(f"{name} is recorded and matched.")).to_be_visible()


def start_decision(page: Page, name: str) -> None:
    page.get_by_role("button", name=f"Decide for {name}").click()
    expect(page.get_by_role("heading", level=1, name=f"Decide for {name}")).to_be_visible()


def containing(words: str) -> re.Pattern[str]:
    """These words anywhere in a box's value."""
    return re.compile(re.escape(words))
