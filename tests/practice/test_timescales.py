"""The timescales of law and of local practice, and when a step falls due."""

from dataclasses import FrozenInstanceError, replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinfold.practice import defaults
from kinfold.practice.dated import LONDON, NotInForce, PracticeDataFault, check_versions
from kinfold.practice.timescales import (
    TIMESCALES,
    VERSIONS,
    due_at,
    due_on,
    met_in_time,
    timescale,
    with_settings,
)

HUB = defaults.hub_hours()
DAY = date(2026, 6, 1)
instants = st.datetimes(datetime(2015, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC))


def london(words: str) -> datetime:
    return datetime.fromisoformat(words).replace(tzinfo=LONDON)


def test_every_timescale_has_its_length():
    assert {key: (rule.length, rule.unit) for key, rule in TIMESCALES.items()} == {
        "contact_decision": (1, "working_days"),
        "feedback_to_referrer": (1, "working_days"),
        "rag_red": (4, "hours"),
        "rag_amber": (24, "hours"),
        "rag_green": (72, "hours"),
        "agency_reply_red": (2, "hours"),
        "agency_reply_amber": (6, "hours"),
        "agency_reply_green": (24, "hours"),
        "plan_review": (6, "weeks"),
        "written_form": (48, "hours"),
        "handover_acceptance": (2, "working_days"),
        "urgent_handover": (4, "hours"),
        "assessment": (45, "working_days"),
        "strategy_discussion": (3, "working_days"),
        "looked_after_visit": (6, "weeks"),
        "indicator_return": (20, "working_days"),
        "board_report": (30, "working_days"),
        "report_section": (15, "working_days"),
        "emergency_access_review": (3, "working_days"),
        "caution_review": (26, "weeks"),
        "oversight": (6, "weeks"),
        "word_to_school": (1, "school_mornings"),
        "family_says_wrong": (5, "working_days"),
        "see_record": (28, "days"),
        "service_check": (26, "weeks"),
        "service_place": (4, "weeks"),
        "volunteer_check": (156, "weeks"),
        "consultation": (4, "weeks"),
        "after_help": (13, "weeks"),
        "outcome_lasts": (26, "weeks"),
        "outcome_claim": (4, "weeks"),
        "birth_plan": (34, "weeks"),
        "safer_sleep": (36, "weeks"),
        "icon": (36, "weeks"),
        "watch_contact": (2, "weeks"),
    }


def test_these_alone_are_law():
    assert {key for key, rule in TIMESCALES.items() if rule.statutory} == {
        "contact_decision", "feedback_to_referrer", "assessment", "looked_after_visit", "see_record",
    }  # fmt: skip


def test_every_local_timescale_says_that_it_is_local():
    assert all(rule.source.startswith("Local") == rule.local for rule in TIMESCALES.values())


def test_the_rag_clocks_are_labelled_as_an_example_to_confirm():
    for key in ("rag_red", "rag_amber", "rag_green"):
        assert "another area" in TIMESCALES[key].source
        assert "to confirm" in TIMESCALES[key].source


def test_a_decision_is_due_at_the_close_of_the_next_working_day():
    rule = timescale("contact_decision", DAY)
    assert due_on(rule, london("2026-06-01T09:00")) == date(2026, 6, 2)
    assert due_at(rule, london("2026-06-01T09:00")) == london("2026-06-03T00:00")
    assert due_at(rule, london("2026-06-01T23:59")) == london("2026-06-03T00:00")
    assert due_on(rule, london("2026-04-02T16:00")) == date(2026, 4, 7)


def test_the_day_a_contact_was_received_is_londons_day():
    rule = timescale("contact_decision", DAY)
    late_on_monday_in_utc = datetime(2026, 6, 1, 23, 30, tzinfo=UTC)
    assert due_on(rule, late_on_monday_in_utc) == date(2026, 6, 3)


def test_a_contact_on_a_saturday_is_decided_by_the_close_of_monday():
    assert due_on(timescale("contact_decision", DAY), london("2026-06-06T12:00")) == date(2026, 6, 8)


def test_red_runs_day_and_night():
    rule = timescale("rag_red", DAY)
    assert due_at(rule, london("2026-06-05T23:00"), HUB) == london("2026-06-06T03:00")
    assert due_on(rule, london("2026-06-05T23:00"), HUB) == date(2026, 6, 6)


def test_elapsed_hours_are_real_hours_when_the_clocks_change():
    rule = timescale("rag_amber", DAY)
    start = london("2026-03-28T12:00")
    assert due_at(rule, start) - start.astimezone(UTC) == timedelta(hours=24)
    assert due_at(rule, start) == london("2026-03-29T13:00")


def test_weeks_end_at_the_close_of_the_same_weekday():
    rule = timescale("plan_review", DAY)
    assert due_on(rule, london("2026-06-01T15:00")) == date(2026, 7, 13)
    assert due_at(rule, london("2026-06-01T15:00")) == london("2026-07-14T00:00")


def test_days_are_calendar_days():
    rule = replace(timescale("plan_review", DAY), length=3, unit="days")
    assert due_on(rule, london("2026-06-05T15:00")) == date(2026, 6, 8)


def test_a_step_is_in_time_up_to_the_very_instant_of_an_hours_rule():
    rule = timescale("written_form", DAY)
    due = due_at(rule, london("2026-06-01T09:00"))
    assert met_in_time(rule, due, london("2026-06-03T09:00"))
    assert not met_in_time(rule, due, london("2026-06-03T09:00:01"))


def test_a_step_is_in_time_until_midnight_of_a_working_day_rule():
    rule = timescale("contact_decision", DAY)
    due = due_at(rule, london("2026-06-01T09:00"))
    assert met_in_time(rule, due, london("2026-06-02T23:59:59.999999"))
    assert not met_in_time(rule, due, london("2026-06-03T00:00"))


def test_the_partnership_may_run_amber_and_green_in_hub_hours():
    for key in ("rag_amber", "rag_green"):
        rule = with_settings(timescale(key, DAY), {f"{key}_clock": "hub_hours"})
        assert rule.unit == "hub_hours"
    assert due_at(rule, london("2026-06-05T16:00"), HUB) == HUB.add(london("2026-06-05T16:00"), timedelta(hours=72))


def test_red_cannot_be_made_to_sleep():
    with pytest.raises(ValueError, match="cannot be set to 4 hub_hours"):
        with_settings(timescale("rag_red", DAY), {"rag_red_clock": "hub_hours"})


def test_the_partnership_may_change_a_local_length():
    assert with_settings(timescale("plan_review", DAY), {"plan_review_length": 8}).words == "8 weeks"


@pytest.mark.parametrize("length", [0, -1, "6", True, 2.5])
def test_a_length_that_cannot_be_is_refused(length):
    with pytest.raises(ValueError, match="cannot be set"):
        with_settings(timescale("plan_review", DAY), {"plan_review_length": length})


def test_law_is_not_a_setting():
    rule = timescale("contact_decision", DAY)
    assert with_settings(rule, {"contact_decision_length": 30, "contact_decision_clock": "weeks"}) == rule


def test_hub_hours_need_the_hubs_hours():
    rule = replace(timescale("rag_amber", DAY), unit="hub_hours")
    with pytest.raises(ValueError, match="say when the hub is open"):
        due_at(rule, london("2026-06-01T09:00"))


def test_an_instant_needs_its_time_zone():
    with pytest.raises(ValueError, match="time zone"):
        due_at(timescale("rag_red", DAY), datetime(2026, 6, 1, 9))


def test_a_timescale_is_found_for_the_day_its_clock_starts(monkeypatch):
    old = replace(TIMESCALES["plan_review"], length=12, valid_to=date(2024, 4, 1))
    new = replace(TIMESCALES["plan_review"], valid_from=date(2024, 4, 1))
    monkeypatch.setattr("kinfold.practice.timescales.VERSIONS", {"plan_review": (old, new)})
    assert timescale("plan_review", date(2024, 3, 31)).length == 12
    assert timescale("plan_review", date(2024, 4, 1)).length == 6


def test_a_day_before_any_rule_is_refused():
    with pytest.raises(NotInForce, match="No timescale “contact_decision” is in force on 14 April 2013"):
        timescale("contact_decision", date(2013, 4, 14))


def test_an_unknown_timescale_is_refused_with_those_there_are():
    with pytest.raises(KeyError, match="contact_decision, feedback_to_referrer"):
        timescale("contact_decisions", DAY)


def test_two_rules_may_not_be_in_force_on_one_day():
    rule = TIMESCALES["plan_review"]
    with pytest.raises(PracticeDataFault, match="two versions are in force on 2024-04-01"):
        check_versions([rule, replace(rule, valid_from=date(2024, 4, 1))], "Timescale plan_review")
    ended = replace(rule, valid_to=date(2024, 4, 2))
    with pytest.raises(PracticeDataFault, match="two versions are in force on 2024-04-01"):
        check_versions([ended, replace(rule, valid_from=date(2024, 4, 1), valid_to=date(2025, 4, 1))], "Timescale")
    with pytest.raises(PracticeDataFault, match="not after it starts"):
        check_versions([replace(rule, valid_to=rule.valid_from)], "Timescale plan_review")


@pytest.mark.parametrize(
    "fault", [{"length": 0}, {"unit": "moons"}, {"units_allowed": ("moons",)}, {"source": ""}, {"starts": ""}]
)
def test_a_rule_that_cannot_be_is_refused_when_it_is_loaded(fault):
    with pytest.raises(PracticeDataFault, match="Timescale rag_red"):
        replace(TIMESCALES["rag_red"], **fault)


def test_values_cannot_be_changed_once_loaded():
    with pytest.raises(FrozenInstanceError):
        TIMESCALES["rag_red"].length = 5
    with pytest.raises(TypeError):
        TIMESCALES["rag_red"] = TIMESCALES["rag_green"]
    with pytest.raises(TypeError):
        del VERSIONS["rag_red"]


@given(instants, st.sampled_from(sorted(TIMESCALES)))
def test_nothing_is_due_before_it_starts_and_its_day_fits_its_instant(started_at, key):
    rule = TIMESCALES[key]
    due = due_at(rule, started_at, HUB)
    assert due > started_at
    last_instant = due - timedelta(microseconds=1) if rule.whole_days else due
    assert last_instant.astimezone(LONDON).date() == due_on(rule, started_at, HUB)


@given(instants, instants, st.sampled_from(sorted(TIMESCALES)))
def test_what_starts_later_is_never_due_sooner(one, other, key):
    rule = TIMESCALES[key]
    assert due_at(rule, min(one, other), HUB) <= due_at(rule, max(one, other), HUB)
