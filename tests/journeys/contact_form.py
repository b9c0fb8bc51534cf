"""How a person walks through the contact form in a browser: each page answered as it comes, by its own words."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Page, expect


@dataclass
class ContactForm:
    """The form in one browser. Each method answers one page, or one child's pages, and goes on."""

    page: Page

    def begin(self) -> None:
        self.page.goto("/mash/tell-us")
        self.page.get_by_role("button", name="Start now").click()

    def go_on(self) -> None:
        self.page.get_by_role("button", name="Continue", exact=True).click()

    def heading(self, words: str) -> None:
        expect(self.page.get_by_role("heading", level=1)).to_have_text(words)

    def nobody_in_danger(self) -> None:
        self.heading("Is anyone in danger right now?")
        self.page.get_by_label("No", exact=True).check()
        self.go_on()

    def a_child_may_be_harmed(self) -> None:
        self.page.get_by_label("I think a child is being harmed, or may be harmed").check()
        self.go_on()

    def child(self, name: str, age: str, surname: str = "") -> None:
        self.heading("Who is the child?")
        self.page.get_by_label("First name").fill(name)
        self.page.get_by_label("Last name").fill(surname)
        self.page.get_by_label("I only know about how old they are").check()
        self.page.get_by_label("About how old?").fill(age)
        self.page.get_by_label("Girl").check()
        self.go_on()

    def home(self, address: str) -> None:
        self.page.get_by_label("Address", exact=False).fill(address)
        self.go_on()

    def same_home_as(self, name: str) -> None:
        self.page.get_by_label(f"The same home and family as {name}").check()
        self.go_on()

    def school_and_talking_as_they_stand(self) -> None:
        self.go_on()
        self.go_on()

    def worry(self, *worries: str, said: str = "") -> None:
        for worry in worries:
            self.page.get_by_label(worry, exact=True).check()
        self.page.get_by_label("said?").fill(said)
        self.go_on()

    def another_child(self, answer: str) -> None:
        self.heading("Children you have told us about")
        self.page.get_by_label(answer, exact=True).check()
        self.go_on()

    def story(self, happened: str, strengths: str) -> None:
        self.page.get_by_label("What happened?").fill(happened)
        self.go_on()
        self.page.get_by_label("What is going well for the family?").fill(strengths)
        self.go_on()

    def assessment_could_not_wait(self) -> None:
        self.page.get_by_label("No", exact=True).check()
        self.page.get_by_label("The worry could not wait").check()
        self.go_on()

    def parents_do_not_agree(self) -> None:
        self.heading("Have you told the parents or carers?")
        self.page.get_by_label("Yes", exact=True).first.check()
        self.page.get_by_label("No, they do not agree").check()
        self.go_on()

    def parents_must_not_know(self, agreed_by: str) -> None:
        self.heading("Have you told the parents or carers?")
        self.page.get_by_label("No", exact=True).first.check()
        self.page.get_by_role("group", name="Would telling them put someone at risk?").get_by_label("Yes").check()
        self.page.get_by_label("Who agreed not to tell them yet?").fill(agreed_by)
        self.page.get_by_role("group", name="Why have they not been told?").get_by_role("radio").first.check()
        self.go_on()

    def own_details(self, telephone: str) -> None:
        self.heading("Your details")
        expect(self.page.get_by_label("Your name")).not_to_have_value("")
        self.page.get_by_label("Your telephone number").fill(telephone)
        self.go_on()

    def send(self) -> None:
        self.heading("Check your answers")
        self.page.get_by_role("button", name="Send to the hub").click()
