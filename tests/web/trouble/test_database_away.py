"""PostgreSQL stops and comes back while somebody types: a page that says to wait, and nothing lost or saved twice."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kinfold.web.config import cluster
from kinfold.web.config.backup import backup, restore
from tests.migrated import migrated
from tests.web.config.conftest import checkout_of_its_own
from tests.web.mash.told import PAGES
from tests.web.trouble.conftest import (
    NAME,
    Browser,
    Served,
    begin,
    fill_in,
    serving,
    wait_until,
    words_of,
)

CONTACTS = "SELECT count(*) FROM mash_contact"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A database server of its own too, to which these tests turn the whole process, since they stop it."""
    folder = tmp_path_factory.mktemp("away")
    backup(name=migrated(), file=folder / "tables.dump")
    with checkout_of_its_own(folder):
        cluster.start()
        cluster.ensure_database(NAME)
        restore(name=NAME, file=folder / "tables.dump")
        with serving(folder / "serve.log") as server:
            yield server


@pytest.fixture
def teacher(served: Served) -> Iterator[Browser]:
    yield served.browser_of("safeguarding-lead")
    cluster.start()  # whatever the test came to


def test_a_page_sent_while_the_database_is_away_is_kept_and_saved_when_it_is_back(served, teacher):
    address = fill_in(teacher, begin(teacher), until="what-happened")
    typed = PAGES["what-happened"]

    cluster.stop()
    away = teacher.post(address, typed)
    assert away.status == 503
    assert away.headers["Retry-After"]
    assert "Nothing is lost" in words_of(away)
    assert typed["what_happened"] in away.text
    assert teacher.get("/healthz").status == 503

    cluster.start()
    assert teacher.get("/healthz").status == 200
    back = teacher.post(address, typed)
    assert back.status == 302
    assert typed["what_happened"] in teacher.get(address).text


def test_a_contact_sent_while_the_database_is_away_is_sent_once_when_it_is_back(served, teacher):
    check = fill_in(teacher, begin(teacher))
    before = served.count(CONTACTS)

    cluster.stop()
    assert [teacher.post(check).status for _ in range(3)] == [503, 503, 503]
    cluster.start()
    first, again = teacher.post(check), teacher.post(check)

    assert (first.status, again.status) == (302, 302)
    assert first.location == again.location
    assert served.count(CONTACTS) == before + 1
    assert "MASH-" in teacher.get(first.location).text or teacher.get(first.location).status == 200


def test_no_request_finds_a_broken_connection_once_the_database_is_back(served, teacher):
    cluster.stop()
    assert teacher.get("/mash/your-contacts").status == 503
    cluster.start()
    assert {teacher.get("/mash/your-contacts").status for _ in range(20)} == {200}


def test_background_jobs_are_done_again_once_the_database_is_back(served, teacher):
    cluster.stop()
    cluster.start()
    job = served.add_job()
    tried = "SELECT attempts FROM procrastinate_jobs WHERE id = %s"
    wait_until(lambda: served.count(tried, job) > 0, "the worker took the job up")
