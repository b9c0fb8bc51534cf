"""Who looked: for the Caldicott Guardian alone, in plain words, restricted families by reference."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import kinfold.web
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Role
from kinfold.web.audit.models import AuditEvent
from kinfold.web.record.audit_words import WORDS
from tests import factories

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
