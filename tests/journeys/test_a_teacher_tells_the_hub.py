"""A teacher tells the hub about a girl and her sister, on a phone, with scripts and without."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.contact_form import ContactForm


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def form(request, as_persona):
    return ContactForm(as_persona("safeguarding-lead", narrow=True, scripts=request.param))


def test_a_teacher_tells_the_hub_about_two_sisters(form, looked_at, request):
    scripts = request.node.callspec.params["form"]
    look = looked_at if scripts else lambda page, name: None
    given_the_form_opens_with_what_to_do_in_an_emergency(form.page, look)
    when_i_say_who_the_children_are(form, look)
    and_what_happened(form, look)
    then_i_can_check_every_answer(form, look)
    and_change_one(form)
    when_i_send_it(form)
    then_i_have_a_reference_and_know_what_happens_next(form.page, look)
    and_it_stands_among_my_contacts(form.page, look)
    and_going_back_to_send_again_makes_no_second_contact(form.page)


def given_the_form_opens_with_what_to_do_in_an_emergency(page: Page, look) -> None:
    page.goto("/mash/tell-us")
    expect(page.get_by_role("heading", name="If a child is in danger now, call 999")).to_be_visible()
    expect(page.get_by_text("Out-of-hours team")).to_be_visible()
    expect(page.get_by_text("The MASH reads forms")).to_be_visible()
    look(page, "tell-us-start")


def when_i_say_who_the_children_are(form: ContactForm, look) -> None:
    form.begin()
    look(form.page, "tell-us-danger")
    form.nobody_in_danger()
    form.a_child_may_be_harmed()
    look(form.page, "tell-us-child")
    form.child("Maya", "8")
    form.home("12 Example Road")
    look(form.page, "tell-us-school")
    form.school_and_talking_as_they_stand()
    look(form.page, "tell-us-worries")
    form.worry("Neglect", "Domestic abuse", said="I do not like it when they shout.")
    look(form.page, "tell-us-children")
    form.another_child("Yes")
    form.child("Isla", "5")
    look(form.page, "tell-us-sister-home")
    form.same_home_as("Maya")
    form.school_and_talking_as_they_stand()
    form.worry("Domestic abuse")
    form.another_child("No")


def and_what_happened(form: ContactForm, look) -> None:
    form.story("Maya came to school without a coat.", "Both girls love drawing.")
    form.assessment_could_not_wait()
    form.parents_do_not_agree()
    look(form.page, "tell-us-details")
    form.own_details("023 9200 0000")


def then_i_can_check_every_answer(form: ContactForm, look) -> None:
    form.heading("Check your answers")
    for words in ("Maya", "Isla", "I do not like it when they shout.", "Both girls love drawing.", "Neglect"):
        expect(form.page.get_by_text(words, exact=True).first).to_be_visible()
    look(form.page, "tell-us-check")


def and_change_one(form: ContactForm) -> None:
    form.page.get_by_role("link", name="Change What happened?").click()
    form.page.get_by_label("What happened?").fill("Maya came to school without a coat, twice.")
    form.go_on()
    expect(form.page.get_by_text("Maya came to school without a coat, twice.")).to_be_visible()


def when_i_send_it(form: ContactForm) -> None:
    form.send()


def then_i_have_a_reference_and_know_what_happens_next(page: Page, look) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text("Your form is sent")
    expect(page.get_by_text(re.compile(r"KF-\w{4}-\w{3}"))).to_be_visible()
    expect(page.get_by_text("A social worker decides what to do for each child by the end of")).to_be_visible()
    look(page, "tell-us-sent")


def and_it_stands_among_my_contacts(page: Page, look) -> None:
    page.goto("/mash/your-contacts")
    look(page, "your-contacts")
    page.get_by_role("link", name="Maya, Isla").first.click()
    expect(page.get_by_text("Received", exact=True)).to_be_visible()
    expect(page.get_by_text("Maya came to school without a coat, twice.")).to_be_visible()
    look(page, "your-contact")


def and_going_back_to_send_again_makes_no_second_contact(page: Page) -> None:
    page.goto("/mash/your-contacts")
    before = page.get_by_role("link", name="Maya, Isla").count()
    for _ in range(10):
        page.go_back()
        if page.url.endswith("/sent"):
            break
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("Your form is sent|Check your answers"))
    if page.get_by_role("button", name="Send to the hub").count():
        page.get_by_role("button", name="Send to the hub").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Your form is sent")
    page.goto("/mash/your-contacts")
    expect(page.get_by_role("link", name="Maya, Isla")).to_have_count(before)
