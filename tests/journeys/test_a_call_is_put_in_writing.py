"""A teacher rings the hub, which writes it down and does not wait; she puts it in writing from her own tray."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.journeys.contact_form import ContactForm

CHILD = "Bramble Cole"
HEARD, WRITTEN = "She has a mark on her arm.", "It was on her left arm, and I saw it on Tuesday."


def test_a_call_is_put_in_writing(as_persona, looked_at):
    duty, teacher = as_persona("mash-decision-maker"), as_persona("safeguarding-lead", narrow=True)
    when_the_hub_writes_down_a_call(duty, looked_at)
    then_it_is_on_the_board_and_nobody_waits(duty, looked_at)
    and_the_teacher_has_it_in_her_tray(teacher, looked_at)
    when_she_puts_it_in_writing(teacher, looked_at)
    then_the_hub_reads_it(duty, looked_at)


def when_the_hub_writes_down_a_call(page: Page, look) -> None:
    page.goto("/mash/tell-us")
    look(page, "tell-us-hub")
    page.get_by_role("button", name="Record a contact for somebody else").click()
    page.get_by_label("Somebody through their work").check()
    page.get_by_label("Where do they work?").select_option(label="School")
    look(page, "tell-us-caller")
    form = ContactForm(page)
    form.go_on()
    form.nobody_in_danger()
    form.a_child_may_be_harmed()
    form.child(*CHILD.split()[:1], "8", CHILD.split()[1])
    form.home("12 Example Road")
    form.school_and_talking_as_they_stand()
    form.worry("Physical abuse")
    form.another_child("No")
    form.story(HEARD, "")
    form.assessment_could_not_wait()
    page.get_by_label("Not known", exact=True).check()
    form.go_on()
    page.get_by_label("Their name").fill("Amara Osei")
    page.get_by_label("Their e-mail address").fill("safeguarding-lead@demo.example")
    form.go_on()
    expect(page.get_by_text("They are asked to put it in writing")).to_be_visible()
    look(page, "tell-us-check-call")
    page.get_by_role("button", name="Put it on the board").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("The contact is on the board")
    look(page, "tell-us-sent-call")


def then_it_is_on_the_board_and_nobody_waits(page: Page, look) -> None:
    page.goto("/mash/board")
    page.get_by_role("link", name=CHILD, exact=True).first.click()
    expect(page.get_by_text("Do not wait for it to decide.")).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("Decide"))).to_be_visible()
    look(page, "hub-contact-call")


def and_the_teacher_has_it_in_her_tray(page: Page, look) -> None:
    page.goto("/work")
    look(page, "tray-in-writing")
    page.get_by_role("link", name="Put a call to the MASH in writing").first.click()


def when_she_puts_it_in_writing(page: Page, look) -> None:
    expect(page.get_by_role("heading", name="If a child is in danger now, call 999")).to_be_visible()
    expect(page.get_by_text(HEARD)).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    look(page, "in-writing")
    page.get_by_role("button", name="Send to the hub").click()
    expect(page.get_by_text("Write down what you told the hub").first).to_be_visible()
    look(page, "in-writing-error")
    page.get_by_label("What did you tell the hub?").fill(WRITTEN)
    page.get_by_role("button", name="Send to the hub").click()
    expect(page.get_by_text("The hub has it in writing now.")).to_be_visible()
    look(page, "your-contact-in-writing")


def then_the_hub_reads_it(page: Page, look) -> None:
    page.reload()
    expect(page.get_by_text(WRITTEN)).to_be_visible()
    look(page, "hub-contact-in-writing")
