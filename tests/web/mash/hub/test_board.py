"""The board: what is not finished, by what it waits for, in as many queries for ten contacts as for two."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kinfold.web.access.permissions import Role
from kinfold.web.casework.actions import offer_handover, refuse_handover
from kinfold.web.core.rules import RuleBroken
from kinfold.web.deadlines.models import Deadline
from kinfold.web.mash.actions.harm import take_up_harm
from kinfold.web.mash.actions.rating import rate
from kinfold.web.mash.models import Contact, ContactChild
from kinfold.web.mash.selectors import board as selectors
from kinfold.web.mash.selectors.board import board
from kinfold.web.mash.selectors.shifts import standing
from tests import factories
from tests.factories.days import NOW


def sections(viewer, **chosen):
    return {one.key: [row.contact for row in one.rows] for one in board(viewer, NOW, **chosen).sections if one.rows}


def test_what_is_not_rated_stands_on_top_and_what_came_at_night_in_a_list_of_its_own(as_app, told, decider):
    fresh, night = told().contact, told(out_of_hours=True).contact
    red, amber = told().contact, told(received_at=NOW - timedelta(hours=5)).contact
    with as_app(decider):
        rate(contact=amber, rating="amber", by=decider, at=NOW)
        rate(contact=red, rating="red", by=decider, at=NOW)
        shown = sections(decider)
    assert shown == {"unrated": [fresh], "out_of_hours": [night], "deciding": [red, amber]}
    assert list(shown) == ["unrated", "out_of_hours", "deciding"]


def test_somebody_in_danger_now_stands_first_and_then_what_is_due_first(as_app, told, decider):
    later, sooner = told().contact, told(received_at=NOW - timedelta(days=2)).contact
    danger = told(immediate_danger=True).contact
    with as_app(decider):
        assert sections(decider)["unrated"] == [danger, sooner, later]


def test_finished_contacts_are_not_on_it(as_app, told, decider):
    child = told()
    ContactChild.objects.filter(pk=child.pk).update(decision="advice", decided_at=NOW)
    Deadline.objects.update(met_at=NOW)
    with as_app(decider):
        assert sections(decider) == {}


def test_it_is_filtered_by_rating_and_agency(as_app, told, decider, teacher):
    fresh, red = told().contact, told().contact
    with as_app(decider):
        rate(contact=red, rating="red", by=decider, at=NOW)
        assert sections(decider, rating="red") == {"deciding": [red]}
        assert sections(decider, rating="unrated") == {"unrated": [fresh]}
        assert sections(decider, agency=str(teacher.agency_id)).keys() == {"unrated", "deciding"}
        assert sections(decider, agency="not-an-agency") == {}
        found = board(decider, NOW, rating="red")
    assert (found.total, found.shown) == (2, 1)


def test_more_contacts_take_no_more_queries(as_app, told, decider):
    def queries():
        with (
            as_app(decider),
            CaptureQueriesContext(
                connection,
            ) as asked,
        ):
            board(decider, NOW)
        return len(asked)

    told()
    queries()  # who the viewer is, is asked once
    few = queries()
    for _ in range(8):
        told(told().contact)
    assert queries() == few <= 16


def test_a_restricted_contact_is_only_on_the_board_of_those_who_may_see_it(as_app, told, decider, manager):
    contact = told(record=factories.record("restricted")).contact
    factories.grant(contact, manager)
    with as_app(decider):
        assert sections(decider) == {}
    with as_app(manager):
        assert sections(manager) == {"unrated": [contact]}


@pytest.fixture
def harm(as_app, family, hub_team):
    lead = factories.worker(Role.EARLY_HELP_LEAD)
    episode = factories.episode(family, "early_help")
    factories.lead(episode, lead)
    with as_app(lead):
        return offer_handover(
            kind="significant_harm", episode=episode, people=family.children, to_team=hub_team,
            reason="He came in with burns.", by=lead, at=NOW - timedelta(hours=3),
        )  # fmt: skip


def test_significant_harm_stands_on_the_board_with_its_clock_and_becomes_a_contact(as_app, harm, decider, family):
    with as_app(decider):
        found = board(decider, NOW)
        assert [row.handover for row in found.harm] == [harm]
        assert found.harm[0].due_at is not None
        contact = take_up_harm(handover=harm, by=decider, at=NOW)
        assert take_up_harm(handover=harm, by=decider, at=NOW) == contact
        assert not board(decider, NOW).harm
        assert sections(decider) == {"unrated": [contact]}

    assert Contact.objects.count() == 1
    assert contact.what_happened == "He came in with burns."
    assert contact.received_at == harm.offered_at
    assert {child.person for child in contact.children.all()} == set(family.children)
    started = set(Deadline.objects.filter(kind="contact_decision").values_list("started_at", flat=True))
    assert started == {harm.offered_at}
    assert Deadline.objects.get(about_id=harm.pk).met_at == NOW


def test_significant_harm_cannot_be_declined(as_app, harm, decider):
    with as_app(decider), pytest.raises(RuleBroken, match="cannot be declined"):
        refuse_handover(handover=harm, reason="No", by=decider, at=NOW)


@pytest.fixture
def many(told, decider, as_app, monkeypatch):
    """Eight not yet rated, of which the newest is in danger; two red, one of them overdue; a page has room for five."""
    monkeypatch.setattr(selectors, "MOST_ROWS", 5)
    monkeypatch.setattr(selectors, "EACH_RATING", 2)
    fresh = [told(received_at=NOW - timedelta(minutes=60 - n), immediate_danger=n == 7).contact for n in range(8)]
    red = [told(received_at=NOW - timedelta(hours=n)).contact for n in (30, 1)]
    with as_app(decider):
        for one in red:
            rate(contact=one, rating="red", by=decider, at=NOW)
    return fresh, red


def test_a_page_without_room_shows_the_most_urgent_of_each_rating_and_says_what_is_not_there(as_app, many, decider):
    fresh, red = many
    with as_app(decider):
        found = board(decider, NOW)
        shown = sections(decider)
    assert shown == {"unrated": [fresh[7], fresh[0], fresh[1]], "deciding": red}
    assert (found.total, found.shown, found.hidden_of) == (10, 5, {"": 5})
    assert set(found.hidden) == {one.pk for one in fresh[2:7]}


@pytest.mark.usefixtures("many")
def test_a_filter_finds_what_had_no_room(as_app, decider, teacher):
    with as_app(decider):
        found = board(decider, NOW, rating="unrated")
        assert [len(section.rows) for section in found.sections if section.rows] == [5]
        assert (found.total, found.hidden_of) == (10, {"": 3})
        assert board(decider, NOW, rating="green").shown == 0
        assert str(teacher.agency_id) in dict(found.agencies)


def test_what_has_no_room_is_said_on_every_page_and_counted(as_app, many, decider, browser_of):
    children = ContactChild.objects.filter(contact__in=many[0])
    Deadline.objects.filter(about_id__in=children.values("pk")).update(due_at=NOW - timedelta(minutes=1))
    browser = browser_of(decider)
    for address in ("/mash/board", "/mash/board/on-paper"):
        page = " ".join(browser.get(address).text.split())
        assert "5 contacts are not shown" in page
        assert "5 not yet rated" in page
    with as_app(decider):
        stands = standing(decider, NOW)
    assert (stands.waiting, stands.unrated, stands.red, stands.overdue) == (10, 8, 2, 9)


def test_answers_without_room_are_counted(as_app, told, decider, monkeypatch, browser_of):
    monkeypatch.setattr(selectors, "MOST_ANSWERS", 1)
    for child in (told(), told()):
        ContactChild.objects.filter(pk=child.pk).update(decision="advice", decided_at=NOW)
    with as_app(decider):
        found = board(decider, NOW)
    assert (found.total, found.shown, found.hidden_answers) == (2, 1, 1)
    assert "1 more answer waits to be sent" in browser_of(decider).get("/mash/board").text
