"""The partnership's own values: dated, never overwritten, and read by every screen from one place."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from kinfold.practice.defaults import SETTINGS
from kinfold.web.access.checks import Refused
from kinfold.web.access.permissions import Role
from kinfold.web.audit.models import AuditEvent
from kinfold.web.core import clock
from kinfold.web.local import actions, selectors
from kinfold.web.local.models import LocalValue
from tests import factories
from tests.factories.days import TODAY


@pytest.fixture
def manager():
    return factories.worker(Role.MASH_MANAGER)


def set_value(by, key="mash_phone", value="01632 960 555", valid_from=TODAY, reason="A new line", today=TODAY):
    return actions.set_value(key=key, value=value, valid_from=valid_from, by=by, reason=reason, today=today)


def test_until_it_is_set_a_setting_has_the_default():
    assert selectors.value("mash_phone", TODAY) == SETTINGS["mash_phone"].value
    assert selectors.values(TODAY) == {key: setting.value for key, setting in SETTINGS.items()}


def test_a_value_holds_from_its_day_and_not_before(as_app, manager):
    with as_app(manager):
        set_value(manager, valid_from=TODAY + timedelta(days=3))

        assert selectors.value("mash_phone", TODAY + timedelta(days=2)) == SETTINGS["mash_phone"].value
        assert selectors.value("mash_phone", TODAY + timedelta(days=3)) == "01632 960 555"
        assert selectors.values(TODAY + timedelta(days=3))["mash_phone"] == "01632 960 555"


def test_the_newest_of_two_values_from_one_day_holds_and_both_stay(as_app, manager):
    with as_app(manager):
        set_value(manager, value="01632 960 555")
        set_value(manager, value="01632 960 666")

        assert selectors.value("mash_phone", TODAY) == "01632 960 666"
        assert [row.value for row in selectors.history("mash_phone")] == ["01632 960 666", "01632 960 555"]


def test_saying_the_same_twice_is_kept_once_and_audited_once(as_app, manager):
    with as_app(manager):
        set_value(manager)
        set_value(manager)

    assert LocalValue.objects.count() == 1
    assert AuditEvent.objects.filter(action="local.setting_changed", user_id=manager.pk).count() == 1


def test_a_setting_cannot_change_the_past(as_app, manager):
    with as_app(manager), pytest.raises(ValidationError, match="from today or a later day"):
        set_value(manager, valid_from=TODAY - timedelta(days=1))


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("mash_phone", "ring us", "Enter a telephone number"),
        ("emergency_access_hours", 1000, "Enter a whole number from 1 to 72"),
        ("hub_hours", "Monday always", "must look like"),
        ("no_such_setting", 1, "There is no such setting"),
    ],
)
def test_a_value_of_the_wrong_kind_is_refused_in_words(as_app, manager, key, value, words):
    with as_app(manager), pytest.raises(ValidationError, match=words):
        set_value(manager, key=key, value=value)


def test_only_who_may_write_settings_does(as_app):
    lead = factories.worker()

    with as_app(lead), pytest.raises(Refused):
        set_value(lead)


def test_a_local_timescale_follows_the_setting_and_the_law_does_not(as_app, manager):
    with as_app(manager):
        set_value(manager, key="plan_review_length", value=8)

        assert selectors.timescale("plan_review", TODAY).length == 8
        assert selectors.timescale("plan_review", date(2024, 6, 1)).length == 6
        assert selectors.timescale("contact_decision", TODAY).length == 1


def test_the_most_urgent_number_comes_first():
    numbers = selectors.emergency_numbers(TODAY)

    assert numbers[0]["telephone"] == "999"
    assert all(number["who"] and number["telephone"] and number["when"] for number in numbers)


def test_the_page_says_what_is_local_and_where_each_value_came_from(browser_of, manager):
    page = browser_of(manager).get("/settings/").content.decode()

    assert "Local practice" in page
    assert "National emergency number" in page
    assert "to confirm before real use" in page


def test_a_manager_changes_a_setting_on_its_page(browser_of, manager):
    today = clock.today()
    typed = {
        "value": "01632 960 777", "reason": "A new line",
        "valid_from-day": today.day, "valid_from-month": today.month, "valid_from-year": today.year,
    }  # fmt: skip

    answer = browser_of(manager).post("/settings/mash_phone", typed)

    assert answer.status_code == 302
    assert selectors.value("mash_phone") == "01632 960 777"


@pytest.mark.parametrize("key", [setting.key for setting in SETTINGS.values()])
def test_every_setting_has_a_page_that_takes_its_own_default(browser_of, manager, key):
    assert browser_of(manager).get(f"/settings/{key}").status_code == 200


def test_a_wrong_value_comes_back_with_what_was_typed_and_what_to_mend(browser_of, manager):
    answer = browser_of(manager).post("/settings/hub_hours", {"value": "Monday always", "reason": "Why not"})

    page = answer.content.decode()
    assert answer.status_code == 200
    assert "must look like" in page
    assert "Monday always" in page


def test_others_do_not_reach_the_settings(browser_of):
    assert browser_of(factories.worker()).get("/settings/").status_code == 403


def test_a_setting_that_does_not_exist_has_no_page(browser_of, manager):
    assert browser_of(manager).get("/settings/nothing").status_code == 404
