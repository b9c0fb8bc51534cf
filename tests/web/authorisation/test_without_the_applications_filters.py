"""With every filter and check of the application's own switched off, pages still show and change nothing foreign."""

import pytest
from django.db import transaction

from kinfold.web.access import checks
from kinfold.web.access.models import Record, User
from kinfold.web.access.permissions import ROLES, Role
from kinfold.web.access.personas import PERSONAS
from kinfold.web.access.reference import routes
from kinfold.web.access.row_security import record_bound_models
from tests import factories
from tests.web.authorisation.conftest import POSTED
from tests.web.authorisation.files import File

SECRET = "Quillfeather"
PUBLIC_FORMS = {"sign_out", "demo_as", "healthz"}
WITH_A_FILE = [route for route in routes() if route.keys_of_files]
LISTS = [route for route in routes() if not route.keys and route.name not in PUBLIC_FORMS]


@pytest.fixture
def without_filters(monkeypatch):
    monkeypatch.setattr(checks, "visible_records", lambda user: Record.objects.all())
    monkeypatch.setattr(checks.Visible, "visible_to", lambda rows, user: rows.all())
    monkeypatch.setattr(User, "may", lambda user, permission: True)


@pytest.fixture
def hidden():
    """Two files that only a stranger sees: another agency's, and a restricted one."""
    stranger = factories.worker(name="Sam Stranger")
    made = {}
    for level in ("open", "restricted"):
        record = factories.record(level, agency=stranger.agency)
        factories.grant(record, stranger)
        made[level] = File(record, mark=SECRET, holder=stranger, stranger=stranger)
    return made


def written(record):
    """Every row of the record as it stands, history included."""
    return {
        table._meta.label: list(table._base_manager.filter(record_id=record.pk).values_list())
        for table in record_bound_models()
    }


def hidden_from(user, hidden):
    role = Role(user.memberships.get().role)
    return [file for level, file in hidden.items() if level == "restricted" or not ROLES[role].whole_index]


def ask(browser, method, address, posted):
    browser.raise_request_exception = False  # a page may fail without its filters; what it must not do is show
    with transaction.atomic():
        return getattr(browser, method)(address, posted)


@pytest.mark.parametrize("route", WITH_A_FILE, ids=lambda route: route.name)
def test_a_page_about_a_foreign_file_shows_nothing_of_it_and_changes_nothing(
    browser_of, people, hidden, address_of, route, without_filters
):
    for slug in ("early-help-lead", "mash-manager"):
        user = people[slug]
        for file in hidden_from(user, hidden):
            address, posted = address_of(route, file), POSTED[route.name](file) if route.name in POSTED else {}
            before = written(file.record)
            for method in ("get", "post"):
                answer = ask(browser_of(user), method, address, posted)
                assert SECRET not in answer.content.decode(errors="replace"), f"{method} {address} as {slug}"
                assert answer.status_code != 200 or method == "post", f"{address} opened to {slug}"
            assert written(file.record) == before, f"{address} as {slug} wrote in a foreign file"


@pytest.mark.parametrize("route", LISTS, ids=lambda route: route.name)
def test_a_list_shows_no_row_of_a_foreign_file(browser_of, people, hidden, route, without_filters):
    for file in hidden.values():
        file.everything()
    for slug in PERSONAS:
        if len(hidden_from(people[slug], hidden)) == len(hidden):
            answer = ask(browser_of(people[slug]), "get", f"/{route.address}", {})
            assert SECRET not in answer.content.decode(errors="replace"), slug


def test_searching_finds_nobody_in_a_foreign_file(browser_of, people, hidden, without_filters):
    for file in hidden.values():
        file.everything()
    asked = {"name": SECRET, "born_on-day": "1", "born_on-month": "3", "born_on-year": "2018"}
    answer = ask(browser_of(people["early-help-lead"]), "post", "/search", asked)
    assert answer.status_code == 200
    assert answer.content.decode().count(SECRET) <= 2  # in the box, and where the page says what was searched for
    assert "/children/" not in answer.content.decode()
