"""The Caldicott Guardian sees who looked at a family, and at a restricted one without learning who they are."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.journeys.family_pages import open_a_familys_page, open_the_first_child


def test_the_guardian_sees_who_looked_at_a_family(as_persona, looked_at):
    worker, guardian = as_persona("social-worker"), as_persona("caldicott-guardian")
    family = open_a_familys_page(worker)
    open_the_first_child(worker)
    when_the_guardian_asks_who_looked(guardian, family)
    then_the_worker_is_named_with_what_they_did(guardian, looked_at)


def test_a_restricted_family_is_known_by_its_reference(as_persona, looked_at):
    worker, manager = as_persona("early-help-lead"), as_persona("mash-manager")
    family = open_a_familys_page(worker)
    name = worker.get_by_role("heading", level=1).inner_text()
    when_the_manager_restricts_the_familys_record(manager, family, looked_at)
    then_the_hub_does_not_find_the_page(as_persona("mash-decision-maker"), family, looked_at)
    and_the_guardian_sees_who_looked_by_reference_alone(as_persona("caldicott-guardian"), family, name, looked_at)
    and_the_manager_opens_it_again(manager, family, looked_at)


def when_the_guardian_asks_who_looked(page: Page, family: str) -> None:
    page.goto(family)
    page.get_by_role("link", name="Who looked at this family").click()


def then_the_worker_is_named_with_what_they_did(page: Page, look) -> None:
    row = page.get_by_role("row").filter(has_text="Tobias Nkemelu").first
    expect(row).to_contain_text("Looked at the person’s page")
    look(page, "who-looked-family")


def when_the_manager_restricts_the_familys_record(page: Page, family: str, look) -> None:
    page.goto(family)
    page.get_by_role("link", name="Let fewer people see it").click()
    page.get_by_label("Why must fewer people see this?").fill("A colleague is a relative")
    page.get_by_label("Carys Whitlow").check()
    look(page, "restrict")
    page.get_by_role("button", name="Restrict the record").click()
    expect(page.get_by_text("Only the people you named see this family now")).to_be_visible()
    look(page, "family-restricted")


def then_the_hub_does_not_find_the_page(page: Page, family: str, look) -> None:
    answer = page.goto(family)
    assert answer
    assert answer.status == 404
    look(page, "not-found")


def and_the_guardian_sees_who_looked_by_reference_alone(page: Page, family: str, name: str, look) -> None:
    answer = page.goto(family)
    assert answer
    assert answer.status == 404
    page.goto("/who-looked")
    look(page, "who-looked")
    row = page.get_by_role("row").filter(has_text="Restricted the record").first
    expect(row).to_contain_text("Record ")
    row.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Who looked at Record")
    expect(page.get_by_text(name)).to_have_count(0)
    look(page, "who-looked-restricted")


def and_the_manager_opens_it_again(page: Page, family: str, look) -> None:
    page.goto(family)
    page.get_by_role("link", name="Open it again").click()
    look(page, "open-again")
    page.get_by_label("Why?").fill("The colleague has left")
    page.get_by_role("button", name="Open it again").click()
    expect(page.get_by_text("see this family again")).to_be_visible()
