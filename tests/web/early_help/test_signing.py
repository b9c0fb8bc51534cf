"""The family signs its plan: on a colleague's screen or by its own link, each once, and only who may have a copy."""

from __future__ import annotations

import re

import pytest
from django.core.exceptions import ValidationError
from django.http import Http404

from kinfold.web.core import clock
from kinfold.web.early_help import actions
from kinfold.web.early_help.actions.family_links import make_link
from kinfold.web.early_help.actions.signing import sign_by_link, sign_on_screen
from kinfold.web.early_help.models import Signature
from tests.factories.days import NOW
from tests.web.conftest import AppClient


@pytest.fixture
def mother(family):
    return family.parent


def test_on_screen_it_is_signed_once_in_their_own_words(agreed_plan, mother, lead, as_app):
    with as_app(lead):
        first = sign_on_screen(plan=agreed_plan, person=mother, written_name=" Ann  Larch ", by=lead, at=NOW)
        again = sign_on_screen(plan=agreed_plan, person=mother, written_name="Somebody", by=lead, at=NOW)
    assert first.pk == again.pk
    assert (first.written_name, first.on_screen_of) == ("Ann Larch", lead)


def test_by_the_link_it_is_signed_by_nobody_else(agreed_plan, mother, lead, as_app):
    with as_app(lead):
        link, _ = make_link(plan=agreed_plan, person=mother, by=lead, at=clock.now())
        signed = sign_by_link(link=link, written_name="Ann", at=NOW)
    assert (signed.person, signed.on_screen_of) == (mother, None)


def test_nobody_signs_without_a_name_a_copy_or_an_agreed_plan(agreed_plan, family, mother, lead, as_app):
    with as_app(lead):
        with pytest.raises(ValidationError, match="Write your name"):
            sign_on_screen(plan=agreed_plan, person=mother, written_name=" ", by=lead, at=NOW)
        with pytest.raises(ValidationError):
            sign_on_screen(plan=agreed_plan, person=family.father, written_name="Him", by=lead, at=NOW)
    assert not Signature.objects.exists()


def test_a_plan_that_is_still_written_is_not_signed(plan, mother, lead, as_app):
    with as_app(lead), pytest.raises(ValidationError):
        sign_on_screen(plan=plan, person=mother, written_name="Ann", by=lead, at=NOW)


def test_a_stranger_has_no_screen_to_sign_on(agreed_plan, mother, stranger, as_app):
    with as_app(stranger), pytest.raises(Http404):
        sign_on_screen(plan=agreed_plan, person=mother, written_name="Ann", by=stranger, at=NOW)


def test_the_pages_sign_on_screen_and_by_the_link(agreed_plan, mother, family, lead, browser_of, as_app):
    browser = browser_of(lead)
    hands = f"/early-help/plans/{agreed_plan.pk}/family"
    page = f"/early-help/plans/{agreed_plan.pk}/sign/{mother.pk}"
    assert page in browser.get(hands).content.decode()
    assert "Write your name to sign" in browser.post(page, {"written_name": ""}).content.decode()
    assert browser.post(page, {"written_name": "Ann Larch"}).url == hands
    assert "Ann Larch" in browser.get(hands).content.decode()
    assert browser.get(f"/early-help/plans/{agreed_plan.pk}/sign/{family.father.pk}").status_code == 404
    Signature.objects.all().delete()
    with as_app(lead):
        _, told = make_link(plan=agreed_plan, person=mother, by=lead, at=clock.now())
    opened = AppClient()
    address = f"/family/{told.token}"
    shown = opened.post(address, {"code": told.code}).content.decode()
    assert "Sign the plan" in shown
    empty = opened.post(address, {"code": told.code, "say": "sign", "written_name": ""}).content.decode()
    assert "Write your name to sign" in empty
    done = opened.post(address, {"code": told.code, "say": "sign", "written_name": "Ann L."}).content.decode()
    assert "You signed this plan" in done
    assert re.search(r"Ann L\.", done)
    assert Signature.objects.get().on_screen_of is None


def test_what_ended_is_not_signed(agreed_plan, mother, lead, as_app):
    from kinfold.web.commitments.models import Commitment

    promised = Commitment.objects.get()
    with as_app(lead):
        actions.end_plan(plan=agreed_plan, outcome="goals_met", by=lead, at=NOW, open_actions={promised.pk: "done"})
        with pytest.raises(ValidationError):
            sign_on_screen(plan=agreed_plan, person=mother, written_name="Ann", by=lead, at=NOW)
