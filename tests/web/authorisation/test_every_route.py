"""Every page as every persona, about a file of each kind: a browser is answered what roles and grants say."""

import re

import pytest
from django.db import transaction

from kinfold.web.access.permissions import ROLES
from kinfold.web.access.personas import PERSONAS
from kinfold.web.access.reference import PAGE, THEIRS_ALONE, for_systems, page, routes
from kinfold.web.access.routes import PUBLIC
from tests import factories
from tests.repository.source import ROOT
from tests.web.authorisation.conftest import POSTED
from tests.web.authorisation.files import File

ROUTES = routes()
ANSWERED = {200, 204, 302, 400, 405, 409, 422}
RESTRICTED, OPEN, FOREIGN, OWN = "restricted", "open", "another agency's", "own"


def files_for(user, stranger):
    """A file of each kind, as this person stands to it."""
    records = {
        OPEN: factories.record("open", agency=user.agency),
        FOREIGN: factories.record("open", agency=stranger.agency),
        RESTRICTED: factories.record("restricted", agency=user.agency),
        OWN: factories.record("open", agency=user.agency),
    }
    holders = {OPEN: stranger, FOREIGN: stranger, RESTRICTED: stranger, OWN: user}
    for kind, held in records.items():
        factories.grant(held, holders[kind])
    return {kind: File(held, mark="Quill", holder=holders[kind], stranger=stranger) for kind, held in records.items()}


def opens(route, role, kind):
    """What the route's permission and the file's record say, read off the roles alone."""
    if kind == OWN:
        return True
    return kind in (OPEN, FOREIGN) and ROLES[role].whole_index and route.name not in THEIRS_ALONE


def ask(browser, method, address, posted=None):
    """The answer, and nothing of what the request did stays."""
    with transaction.atomic():
        answer = getattr(browser, method)(address, posted or {})
        transaction.set_rollback(True)
    return answer


def plain(answer):
    """The page without what differs from one page, or one minute, to the next."""
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"|<p class="kf-printed">.*?</p>', "", answer.content.decode())


@pytest.mark.parametrize("route", [route for route in ROUTES if route.keys_of_files], ids=lambda route: route.name)
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_page_about_a_file_opens_to_those_who_hold_the_permission_and_see_the_file(
    browser_of, people, stranger, address_of, route, method
):
    wrong = []
    for slug, user in people.items():
        browser, role = browser_of(user), PERSONAS[slug].role
        missing = ask(browser, method, address_of(route, None))
        if route.permission not in ROLES[role].permissions:
            assert missing.status_code == 403, f"{slug} does not hold {route.permission}"
            continue
        if missing.status_code == 405:
            continue
        assert missing.status_code == 404, f"{slug}: what does not exist was answered {missing.status_code}"
        for kind, file in files_for(user, stranger).items():
            posted = POSTED[route.name](file) if method == "post" and route.name in POSTED else None
            answer = ask(browser, method, address_of(route, file), posted)
            if opens(route, role, kind):
                right = answer.status_code in ANSWERED and not answer.headers.get("Location", "").startswith("/sign-in")
            else:
                right = answer.status_code == 404 and plain(answer) == plain(missing)
            if not right:
                wrong.append(f"{slug}, {kind} file: {answer.status_code}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("route", [route for route in ROUTES if not route.keys_of_files], ids=lambda route: route.name)
def test_a_page_about_no_file_opens_to_those_who_hold_the_permission(browser_of, people, address_of, route):
    wrong = []
    for slug, user in people.items():
        answer = ask(browser_of(user), "get", address_of(route, None))
        held = route.permission == PUBLIC or route.permission in ROLES[PERSONAS[slug].role].permissions
        right = answer.status_code in ANSWERED | {404} if held else answer.status_code == 403
        if not right:
            wrong.append(f"{slug}: {answer.status_code}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("route", ROUTES, ids=lambda route: route.name)
def test_nobody_signed_in_is_sent_to_sign_in(client, address_of, route):
    if route.permission == PUBLIC:
        return
    address = address_of(route, None)
    answer = client.get(address)
    assert (answer.status_code, answer.headers["Location"].partition("?")[0]) == (302, "/sign-in")
    assert client.post(address).status_code == 401


@pytest.mark.parametrize("route", for_systems(), ids=lambda route: route.name)
@pytest.mark.parametrize("method", ["get", "post"])
def test_what_opens_to_a_key_opens_to_nobody_without_one(client, browser_of, people, address_of, route, method):
    for browser in (client, *(browser_of(user) for user in people.values())):
        assert ask(browser, method, address_of(route, None)).status_code == 401


def test_the_manual_says_what_the_routes_and_roles_say():
    committed = (ROOT / "docs" / "reference" / PAGE).read_text(encoding="utf-8")
    assert committed == page(), "Run `make reference` and commit the page."
