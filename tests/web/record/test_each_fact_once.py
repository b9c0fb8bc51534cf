"""How often a child's page asks the database: once for each fact, however much is known of the child."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kinfold.web.access.permissions import Role
from kinfold.web.core import clock
from tests import factories

# A handover is asked for twice: as what happened to the child, and as the way to the page of a contact handed on to us.
TWICE = {"casework_handover"}
MOST = 27  # 3 say who asks and what they may see, 14 make the page and 10 the chronology


@pytest.fixture
def child():
    """A child of whom there is something to say in every part of the page."""
    family = factories.family(children=3)
    child = family.children[0]
    episode = factories.episode(family, "early_help")
    factories.lead(episode, factories.worker())
    factories.conversation(episode)
    factories.plan(episode, child)
    factories.status(child, "child_in_need")
    factories.address(child)
    for _ in range(2):
        told = factories.contact(received_at=clock.now(), record=family.record)
        factories.contact_child(told, person=child, record=family.record)
    return child


@pytest.mark.parametrize("page", ["", "/chronology", "/chronology?period=all"])
@pytest.mark.parametrize("role", [Role.MASH_MANAGER, Role.EARLY_HELP_LEAD])
def test_a_page_reads_each_fact_once(browser_of, child, role, page):
    browser, address = browser_of(factories.worker(role, on=child)), f"/children/{child.pk}{page}"
    with CaptureQueriesContext(connection) as caught:
        assert browser.get(address).status_code == 200

    asked = (re.search(r' FROM "?(\w+)', query["sql"]) for query in caught)  # a table, or a function that reads several
    tables = Counter(found[1] for found in asked if found)
    assert {table for table, times in tables.items() if times > 1} <= TWICE
    assert tables.total() == MOST
