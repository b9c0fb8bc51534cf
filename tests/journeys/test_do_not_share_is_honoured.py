"""“Do not share with” holds on every page, in every list and on paper; a plan with one parent alone is theirs."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.journeys.family_help import open_first_family, share_with, write_a_plan

SECRET = "Somewhere safe for mum to talk"


def test_do_not_share_is_honoured(as_persona: Callable[..., Page], looked_at: Callable[..., None]):
    page = as_persona("early-help-lead")
    open_first_family(page)
    page.get_by_role("button", name="Write a plan", exact=True).click()
    write_a_plan(page, SECRET)
    page.get_by_role("link", name="Decide who may see it").click()
    looked_at(page, "sharing")
    page.go_back()
    named, kept = share_with(page, yes=0, no=1, why="They do not live together")

    then_the_worker_is_warned_on_the_screen(page, kept)
    then_only_who_may_see_it_has_a_copy(page, named, kept, looked_at)


def then_the_worker_is_warned_on_the_screen(page, kept):
    expect(page.get_by_text(f"Do not share with {kept}", exact=True)).to_be_visible()


def then_only_who_may_see_it_has_a_copy(page, named, kept, looked_at):
    page.get_by_role("link", name="Copies for the family").click()
    expect(page.get_by_role("link", name=f"A copy for {named}")).to_be_visible()
    expect(page.get_by_role("link", name=f"A copy for {kept}")).to_have_count(0)
    looked_at(page, "copies")
    with page.expect_download() as saved:
        page.get_by_role("link", name=re.compile("As a PDF")).first.click()
    assert saved.value.path().read_bytes().startswith(b"%PDF")
    page.get_by_role("link", name=f"A copy for {named}").click()
    paper = page.locator(".kf-paper")
    expect(paper).to_contain_text(SECRET)
    expect(paper).not_to_contain_text(kept)
    looked_at(page, "copy")
    page.emulate_media(media="print")
    expect(page.get_by_role("button", name="Sign out")).to_be_hidden()


def test_a_plan_with_one_parent_alone_is_seen_by_those_it_names(
    as_persona: Callable[..., Page], looked_at: Callable[..., None]
):
    page = as_persona("early-help-lead")
    open_first_family(page)
    help_of_family = page.url
    page.get_by_role("button", name="Write a plan", exact=True).click()
    page.get_by_label("A separate plan with one parent").check()
    page.get_by_role("group", name="Which parent?").get_by_role("radio").first.check()
    looked_at(page, "new-plan-one-parent")
    page.get_by_role("button", name="Begin the plan").click()
    expect(page.get_by_text("only the people named in it can open it")).to_be_visible()
    address = page.url

    manager = as_persona("early-help-manager")
    manager.goto(help_of_family)
    expect(manager.get_by_text("Only those named")).to_have_count(0)
    answer = manager.goto(address)
    assert answer is not None
    assert answer.status == 404
