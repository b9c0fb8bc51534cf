"""A person's page, the family's page, the chronology, search and the tray."""

from __future__ import annotations

from datetime import date

import pytest

from kinfold.web.access.models import User
from kinfold.web.access.permissions import Role
from kinfold.web.audit.models import AuditEvent
from kinfold.web.casework import actions as casework
from kinfold.web.commitments.models import Commitment
from kinfold.web.core import clock
from kinfold.web.core.ids import new_id
from kinfold.web.deadlines import actions as deadlines
from kinfold.web.mash.deadline_kinds import CONTACT_DECISION, FEEDBACK_TO_REFERRER
from kinfold.web.mash.selectors.contacts import references
from kinfold.web.people.models import Address, Relationship
from kinfold.web.sharing.actions import record_agreement
from tests import factories
from tests.factories.days import LONG_AGO, TODAY


@pytest.fixture
def hub() -> User:
    return factories.worker(Role.MASH_MANAGER)


def test_a_childs_page_opens_for_those_who_may_see_it_and_is_missing_for_others(hub, browser_of):
    family = factories.family()
    helper, stranger = factories.worker(on=family), factories.worker()
    page = f"/children/{family.children[0].pk}"

    assert [browser_of(user).get(page).status_code for user in (hub, helper, stranger)] == [200, 200, 404]
    assert browser_of(hub).get(f"/children/{new_id()}").status_code == 404
    assert browser_of(factories.worker(Role.ANALYST)).get(page).status_code == 403


def test_reading_a_page_is_written_to_the_audit(hub, browser_of):
    family = factories.family()
    child = family.children[0]
    for page in (f"/children/{child.pk}", f"/children/{child.pk}/chronology", f"/families/{family.pk}"):
        browser_of(hub).get(page)

    read = AuditEvent.objects.filter(user_id=hub.pk).values_list("action", flat=True)
    assert {"person.read", "person.chronology_read", "family.read"} <= set(read)


def test_the_page_says_what_the_child_is_open_to_who_helps_and_how_to_speak_with_them(hub, browser_of):
    family = factories.family()
    child = family.children[0]
    child.communication_needs, child.first_language, child.interpreter_needed = "Signs and pictures", "pol", True
    child.save()
    lead = factories.worker(telephone="023 9200 0000")
    factories.lead(factories.episode(family, "early_help"), lead)
    Relationship.objects.create(
        person=child, related=family.parent, kind="mother", parental_responsibility=True, record=family.record
    )

    shown = browser_of(hub).get(f"/children/{child.pk}").text

    for words in ("Early Help and Prevention (Tier 3)", "since 5 June 2024", lead.name, "tel:02392000000",
                  "Signs and pictures", "nterpreter needed", "Parental responsibility", 'role="img"'):  # fmt: skip
        assert words in shown, words


def test_a_help_that_goes_on_in_a_new_row_counts_from_its_first_day(hub, browser_of):
    child = factories.person()
    factories.status(child, "looked_after", started_on=LONG_AGO, ended_on=TODAY)
    factories.status(child, "looked_after", started_on=TODAY)

    shown = browser_of(hub).get(f"/children/{child.pk}").text

    assert "since 9 January 2023" in shown
    assert "Looked after ended" not in browser_of(hub).get(f"/children/{child.pk}/chronology?period=all").text


def test_parents_do_not_know_stands_on_the_childs_and_the_familys_page(hub, browser_of):
    family = factories.family()
    contact = factories.contact(parents_informed="no")
    factories.contact_child(contact, person=family.children[0])

    for page in (f"/children/{family.children[0].pk}", f"/families/{family.pk}"):
        assert "arents do not know" in browser_of(hub).get(page).text


def test_what_is_due_for_a_child_stands_on_their_page(hub, browser_of):
    child = factories.family().children[0]
    about = factories.contact_child(factories.contact(), person=child)
    deadlines.start(CONTACT_DECISION, about=about, at=clock.now(), record=child.record, person=child)

    assert CONTACT_DECISION.words in browser_of(hub).get(f"/children/{child.pk}").text


def test_a_familys_page_shows_who_lived_with_whom_over_time(hub, browser_of):
    family = factories.family(children=2)
    for child in family.children:
        Address.objects.create(person=child, line_1="1 First Road", started_on=LONG_AGO, ended_on=TODAY,
                               record=family.record)  # fmt: skip
    Address.objects.create(person=family.children[0], line_1="2 Now Road", started_on=TODAY, record=family.record)

    shown = browser_of(hub).get(f"/families/{family.pk}").text

    assert shown.index("2 Now Road") < shown.index("1 First Road")
    assert "9 January 2023 to 12 June 2024" in shown


@pytest.mark.parametrize("kind", ["children", "families"])
def test_a_page_asks_the_database_as_often_for_many_as_for_one(hub, browser_of, kind, django_assert_max_num_queries):
    family = factories.family(children=6)
    episode = factories.episode(family, "early_help")
    factories.lead(episode, factories.worker())
    for child in family.children:
        factories.address(child)
        for _ in range(3):
            factories.contact_child(factories.contact(record=family.record), person=child, record=family.record)
            Relationship.objects.create(
                person=child, related=factories.person(record=family.record), kind="other", record=family.record
            )
    about = family.pk if kind == "families" else family.children[0].pk

    browser = browser_of(hub)
    with django_assert_max_num_queries(34 if kind == "children" else 25):
        browser.get(f"/{kind}/{about}")


def test_the_chronology_is_cut_to_a_period_and_a_kind(hub, browser_of):
    child = factories.person()
    factories.status(child, "child_in_need", started_on=LONG_AGO, ended_on=TODAY)
    browser = browser_of(hub)

    assert "Child in need started" not in browser.get(f"/children/{child.pk}/chronology").text
    everything = browser.get(f"/children/{child.pk}/chronology?period=all").text
    assert everything.index("Child in need ended") < everything.index("Child in need started")
    assert "Child in need started" not in browser.get(f"/children/{child.pk}/chronology?period=all&kind=Contact").text


def test_the_chronology_tells_what_was_agreed_handed_over_and_refused(browser_of, as_app):
    family = factories.family()
    episode = factories.episode(family, "early_help")
    lead, manager = factories.worker(on=episode), factories.worker(Role.EARLY_HELP_MANAGER)
    said = {"people": family.children, "to_team": manager.teams[0], "by": lead, "at": clock.now(), "episode": episode}
    with as_app(lead):
        record_agreement(
            about=episode, person=family.parent, purpose="early_help", agreed=True, given_how="in_person",
            given_on=clock.today(), by=lead,
        )  # fmt: skip
        offered = casework.offer_handover(kind="transfer", reason="They moved", **said)
    with as_app(manager):
        casework.refuse_handover(handover=offered, reason="We are full", by=manager, at=clock.now())

    shown = browser_of(lead).get(f"/children/{family.children[0].pk}/chronology").text

    for words in ("Agreed to Early Help and Prevention (Tier 3)", "was asked", "They moved", "refused", "We are full"):
        assert words in shown, words


@pytest.mark.parametrize("period", ["", "x", "99999999999", "%00"])
def test_an_odd_period_breaks_nothing(hub, browser_of, period):
    assert browser_of(hub).get(f"/children/{factories.person().pk}/chronology?period={period}").status_code == 200


def test_a_search_needs_a_name_and_one_thing_more(hub, browser_of):
    browser = browser_of(hub)

    assert "Give a name and one thing more" in browser.post("/search", {"name": "Ada"}).text
    assert "Enter a name" in browser.post("/search", {"postcode": "PO1 1AA"}).text


def test_a_search_shows_each_candidate_with_its_reasons(hub, browser_of):
    person = factories.person(forename="Ottilie", surname="Yardley")
    asked = {"name": "Otilie Yardly", "born_on-day": "1", "born_on-month": "3", "born_on-year": "2018"}

    shown = browser_of(hub).post("/search", asked).text

    assert f"/children/{person.pk}" in shown
    assert "Similar name" in shown
    assert "Same date of birth" in shown


def test_a_search_that_finds_nobody_says_what_to_do_next(hub, browser_of):
    assert "Check the spelling" in browser_of(hub).post("/search", {"name": "Qqq", "postcode": "ZZ1 1ZZ"}).text


def test_the_tray_shows_ones_own_work_and_a_managers_team(browser_of):
    team = factories.team("early_help")
    worker = factories.person_in_role(Role.EARLY_HELP_LEAD, team=team)
    manager = factories.person_in_role(Role.EARLY_HELP_MANAGER, team=team)
    child = factories.family().children[0]
    factories.grant(child, team)
    about = factories.contact_child(factories.contact(record=child.record), person=child, record=child.record)
    deadlines.start(CONTACT_DECISION, about=about, at=clock.now(), person=child, user=worker)

    own = browser_of(worker).get("/work").text
    assert CONTACT_DECISION.words in own
    assert child.name in own
    assert CONTACT_DECISION.words not in browser_of(manager).get("/work").text
    teams = browser_of(manager).get(f"/work/{team.pk}").text
    assert CONTACT_DECISION.words in teams
    assert worker.name in teams
    assert browser_of(manager).get(f"/work/{factories.team().pk}").status_code == 404
    assert browser_of(worker).get(f"/work/{team.pk}").status_code == 403


def test_the_tray_names_a_contact_by_its_reference_while_nobody_has_matched_the_child(browser_of, as_app):
    team = factories.team("mash")
    manager = factories.person_in_role(Role.MASH_MANAGER, team=team)
    child = factories.contact_child(factories.contact())
    contact = child.contact
    deadlines.start(FEEDBACK_TO_REFERRER, about=contact, at=clock.now(), team=team)
    deadlines.start(CONTACT_DECISION, about=child, at=clock.now(), team=team)

    assert browser_of(manager).get(f"/work/{team.pk}").text.count(f"Contact {contact.reference}") == 2
    with as_app(other := factories.worker()):
        assert references(other, [contact.pk, child.pk]) == {}


def test_the_tray_has_one_order_for_what_is_due_and_what_was_promised_overdue_first(browser_of):
    team = factories.team("early_help")
    worker = factories.person_in_role(Role.EARLY_HELP_LEAD, team=team)
    manager = factories.person_in_role(Role.EARLY_HELP_MANAGER, team=team)
    family = factories.family()
    factories.grant(family, team)
    about = factories.contact_child(factories.contact(record=family.record), record=family.record)
    deadlines.start(CONTACT_DECISION, about=about, at=clock.now(), user=worker)
    for text, due_on in (("No day", None), ("Long late", LONG_AGO), ("Far ahead", date(2090, 1, 1))):
        Commitment.objects.create(
            about_kind="early_help.plan", about_id=new_id(), record=family.record, text=text, promised_by="service",
            promiser_user=worker, due_on=due_on,
        )  # fmt: skip

    for page in (browser_of(worker).get("/work").text, browser_of(manager).get(f"/work/{team.pk}").text):
        places = [
            page.index(words) for words in ("Overdue", "Long late", CONTACT_DECISION.words, "Far ahead", "No day")
        ]
        assert places == sorted(places)


def test_a_familys_lack_of_a_lead_stands_on_the_managers_list(browser_of):
    team = factories.team("early_help")
    manager = factories.person_in_role(Role.EARLY_HELP_MANAGER, team=team)
    family = factories.family()
    factories.grant(family, team)
    factories.episode(family, "early_help")

    assert str(family) in browser_of(manager).get(f"/work/{team.pk}").text


def test_the_tray_asks_the_database_as_often_for_many_as_for_one(browser_of, django_assert_max_num_queries):
    worker = factories.worker()
    for _ in range(12):
        child = factories.family().children[0]
        factories.grant(child, worker)
        about = factories.contact_child(factories.contact(record=child.record), person=child, record=child.record)
        deadlines.start(CONTACT_DECISION, about=about, at=clock.now(), person=child, user=worker)

    browser = browser_of(worker)
    with django_assert_max_num_queries(17):
        browser.get("/work")


def test_open_to_is_true_for_a_restricted_child_and_silent_about_a_sealed_one(hub, as_app):
    from kinfold.web.casework.selectors import open_but_unseen, open_to_each

    restricted = factories.person(record=factories.record("restricted"))
    sealed, open_child = factories.person(record=factories.record("sealed")), factories.person()
    for child in (restricted, sealed, open_child):
        factories.status(child, "child_protection")
    ids = [restricted.pk, sealed.pk, open_child.pk]

    with as_app(hub):
        assert open_to_each(ids, TODAY) == dict(zip(ids, ("child_protection", "none", "child_protection"), strict=True))
        assert open_but_unseen(ids, TODAY) == {restricted.pk}
