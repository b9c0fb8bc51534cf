"""The same thing asked twice at the same moment: by a finger that slipped, and by two people about one child."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import uuid4

import psycopg
import pytest

from kinfold.web.access.connecting import MARK
from kinfold.web.config import cluster
from tests.web.trouble.conftest import NAME, Answer, Browser, Served, begin, fill_in, wait_until, words_of

CONTACTS = "SELECT count(*) FROM mash_contact"


def at_once(*askings: Callable[[], Answer]) -> list[Answer]:
    """Every request leaves at the same moment, each from a thread of its own."""
    ready = Barrier(len(askings))

    def ask(asking: Callable[[], Answer]) -> Answer:
        ready.wait()
        return asking()

    with ThreadPoolExecutor(len(askings)) as threads:
        return list(threads.map(ask, askings))


@pytest.fixture
def teacher(served: Served) -> Browser:
    return served.browser_of("safeguarding-lead")


@pytest.fixture
def child(served: Served, teacher: Browser) -> tuple[str, int]:
    """The key and version of a child whom the hub has been told about."""
    reference = teacher.post(fill_in(teacher, begin(teacher))).location.rstrip("/").split("/")[-2]
    with psycopg.connect(cluster.urls(NAME)["owner"]) as connection:
        row = connection.execute("SELECT id, version FROM mash_contactchild WHERE contact_id = %s", [reference])
        key, version = row.fetchone()
    return str(key), version


def test_four_clicks_at_once_send_one_contact(served, teacher):
    check = fill_in(teacher, begin(teacher))
    before = served.count(CONTACTS)
    answers = at_once(*[lambda: teacher.post(check)] * 4)

    assert [answer.status for answer in answers] == [302] * 4
    assert len({answer.location for answer in answers}) == 1
    assert served.count(CONTACTS) == before + 1


def test_four_clicks_on_start_begin_one_form(served, teacher):
    teacher.get("/mash/tell-us")
    answers = at_once(*[lambda: teacher.post("/mash/tell-us")] * 4)

    assert {answer.status for answer in answers} == {302}
    assert len({answer.location for answer in answers}) == 1


def test_four_sendings_of_one_public_form_are_one_contact_and_each_sender_is_thanked(served):
    stranger = Browser(served.port)
    page = "/worried/about-a-child"
    stranger.get(page)
    said = {"once": str(uuid4()), "child": "Boy, about 6", "worries": "neglect", "source": "1B",
            "what_happened": "Out in the rain at ten at night."}  # fmt: skip
    before = served.count(CONTACTS)
    answers = at_once(*[lambda: stranger.post(page, said)] * 4)

    assert [answer.status for answer in answers] == [200] * 4
    assert all("Thank you for telling us" in answer.text for answer in answers)
    assert served.count(CONTACTS) == before + 1


def test_four_sendings_of_one_delivery_are_one_delivery(served):
    administrator = served.browser_of("account-administrator")
    with psycopg.connect(cluster.urls(NAME)["owner"]) as connection:
        (agency,) = connection.execute("SELECT agency_id FROM access_team LIMIT 1").fetchone()
    systems = f"/accounts/agencies/{agency}/systems"
    administrator.get(systems)
    key = re.search(MARK + r"[\w-]+", administrator.post(systems, {"name": "Notices"}).text).group()
    told = json.dumps([{"reference": "1", "what_happened": "Shouting."}]).encode()
    answers = at_once(*[lambda: Browser(served.port).send("/api/contacts", told, "application/json", key)] * 4)

    assert [answer.status for answer in answers] == [202] * 4
    assert len({json.loads(answer.text)["delivery"] for answer in answers}) == 1


def test_four_sendings_of_one_file_of_changes_are_one_file_and_taken_in_once(served):
    hub, page = served.browser_of("mash-decision-maker"), "/changes/"
    hub.get(page)
    with psycopg.connect(cluster.urls(NAME)["owner"]) as connection:
        (agency,) = connection.execute("SELECT agency_id FROM access_team LIMIT 1").fetchone()
    told = "nhs_number,born_on,surname,what,left_on\r\n9434765919,2018-03-01,Larch,school,2024-06-03\r\n"
    parts = {'name="agency"': str(agency), 'name="file"; filename="changes.csv"': told}
    body = "".join(f"--cut\r\nContent-Disposition: form-data; {head}\r\n\r\n{said}\r\n" for head, said in parts.items())
    sent = f"{body}--cut--\r\n".encode()
    answers = at_once(*[lambda: hub.send(page, sent, "multipart/form-data; boundary=cut")] * 4)

    assert [answer.status for answer in answers] == [302] * 4
    assert len({answer.location for answer in answers}) == 1
    files = "SELECT count(*) FROM changes_changefile"
    wait_until(lambda: served.count(f"{files} WHERE not_known = 1") == 1, "the file was taken in")
    assert served.count(files) == 1
    assert served.count("SELECT count(*) FROM audit_auditevent WHERE action = 'changes.taken_in'") == 1


def test_four_clicks_enter_one_service_and_two_services_of_a_new_organisation_share_it(served):
    lead, manager = served.browser_of("early-help-lead"), served.browser_of("early-help-manager")
    entry = {"name": "Choir", "organisation": "Sing Together", "description": "Songs.", "state": "open",
             "needs": "friends", "cost": "free", "takes_referrals": "no", "telephone": "01632 960401"}  # fmt: skip
    page = "/services/enter"
    for browser in (lead, manager):
        browser.get(page)
    answers = at_once(*[lambda: lead.post(page, entry)] * 4)
    assert [answer.status for answer in answers] == [302] * 4
    assert len({answer.location for answer in answers}) == 1

    entry |= {"organisation": "Harbour Hubs"}
    answers = at_once(lambda: lead.post(page, entry), lambda: manager.post(page, entry | {"name": "Band"}))
    assert [answer.status for answer in answers] == [302] * 2
    assert (
        served.count("SELECT count(DISTINCT organisation_id) FROM directory_service WHERE name IN ('Choir', 'Band')")
        == 2
    )


def test_two_people_decide_about_one_child_and_one_of_them_is_shown_both(served, child):
    key, version = child
    address = f"/mash/contacts/child/{key}/decision"
    decider, manager = served.browser_of("mash-decision-maker"), served.browser_of("mash-manager")
    typed = {
        "rating": "green",
        "decision": "advice",
        "tier": "1",
        "version": version,
        "why_unmatched": "A new family in the city",
    }
    for browser in (decider, manager):
        assert browser.get(address).status == 200

    answers = at_once(
        lambda: decider.post(address, typed | {"rationale": "Thought by the first"}),
        lambda: manager.post(address, typed | {"rationale": "Thought by the second"}),
    )

    assert sorted(answer.status for answer in answers) == [302, 409]
    shown = words_of(next(answer for answer in answers if answer.status == 409))
    assert "Thought by the first" in shown
    assert "Thought by the second" in shown
    decided = "SELECT count(*) FROM audit_auditevent WHERE about_id = %s AND action = 'contact.decided'"
    assert served.count(decided, key) == 1


def test_two_workers_ask_one_person_who_replies_twice_and_each_counts_once(served, teacher, child):
    key, _ = child
    decider, manager = served.browser_of("mash-decision-maker"), served.browser_of("mash-manager")
    with psycopg.connect(cluster.urls(NAME)["owner"]) as connection:
        contact = connection.execute("SELECT contact_id FROM mash_contactchild WHERE id = %s", [key]).fetchone()[0]
        whom = "SELECT id, agency_id FROM access_user WHERE email LIKE 'safeguarding-lead@%'"
        person, agency = connection.execute(whom).fetchone()
    address = f"/mash/contacts/child/{key}/ask/{agency}"
    decider.get(f"/mash/contacts/{contact}/rating")
    assert decider.post(f"/mash/contacts/{contact}/rating", {"rating": "amber"}).status == 302
    asking = {"whom": person, "questions": "known", "why": "We must know how she is."}
    for browser in (decider, manager):
        assert browser.get(address).status == 200
    answers = at_once(lambda: decider.post(address, asking), lambda: manager.post(address, asking))

    assert sorted(answer.status for answer in answers) == [200, 302]
    assert "asked about this child already" in words_of(next(each for each in answers if each.status == 200))
    assert served.count("SELECT count(*) FROM sharing_agencyrequest WHERE about_id = %s", key) == 1

    asked = next(each.location for each in answers if each.status == 302).rstrip("/").split("/")[-1]
    reply = f"/requests/{asked}"
    assert teacher.get(reply).status == 200
    replies = at_once(
        lambda: teacher.post(reply, {"outcome": "shared", "answer_0": "Yes."}),
        lambda: teacher.post(reply, {"outcome": "nothing_known"}),
    )
    assert sorted(each.status for each in replies) == [200, 302]
    assert (
        served.count("SELECT count(*) FROM audit_auditevent WHERE action = 'sharing.replied' AND about_id = %s", asked)
        == 1
    )
