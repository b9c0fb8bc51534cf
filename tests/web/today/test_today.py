"""Each person's first page says what is theirs to do now, and leads back to the lists they saved."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from kinfold.web.access.permissions import ROLES, Role
from kinfold.web.core import clock
from kinfold.web.core.rules import RuleBroken
from kinfold.web.deadlines import actions as deadlines
from kinfold.web.deadlines import selectors as deadline_rows
from kinfold.web.mash.deadline_kinds import CONTACT_DECISION
from kinfold.web.notices import actions as notices
from kinfold.web.record.notices import BORN
from kinfold.web.today import saved
from kinfold.web.today.cards import cards
from kinfold.web.today.models import SavedView
from tests import factories


def titles(as_app, user) -> list[str]:
    with as_app(user):
        return [card.title for card in cards(user, clock.now())]


@pytest.mark.parametrize("role", sorted(set(ROLES) - {Role.AGENCY_SYSTEM}))
def test_everybody_has_a_first_page_or_their_boards(browser_of, role):
    browser = browser_of(factories.worker(role))
    first = browser.get("/")["Location"]
    assert first == ("/your-boards" if role in (Role.BOARD_CHAIR, Role.BOARD_SUPPORT) else "/today")
    assert browser.get("/today").status_code == 200


def test_the_hub_reads_the_most_urgent_contacts_first(as_app, browser_of):
    hub = factories.team("mash", name="The hub")
    decider = factories.worker(Role.MASH_DECISION_MAKER, team=hub)
    for rating, name in (("green", "Gwen"), ("red", "Rhys"), ("", "Una")):
        child = factories.contact_child(factories.contact(rating=rating), described_forename=name)
        deadlines.start(CONTACT_DECISION, about=child, at=clock.now(), team=hub)
    page = browser_of(decider).get("/today").text
    assert page.index("Una") < page.index("Rhys") < page.index("Gwen")
    assert "The board: 3 contacts not finished" in page
    assert "Write down a call" in page


def test_a_teacher_reads_what_became_of_their_contacts_and_nothing_of_others(as_app, browser_of):
    teacher = factories.worker(Role.SAFEGUARDING_LEAD)
    mine = factories.contact(referrer=teacher, agency=teacher.agency, received_at=clock.now() - timedelta(days=1))
    factories.grant(mine, teacher)
    factories.contact_child(mine, described_forename="Ottilie")
    factories.contact_child(factories.contact(received_at=clock.now()), described_forename="Secret")
    page = browser_of(teacher).get("/today").text
    assert "Ottilie" in page
    assert "Secret" not in page
    assert "not answered yet" in page
    assert "Tell the hub about a child" in page


def test_a_manager_reads_what_is_overdue_in_each_team_and_whom_nobody_leads(as_app):
    team = factories.team("early_help", name="Early Help North")
    manager = factories.worker(Role.EARLY_HELP_MANAGER, team=team)
    assert "Your teams" in titles(as_app, manager)
    assert "At the hub" not in titles(as_app, manager)


def test_notices_stand_there_until_they_are_read(as_app, browser_of):
    lead = factories.worker()
    notices.notify(BORN, to=[lead], about_id=factories.person().pk)
    assert "New" in titles(as_app, lead)
    assert "New" not in titles(as_app, factories.worker())


def test_only_what_can_be_picked_is_kept_and_a_name_again_means_the_new(as_app):
    decider = factories.worker(Role.MASH_DECISION_MAKER)
    with as_app(decider):
        first = saved.save(page="mash:board", name="Ours", query={"rating": "red", "name": "Ottilie"}, by=decider)
        assert first.chosen == {"rating": "red"}
        second = saved.save(page="mash:board", name="ours", query={"rating": "amber"}, by=decider)
        assert (second.pk, second.chosen) == (first.pk, {"rating": "amber"})
        assert second.href == "/mash/board?rating=amber"


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"page": "record:search"}, "cannot be saved"),
        ({"query": {"words": "Ottilie"}}, "Choose something"),
        ({"name": " \u202e "}, "Give the view a name"),
        ({"name": "x" * 61}, "Give the view a name"),
    ],
)
def test_what_cannot_be_saved(as_app, said, sentence):
    decider = factories.worker(Role.MASH_DECISION_MAKER)
    what = {"page": "mash:board", "name": "Reds", "query": {"rating": "red"}, "by": decider} | said
    with as_app(decider), pytest.raises(RuleBroken, match=sentence):
        saved.save(**what)


def test_nobody_keeps_a_hundred(as_app):
    decider = factories.worker(Role.MASH_DECISION_MAKER)
    with as_app(decider):
        for number in range(saved.MOST):
            saved.save(page="mash:board", name=f"View {number}", query={"rating": "red"}, by=decider)
        with pytest.raises(RuleBroken, match="twenty views"):
            saved.save(page="mash:board", name="One more", query={"rating": "red"}, by=decider)


def test_a_view_is_saved_on_the_page_found_again_and_thrown_away(browser_of):
    decider = factories.worker(Role.MASH_DECISION_MAKER)
    browser = browser_of(decider)
    assert "Save this view" not in browser.get("/mash/board").text
    assert "Save this view" in browser.get("/mash/board?rating=red").text
    said = {"page": "mash:board", "query": "rating=red", "name": "Reds <b>first</b>"}
    page = browser.post(reverse("today:save_view"), said, follow=True).text
    assert "The view is saved" in page
    assert "Reds &lt;b&gt;first&lt;/b&gt;" in page
    assert "Throw the view" in page
    assert "Reds &lt;b&gt;first&lt;/b&gt;" in browser.get("/today").text
    other = browser_of(factories.worker(Role.MASH_DECISION_MAKER))
    view = SavedView.objects.get()
    away = reverse("today:throw_view_away", args=[view.pk])
    assert "Reds" not in other.get("/mash/board").text
    assert other.post(away).status_code == 404
    assert SavedView.objects.of(decider).exists()
    assert "thrown away" in browser.post(away, follow=True).text
    assert "Reds" not in browser.get("/mash/board?rating=red").text
    assert browser.post(away).status_code == 404
    nameless = browser.post(reverse("today:save_view"), said | {"name": ""}, follow=True)
    assert "Give the view a name" in nameless.text
    assert 'value="red" selected' in nameless.text  # what was picked is not lost
    forged = browser.post(reverse("today:save_view"), said | {"page": "no:such"}, follow=True)
    assert "cannot be saved" in forged.text


def test_a_tray_with_more_than_a_page_shows_says_so(browser_of, monkeypatch):
    monkeypatch.setattr(deadline_rows, "MOST_ROWS", 2)
    hub = factories.team("mash", name="The hub")
    manager = factories.worker(Role.MASH_MANAGER, team=hub)
    address = reverse("record:team_tray", args=[hub.pk])
    for number in range(3):
        child = factories.contact_child(factories.contact())
        deadlines.start(CONTACT_DECISION, about=child, at=clock.now() - timedelta(days=30), team=hub)
        assert ("More is due than one page shows" in browser_of(manager).get(address).text) is (number == 2)
    assert "3 or more overdue" in browser_of(manager).get("/today").text
