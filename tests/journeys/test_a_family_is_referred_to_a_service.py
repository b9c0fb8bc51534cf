"""A service is entered, a family is referred to it, gets a place and ends well; others see numbers and no names."""

from __future__ import annotations

from playwright.sync_api import Page, expect

NAME = "Calm evenings"


def test_a_family_is_referred_gets_a_place_and_ends_well(as_persona, looked_at, served):
    when_the_manager_enters_a_service(as_persona("early-help-manager"), looked_at)
    lead = as_persona("early-help-lead", narrow=True)
    then_the_lead_finds_it_for_a_family(lead, looked_at)
    when_the_lead_refers_without_agreement_it_is_refused(lead, looked_at)
    then_it_waits_begins_and_ends(lead, looked_at)
    then_it_is_counted_and_names_nobody(as_persona("board-support"), looked_at)
    then_the_wrong_roles_are_refused(as_persona("analyst"))
    then_anybody_reads_of_the_service_by_open_referral(lead, served)


def when_the_manager_enters_a_service(page: Page, look) -> None:
    page.goto("/services/")
    page.get_by_role("button", name="Add a service").click()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Enter the name of the service").first).to_be_visible()
    look(page, "service-mistakes")
    page.get_by_label("Name of the service").fill(NAME)
    page.get_by_label("Which organisation runs it?").fill("Harbour Family Hubs")
    page.get_by_label("What does it do?").fill("Bedtimes without shouting, in six evenings.")
    page.get_by_label("Behaviour and routines").check()
    page.get_by_label("Free", exact=True).check()
    page.get_by_role("group", name="Do families come by referral?").get_by_label("Yes").check()
    page.get_by_label("How many families can be there at once?").fill("1")
    page.get_by_label("Telephone", exact=False).first.fill("01632 960444")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("The service is in the directory.")).to_be_visible()
    look(page, "service")


def then_the_lead_finds_it_for_a_family(page: Page, look) -> None:
    page.goto("/early-help/families?whose=mine")
    page.locator("table .govuk-table__body th a").first.click()
    page.get_by_role("button", name="Find a service").click()
    look(page, "service-choose")
    page.get_by_label("Words").fill("bedtimes")
    page.get_by_label("Child’s age").fill("")
    page.get_by_role("button", name="Find", exact=True).click()
    page.get_by_role("link", name=NAME).click()
    expect(page.get_by_text("0 of 1 place taken. Nobody waits.")).to_be_visible()


def when_the_lead_refers_without_agreement_it_is_refused(page: Page, look) -> None:
    page.get_by_role("checkbox").first.check()
    page.get_by_label("I refer them").check()
    page.get_by_label("What do they hope for from it?").fill("Evenings in peace.")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("A family is referred only when it agrees").first).to_be_visible()
    expect(page.get_by_label("What do they hope for from it?")).to_have_value("Evenings in peace.")
    look(page, "service-not-agreed")
    page.get_by_label("They agreed to be referred").check()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("They are referred.")).to_be_visible()


def then_it_waits_begins_and_ends(page: Page, look) -> None:
    page.get_by_role("link", name=NAME).first.click()
    look(page, "service-waiting")
    page.get_by_label("They have a place and have begun").check()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="There now: 1")).to_be_visible()
    look(page, "service-families")
    page.get_by_role("table").get_by_role("link").first.click()
    page.get_by_label("They finished it").check()
    page.get_by_label("What changed?").fill("We read together now.")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="There now: 0")).to_be_visible()


def then_it_is_counted_and_names_nobody(page: Page, look) -> None:
    page.goto("/services/used")
    row = page.get_by_role("row").filter(has_text=NAME)
    expect(row).to_contain_text("1 of 1")
    look(page, "services-used")


def then_the_wrong_roles_are_refused(page: Page) -> None:
    for address in ("/services/", "/services/used", "/services/take-in"):
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == 403, address


def then_anybody_reads_of_the_service_by_open_referral(page: Page, served: str) -> None:
    found = page.request.get(f"{served}/api/oruk/services?search=bedtimes").json()
    assert [one["name"] for one in found["contents"]] == [NAME]
