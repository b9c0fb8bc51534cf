"""When something goes wrong the page says so plainly, and what was typed is still there."""

from datetime import UTC, datetime

import pytest
from django.test import RequestFactory

from kinfold.web.core import errors

TYPED = {"worry": "No coat <again>", "children": ["Maya", "Tobi"], "password": "secret", "version": "1"}


@pytest.fixture
def posted():
    request = RequestFactory().post("/contacts/1?step=2", TYPED, headers={"origin": "http://testserver"})
    request.now = datetime(2026, 5, 6, 13, 20, tzinfo=UTC)
    return request


def hidden(html, name, value):
    return f'<input type="hidden" name="{name}" value="{value}">' in html


@pytest.mark.parametrize(
    ("page", "status"),
    [
        (errors.server_error, 500),
        (errors.database_away, 503),
        (errors.csrf_failure, 403),
        (lambda request: errors.session_expired(request, "/sign-in"), 401),
    ],
)
def test_what_was_typed_can_be_sent_again(posted, page, status):
    response = page(posted)
    html = response.content.decode()
    assert response.status_code == status
    assert 'action="/contacts/1?step=2"' in html
    assert hidden(html, "worry", "No coat &lt;again&gt;")
    assert hidden(html, "children", "Maya")
    assert hidden(html, "children", "Tobi")
    assert "csrfmiddlewaretoken" in html
    assert "secret" not in html


def test_what_another_site_posted_is_not_offered_again():
    request = RequestFactory().post("/contacts/1", TYPED, headers={"origin": "https://elsewhere.example"})
    assert "No coat" not in errors.csrf_failure(request).content.decode()


def test_a_database_that_is_away_is_worth_waiting_for(posted):
    response = errors.database_away(posted)
    assert response["Retry-After"] == "30"
    assert "Nothing is lost" in response.content.decode()


@pytest.mark.parametrize(
    "page", [errors.bad_request, errors.not_found, errors.forbidden, errors.server_error, errors.database_away]
)
def test_each_page_leads_on(page):
    response = page(RequestFactory().get("/nowhere"))
    html = response.content.decode()
    assert '<main class="govuk-main-wrapper" id="main-content">' in html
    assert "999" in html


def test_a_refusal_may_give_its_reason():
    request = RequestFactory().get("/x")
    assert "Only the hub decides" in errors.forbidden(request, PermissionError("Only the hub decides")).content.decode()


def test_both_versions_are_shown_and_mine_can_be_saved_knowingly(posted):
    response = errors.stale_version(
        posted,
        fields=[{"label": "Worry", "mine": "No coat", "theirs": "No coat or shoes"}],
        current_version=7,
        keep_href="/contacts/1",
        changed_by="Sam Ojo",
        changed_at=posted.now,
    )
    html = response.content.decode()
    assert response.status_code == 409
    assert "No coat or shoes" in html
    assert "Sam Ojo saved a change today at 2:20pm" in html
    assert hidden(html, "version", "7")
    assert not hidden(html, "version", "1")
