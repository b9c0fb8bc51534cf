"""Who looked: for the Caldicott Guardian alone, in plain words, restricted families by reference."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import kinfold.web
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Role
from kinfold.web.audit import events
from kinfold.web.audit.models import AuditEvent
from kinfold.web.record.audit_words import WORDS, in_words
from kinfold.web.record.selectors import audit_paper
from tests import factories
from tests.factories.days import TODAY

WRITES = {"record", "refuse"}


@pytest.fixture
def guardian() -> User:
    return factories.worker(Role.CALDICOTT_GUARDIAN)


def _is_action(part: ast.AST) -> bool:
    return isinstance(part, ast.Constant) and isinstance(part.value, str) and "." in part.value.strip(".")


def written_actions() -> set[str]:
    """The first argument of every ``record(…)`` and ``refuse(…)`` in the application, where it is written out."""
    found = set()
    for file in Path(kinfold.web.__file__).parent.rglob("*.py"):
        if "migrations" in file.parts:
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and node.args:
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                if name in WRITES:
                    found |= {part.value for part in ast.walk(node.args[0]) if _is_action(part)}
    return found


def test_every_action_that_is_written_to_the_audit_has_words():
    assert written_actions() - WORDS.keys() == set()


def test_the_guardian_sees_who_looked_at_a_family(guardian, browser_of):
    family = factories.family()
    worker = factories.worker(Role.MASH_DECISION_MAKER)
    browser_of(worker).get(f"/children/{family.children[0].pk}")

    browser = browser_of(guardian)
    assert f"/who-looked/{family.pk}" in browser.get(f"/families/{family.pk}").text
    shown = browser.get(f"/who-looked/{family.pk}").text

    assert worker.name in shown
    assert "Looked at the person’s page" in shown


@pytest.mark.parametrize("role", [role for role in Role if role != Role.CALDICOTT_GUARDIAN])
def test_nobody_else_sees_who_looked(browser_of, role):
    family = factories.family()
    browser = browser_of(factories.worker(role, on=family))

    for page in ("/who-looked", f"/who-looked/{family.pk}", f"/who-looked/record/{family.record_id}"):
        assert browser.get(page).status_code == 403


def test_a_restricted_family_is_shown_by_reference_without_a_name(guardian, browser_of):
    family = factories.family(level="restricted", name="Unspoken")
    helper = factories.worker(Role.SOCIAL_WORKER, on=family)
    browser_of(helper).get(f"/families/{family.pk}")
    browser = browser_of(guardian)

    latest = browser.get("/who-looked").text
    assert f"/who-looked/record/{family.record_id}" in latest
    shown = browser.get(f"/who-looked/record/{family.record_id}").text

    assert helper.name in shown
    assert family.record_id.hex[-8:].upper() in shown
    for page in (latest, shown):
        assert "Unspoken" not in page
        assert family.children[0].name not in page
    assert browser.get(f"/who-looked/{family.pk}").status_code == 404


def test_a_refusal_is_seen_too(guardian, browser_of):
    stranger = factories.worker(Role.ANALYST)
    AuditEvent.objects.create(action="refused.person.read", refused=True, user_id=stranger.pk, user_name=stranger.name)

    shown = browser_of(guardian).get("/who-looked?refused=yes").text

    assert stranger.name in shown
    assert "Refused: person, read" in shown


def test_the_guardian_reads_from_which_agency_whom_it_was_about_and_what_was_searched_for(guardian, browser_of):
    family = factories.family(name="Quillfeather")
    child = family.children[0]
    hub = factories.worker(Role.MASH_DECISION_MAKER)
    born = {"born_on-day": "1", "born_on-month": "3", "born_on-year": "2018"}
    browser_of(hub).post("/search", {"name": "Quilfether", **born})
    browser_of(hub).get(f"/children/{child.pk}")

    shown = browser_of(guardian).get(f"/who-looked/{family.pk}").text

    assert hub.agency.name in shown
    assert child.name in shown
    assert "Searched for: Quilfether, born 1 March 2018" in shown


def test_what_was_typed_about_somebody_restricted_is_not_shown_nor_why_an_address_is_secret(guardian, browser_of):
    family = factories.family(level="restricted", name="Unspoken")
    manager = factories.worker(Role.MASH_MANAGER, on=family)
    browser = browser_of(manager)
    born = {"born_on-day": "1", "born_on-month": "3", "born_on-year": "2018"}
    browser.post("/search", {"name": family.children[0].name, **born})
    browser.post(f"/people/families/{family.pk}/open-again", {"reason": "The Unspoken uncle has left"})
    browser.post(f"/people/families/{family.pk}/restrict", {"reason": "The Unspoken uncle is back"})
    other = factories.family(name="Spoken")
    browser.post(f"/people/{other.children[0].pk}/confidential", {"reason": "He must not find 14 Lantern Road"})
    assert AuditEvent.objects.filter(action="address.made_confidential").exists()

    for page in ("/who-looked", f"/who-looked/record/{family.record_id}", f"/who-looked/{other.pk}"):
        shown = browser_of(guardian).get(page).text
        assert manager.name in shown
        assert "Unspoken" not in shown
        assert "Lantern" not in shown


@pytest.mark.parametrize("level", ["open", "restricted"])
def test_who_asked_for_a_file_that_is_not_theirs_is_written_down_with_it_and_hears_nothing(guardian, browser_of, level):
    family = factories.family(level=level)
    lead = factories.worker()

    for page in (f"/families/{family.pk}", f"/children/{family.children[0].pk}"):
        assert browser_of(lead).get(page).status_code == 404
    assert browser_of(lead).get(f"/children/{lead.pk}").status_code == 404  # nobody's file: nothing was refused

    refused = AuditEvent.objects.using("audit").filter(action="refused.file_not_theirs", user_id=lead.pk)
    assert [(event.record_id, event.refused) for event in refused] == [(family.record_id, True)] * 2
    assert in_words(refused[0]) == "Refused: Asked for a page about a file that is not theirs to see"


@pytest.fixture
def looked_at(browser_of):
    """A family whose file a lead professional and the hub opened, and the two."""
    family = factories.family()
    lead, hub = factories.worker(), factories.worker(Role.MASH_DECISION_MAKER, post="Social worker, MASH")
    factories.lead(factories.episode(family, "early_help"), lead)
    for user in (lead, hub, hub):
        browser_of(user).get(f"/children/{family.children[0].pk}")
    return family, lead, hub


def shown(guardian, family):
    return {row.who: row for row in audit_paper.looked(viewer=guardian, family_id=family.pk, today=TODAY)[1]}


def test_the_family_is_told_who_looked_from_where_and_why_and_never_what_it_was(guardian, looked_at):
    family, lead, hub = looked_at
    events.record("address.made_confidential", by=hub, about=family.children[0])
    rows = shown(guardian, family)

    assert {row.who: (row.agency, row.why, row.days, row.wrote) for row in rows.values()} == {
        lead.name: (lead.agency.name, "Lead professional", 1, False),
        hub.name: (hub.agency.name, "Their work: Social worker, MASH", 1, True),
    }


def test_searches_refusals_jobs_and_another_familys_file_are_not_on_the_familys_paper(guardian, looked_at):
    family, lead, hub = looked_at
    other, stranger = factories.family(), factories.worker(Role.MASH_MANAGER)
    events.record("person.searched", by=stranger, about=family, people=(family.parent.pk,))
    events.record("family.read", by=stranger, about=other, people=(family.parent.pk,))
    events.record("family.read", by=factories.worker(system=True), about=family)
    AuditEvent.objects.create(
        action="refused.person.read", refused=True, user_id=stranger.pk, record_id=family.record_id
    )

    assert shown(guardian, family).keys() == {lead.name, hub.name}


def test_whoever_works_at_the_place_that_is_secret_is_not_named_on_the_paper(guardian, looked_at):
    family, lead, hub = looked_at
    factories.setting(agency=lead.agency)
    assert lead.name in shown(guardian, family)
    family.parent.has_confidential_address = True
    family.parent.save()

    rows = shown(guardian, family)
    assert lead.name not in rows
    assert (rows["Somebody at their school or surgery"].agency, hub.name in rows) == ("", True)


def test_the_paper_is_given_once_it_is_said_to_whom_and_why_somebody_is_left_out(guardian, looked_at, browser_of):
    family, _, hub = looked_at
    browser, page = browser_of(guardian), f"/who-looked/{family.pk}/for-the-family"
    assert page in browser.get(f"/who-looked/{family.pk}").text
    said = {"asked_by": "Their mother", "left_out": [hub.pk.hex]}
    unexplained = browser.post(page, said)
    paper = browser.post(page, said | {"why": "A crime is looked into"})

    assert "Say why they are left out" in unexplained.text
    assert "Their mother" in unexplained.text
    assert paper["Content-Type"] == "application/pdf"
    assert paper.content.startswith(b"%PDF")
    given = AuditEvent.objects.get(action="audit.given")
    assert (given.record_id, given.user_id) == (family.record_id, guardian.pk)
    assert given.details == {"asked_by": "Their mother", "left_out": [hub.pk.hex], "reason": "A crime is looked into"}
    assert browser.get(f"/who-looked/{factories.family(level='restricted').pk}/for-the-family").status_code == 404
