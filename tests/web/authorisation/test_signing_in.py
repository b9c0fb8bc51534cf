"""Signing in and out, sessions, and what every answer says to the browser."""

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from kinfold.web.access.models import User
from kinfold.web.access.permissions import Role
from kinfold.web.access.reference import routes
from kinfold.web.audit.models import AuditEvent
from tests import factories
from tests.web.conftest import AppClient

PASSWORD = "three random words"


@pytest.fixture
def worker():
    made = factories.worker()
    made.set_password(PASSWORD)
    made.save()
    return made


@pytest.fixture
def visitor():
    return AppClient()


def sign_in(visitor, user, password=PASSWORD, **more):
    return visitor.post("/sign-in", {"username": user.email, "password": password, **more})


def test_the_right_password_signs_in_and_is_written_down(visitor, worker):
    answer = sign_in(visitor, worker, username=worker.email.upper())

    assert (answer.status_code, answer.headers["Location"]) == (302, "/")
    assert visitor.get("/account").status_code == 200
    assert AuditEvent.objects.filter(action="access.signed_in", user_id=worker.pk).count() == 1


@pytest.mark.parametrize("email", ["nobody@example.org", None])
def test_a_wrong_password_and_an_unknown_address_are_answered_alike(visitor, worker, email):
    answer = visitor.post("/sign-in", {"username": email or worker.email, "password": "wrong"})

    assert "The e-mail address or the password is not right" in answer.content.decode()
    assert visitor.get("/account").status_code == 302


def test_after_five_failures_signing_in_is_closed_even_to_the_right_password(visitor, worker):
    answers = [sign_in(visitor, worker, "wrong").status_code for _ in range(5)]
    page = sign_in(visitor, worker)

    assert answers[-1] == page.status_code == 429
    assert "Too many tries to sign in" in page.content.decode()
    assert "ring 999" in page.content.decode()
    assert visitor.get("/account").status_code == 302
    assert AuditEvent.objects.using("audit").filter(action="access.locked_out", refused=True).exists()


def test_failures_of_one_person_do_not_lock_out_another_in_the_same_building(visitor, worker):
    other = factories.worker()
    answers = [sign_in(visitor, other, "wrong").status_code for _ in range(6)]

    assert answers[-1] == 429
    assert sign_in(visitor, worker).status_code == 302


def test_somebody_who_guesses_from_many_places_is_locked_out_too(visitor, worker):
    for place in range(6):
        visitor.defaults["REMOTE_ADDR"] = f"127.0.0.{place}"
        sign_in(visitor, worker, "wrong")

    assert sign_in(visitor, worker).status_code == 429


def test_a_wrong_password_is_written_down_with_whose_account_it_was_and_nothing_that_was_typed(visitor, worker):
    sign_in(visitor, worker, "my other password")
    visitor.post("/sign-in", {"username": "my.password@example.org", "password": "wrong"})

    found = AuditEvent.objects.using("audit").filter(action="refused.sign_in").order_by("at")
    assert [event.about_id for event in found] == [worker.pk, None]
    assert all(event.refused and event.user_id is None and "password" not in str(event.details) for event in found)


def test_a_right_password_forgets_the_failures_before_it(visitor, worker):
    for _ in range(3):
        for _ in range(4):
            assert sign_in(visitor, worker, "wrong").status_code == 200
        assert sign_in(visitor, worker).status_code == 302


def test_a_closed_account_and_one_without_a_password_do_not_sign_in(visitor, worker):
    nameless = factories.worker()
    User.objects.filter(pk=worker.pk).update(is_active=False)

    assert sign_in(visitor, worker).status_code == 200
    assert sign_in(visitor, nameless, "").status_code == 200
    assert visitor.get("/account").status_code == 302


def test_closing_an_account_ends_what_it_has_open(visitor, worker):
    sign_in(visitor, worker)
    User.objects.filter(pk=worker.pk).update(is_active=False)

    assert visitor.get("/account").status_code == 302


def test_an_account_without_a_role_is_told_so(visitor, worker):
    worker.memberships.all().delete()
    sign_in(visitor, worker)

    page = visitor.get("/")
    assert page.status_code == 403
    assert "Your account has no role yet" in page.content.decode()


def test_signing_in_begins_a_new_session_and_a_new_password_ends_the_others(worker):
    here, there = AppClient(), AppClient()
    here.get("/sign-in")
    before = here.session.session_key
    sign_in(here, worker), sign_in(there, worker)
    assert here.session.session_key != before

    here.post("/account/password", {"old_password": PASSWORD, "new_password": "four quite random words"})
    assert here.get("/account").status_code == 200
    assert there.get("/account").status_code == 302


def test_signing_out_is_a_press_not_a_link(visitor, worker):
    sign_in(visitor, worker)

    assert visitor.get("/sign-out").status_code == 405
    assert visitor.get("/account").status_code == 200
    assert visitor.post("/sign-out").headers["Location"] == "/sign-in"
    assert visitor.get("/account").status_code == 302
    assert AuditEvent.objects.filter(action="access.signed_out", user_id=worker.pk).exists()


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example",
        "javascript:alert(1)",
        "https:evil.example",
        "\t//evil.example",
    ],
)
def test_nobody_is_sent_to_another_site_after_signing_in(visitor, worker, elsewhere):
    assert sign_in(visitor, worker, next=elsewhere).headers["Location"] == "/"


def test_a_person_comes_to_where_they_were_going(visitor, worker):
    asked = visitor.get("/early-help/families?whose=mine").headers["Location"]
    assert "next=%2Fearly-help%2Ffamilies%3Fwhose%3Dmine" in asked
    assert 'value="/early-help/families?whose=mine"' in visitor.get(asked).content.decode()
    assert sign_in(visitor, worker, next="/account").headers["Location"] == "/account"


def test_personas_open_in_a_demonstration_alone(visitor, settings):
    factories.worker(email="analyst@demo.example")
    settings.DEMO = False
    assert visitor.get("/demo/as/analyst").status_code == 404
    assert "demonstration" not in visitor.get("/sign-in").content.decode().lower()

    settings.DEMO = True
    assert visitor.get("/demo/as/analyst").status_code == 302
    assert visitor.get("/demo/as/nobody").status_code == 404


def test_cookies_are_for_this_site_and_for_no_script(visitor, worker, settings):
    settings.SESSION_COOKIE_SECURE = True
    cookie = sign_in(visitor, worker).cookies[settings.SESSION_COOKIE_NAME]

    assert cookie["httponly"]
    assert cookie["secure"]
    assert cookie["samesite"] == "Lax"
    assert 0 < int(cookie["max-age"]) <= 8 * 60 * 60


def test_cookies_travel_encrypted_wherever_it_is_no_demonstration():
    assert (settings.DEMO, settings.DEBUG) == (False, False)
    assert settings.SESSION_COOKIE_SECURE
    assert settings.CSRF_COOKIE_SECURE


@pytest.mark.parametrize("route", routes(), ids=lambda route: route.name)
def test_a_post_without_its_token_is_refused_everywhere(address_of, worker, route):
    visitor = Client(enforce_csrf_checks=True)
    visitor.force_login(worker, backend="django.contrib.auth.backends.ModelBackend")

    page = visitor.post(address_of(route, None), {"name": "x"}, headers={"Origin": "https://evil.example"})
    assert page.status_code == 403
    assert 'name="name"' not in page.content.decode()  # what another site sent is not offered again with a good token


@pytest.mark.parametrize(
    "address", ["/sign-in", "/", "/account", "/nothing-here", "/help", "/accounts", "/static/none.css"]
)
@pytest.mark.parametrize("signed_in", [True, False])
def test_every_answer_carries_the_headers_that_protect_it(visitor, worker, address, signed_in):
    if signed_in:
        sign_in(visitor, worker)
    answer = visitor.get(address)
    policy = answer.headers["Content-Security-Policy"]

    for words in (
        "default-src 'self'",
        "script-src 'self'",
        "object-src 'none'",
        "frame-ancestors 'none'",
        "form-action 'self'",
    ):
        assert words in policy
    assert "unsafe" not in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["Referrer-Policy"] == "same-origin"
    assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "no-store" in answer.headers["Cache-Control"]


def test_what_was_typed_when_a_session_ended_is_kept_by_no_browser(visitor):
    page = visitor.post(reverse("access:change_password"), {"note": "About a child"})

    assert page.status_code == 401
    assert "About a child" in page.content.decode()
    assert "no-store" in page.headers["Cache-Control"]


def test_a_password_is_never_offered_again(visitor):
    page = visitor.post("/account/password", {"old_password": "secret one", "new_password": "secret two"})
    assert "secret" not in page.content.decode()


def test_staff_see_accounts_only_as_their_administrator(browser_of):
    for role in Role:
        expected = 200 if role == Role.ACCOUNT_ADMINISTRATOR else 403
        assert browser_of(factories.worker(role)).get("/accounts").status_code == expected
