"""A mother and her children have fled: where they live now is for those who need it, and for nobody else."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.journeys.family_pages import open_a_familys_page, open_the_first_child, saved, write_date

SECRET = "61 Hidden Lantern Road"


def test_a_confidential_address_stays_secret(as_persona, looked_at):
    social_worker, hub = as_persona("social-worker"), as_persona("mash-decision-maker", narrow=True)
    open_a_familys_page(social_worker)
    child = open_the_first_child(social_worker)
    given_the_family_has_moved(social_worker, looked_at)
    when_their_social_worker_keeps_the_address_secret(social_worker, looked_at)
    then_the_social_worker_still_sees_it(social_worker, looked_at)
    but_the_hub_sees_only_that_there_is_one(hub, child, looked_at)
    and_cannot_write_another_address_over_it(hub, child, looked_at)
    and_nobody_writes_it_down_by_mistake(social_worker, child, looked_at)


def given_the_family_has_moved(page: Page, look) -> None:
    page.get_by_role("link", name="New address").click()
    page.get_by_label("Building and street").fill(SECRET)
    page.get_by_label("Town or city").fill("Portsmouth")
    page.get_by_label("Postcode").fill("po4 9zz")
    write_date(page, "since", 20, 11, 2026)
    look(page, "new-address")
    page.get_by_role("button", name="Save").click()
    saved(page, "address is saved")


def when_their_social_worker_keeps_the_address_secret(page: Page, look) -> None:
    page.get_by_role("link", name="Keep the address secret").click()
    look(page, "keep-secret")
    page.get_by_label("Why must the address be kept secret?").fill("Their father is looking for them")
    page.get_by_role("button", name="Keep it secret").click()
    saved(page, "now confidential")


def then_the_social_worker_still_sees_it(page: Page, look) -> None:
    expect(page.get_by_text(SECRET)).to_be_visible()
    expect(page.get_by_text("You are one of the few who may see it")).to_be_visible()
    look(page, "child-secret-known")


def but_the_hub_sees_only_that_there_is_one(page: Page, child: str, look) -> None:
    page.goto(child)
    expect(page.get_by_text("so the address, school and surgery are not shown")).to_be_visible()
    expect(page.get_by_text(SECRET)).to_have_count(0)
    look(page, "child-secret")


def and_cannot_write_another_address_over_it(page: Page, child: str, look) -> None:
    page.goto(child)
    page.get_by_role("link", name="New address").click()
    page.get_by_label("Building and street").fill("1 Another Road")
    write_date(page, "since", 21, 11, 2026)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Only somebody who may see it can change it").first).to_be_visible()
    look(page, "new-address-refused")


def and_nobody_writes_it_down_by_mistake(page: Page, child: str, look) -> None:
    page.goto(child)
    page.get_by_role("link", name="Change details").click()
    page.get_by_label("How they communicate").fill("Text her first. She is at 61 hidden lantern rd.")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("must stay secret").first).to_be_visible()
    expect(page.get_by_label("How they communicate")).to_have_value("Text her first. She is at 61 hidden lantern rd.")
    look(page, "details-secret")
