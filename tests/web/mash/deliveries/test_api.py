"""An agency's own system sends contacts with its key, and asks after them; nothing else opens to it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from kinfold.web.access import connecting
from kinfold.web.access.permissions import Role
from kinfold.web.mash.models import Contact
from tests import factories
from tests.factories.days import NOW
from tests.web.conftest import AppClient
from tests.web.mash.deliveries.sent import line, run_job


def send(key: str, body: Any) -> Any:
    said = body if isinstance(body, bytes) else json.dumps(body).encode()
    head = {"Authorization": f"Bearer {key}"} if key else {}
    return AppClient(enforce_csrf_checks=True).post("/api/contacts", said, "application/json", headers=head)


def ask(key: str, address: str) -> Any:
    return AppClient().get(address, headers={"Authorization": f"Bearer {key}"})


def test_a_system_sends_asks_and_is_told_of_each_line(system):
    user, key = system
    answer = send(key, [line(), line(reference="2", child_born_on="soon")])
    assert answer.status_code == 202
    address = answer.json()["address"]
    assert ask(key, address).json()["state"] == "waiting"
    run_job(answer.json()["delivery"], user)
    told = ask(key, address).json()
    assert (told["state"], told["contacts"]) == ("taken_in", 1)
    assert told["lines"][0]["contact"] == Contact.objects.get().reference
    assert told["lines"][1]["faults"][0]["name"] == "child_born_on"


@pytest.mark.parametrize("key", ["", "kinfold_none", "x" * 5000])
def test_without_a_key_that_is_in_use_nothing_is_taken(key: str, system):
    assert send(key, [line()]).status_code == 401


def test_an_ended_key_opens_nothing_and_the_new_one_does(system):
    user, old = system
    new = connecting.renew_key(system=user, by=factories.worker(Role.ACCOUNT_ADMINISTRATOR), at=NOW)
    assert send(old, [line()]).status_code == 401
    assert send(new, [line()]).status_code == 202
    connecting.disconnect(system=user, by=factories.worker(Role.ACCOUNT_ADMINISTRATOR), at=NOW)
    assert send(new, [line()]).status_code == 401


def test_a_signed_in_person_has_no_right_here_and_a_key_opens_no_page(system, decider, browser_of):
    assert browser_of(decider).post("/api/contacts", b"[]", "application/json").status_code == 401
    assert ask(system[1], "/mash/board").status_code == 302


def test_another_agencys_system_is_told_nothing_of_it(system, police):
    other = factories.worker(Role.SAFEGUARDING_LEAD).agency
    administrator = factories.worker(Role.ACCOUNT_ADMINISTRATOR)
    _, theirs = connecting.connect(agency=other, name="Other", on=NOW.date(), by=administrator, at=NOW)
    address = send(system[1], [line()]).json()["address"]
    assert ask(theirs, address).status_code == 404


def test_what_cannot_be_read_is_refused_with_why(system):
    answer = send(system[1], b"<xml/>")
    assert (answer.status_code, answer.json()["error"]) == (400, "This is not JSON.")
    assert send(system[1], b" " * (10 * 1024 * 1024 + 1)).status_code == 413


def test_the_administrator_sees_the_key_once_and_no_other_role_the_page(browser_of, police, decider):
    administrator = factories.worker(Role.ACCOUNT_ADMINISTRATOR)
    page = f"/accounts/agencies/{police.pk}/systems"
    shown = browser_of(administrator).post(page, {"name": "Notices"}).content.decode()
    assert connecting.MARK in shown
    assert connecting.MARK not in browser_of(administrator).get(page).content.decode()
    assert browser_of(decider).get(page).status_code == 403


@pytest.mark.parametrize("hostile", ["Ma\\u0000ya", "Ma\\ud800ya"])
def test_characters_that_no_database_keeps_fail_their_own_line_alone(hostile: str, system):
    user, key = system
    body = json.dumps([line(child_forename="HERE"), line(reference="2")]).replace("HERE", hostile).encode()
    answer = send(key, body)
    run_job(answer.json()["delivery"], user)
    told = ask(key, answer.json()["address"]).json()
    assert told["lines"][0]["faults"][0] == {
        "name": "child_forename", "words": "There are characters here that cannot be kept. Write it again"
    }  # fmt: skip
    assert told["lines"][1]["contact"] == Contact.objects.get().reference


def test_what_is_no_word_fails_its_line_with_the_name_of_the_part(system):
    user, key = system
    answer = send(key, [line(child_parents={"mother": "Ann"}), line(reference="2", child_worries=["neglect", {}])])
    run_job(answer.json()["delivery"], user)
    told = ask(key, answer.json()["address"]).json()
    assert [one["faults"][0]["name"] for one in told["lines"]] == ["child_parents", "child_worries"]


def test_an_agencys_system_that_moved_no_longer_follows_what_it_sent_for_another(system, police):
    user, key = system
    address = send(key, [line()]).json()["address"]
    user.agency = factories.worker(Role.SAFEGUARDING_LEAD).agency
    user.save()
    assert ask(key, address).status_code == 404
