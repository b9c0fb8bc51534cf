"""Dates and times are read as people type them, and what is wrong is said plainly."""

from datetime import UTC, date, datetime, time

import pytest

from kinfold.web.core.forms import DateField, GovukForm, MomentField, TimeField
from kinfold.web.core.forms.times import read_time

NOW = datetime(2026, 5, 6, 13, 20, tzinfo=UTC)


class Born(GovukForm):
    born_on = DateField(label="Date of birth", must_be="past")


class Happened(GovukForm):
    happened_at = MomentField(label="When it happened", must_be="today_or_past", required=False)


def typed(name, day, month, year, **more):
    return {f"{name}-day": day, f"{name}-month": month, f"{name}-year": year} | {
        f"{name}-{part}": value for part, value in more.items()
    }


def errors_of(form):
    return [error["text"] for error in form.error_list]


@pytest.mark.parametrize(
    ("boxes", "said", "first_box"),
    [
        (("", "", ""), "Enter date of birth", "day"),
        (("3", "5", ""), "Date of birth must include a year", "year"),
        (("", "", "2019"), "Date of birth must include a day and month", "day"),
        (("3", "5", "19"), "Date of birth must include a year with four numbers, like 2019", "year"),
        (("31", "2", "2019"), "Date of birth must be a real date", "day"),
        (("3", "13", "2019"), "Date of birth must be a real date", "month"),
        (("x", "5", "2019"), "Date of birth must be a real date", "day"),
        (("٣", "5", "2019"), "Date of birth must be a real date", "day"),
        (("7", "5", "2026"), "Date of birth must be in the past", "day"),
        (("6", "5", "2026"), "Date of birth must be in the past", "day"),
        (("1", "1", "1850"), "Date of birth must be 1 January 1900 or later", "day"),
    ],
)
def test_a_wrong_date_is_told_in_words_and_the_link_leads_to_the_box(boxes, said, first_box):
    form = Born(typed("born_on", *boxes), now=NOW)
    assert not form.is_valid()
    assert form.error_list == [{"text": said, "href": f"#id_born_on-{first_box}"}]


@pytest.mark.parametrize("month", ["2", "02", "Feb", "february"])
def test_a_month_may_be_a_number_or_a_name(month):
    form = Born(typed("born_on", "28", month, "2019"), now=NOW)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["born_on"] == date(2019, 2, 28)


def test_what_was_typed_stays_in_the_boxes():
    items = Born(typed("born_on", "31", "2", "2019"), now=NOW)["born_on"].params()["items"]
    assert [item["value"] for item in items] == ["31", "2", "2019"]
    assert "govuk-input--error" in items[0]["classes"]
    assert "govuk-input--error" not in items[2]["classes"]


def test_a_known_date_fills_its_boxes():
    items = Born(initial={"born_on": date(2019, 2, 28)}, now=NOW)["born_on"].params()["items"]
    assert [item["value"] for item in items] == ["28", "2", "2019"]


def test_a_moment_is_an_instant_of_the_clock_in_portsmouth():
    form = Happened(typed("happened_at", "3", "5", "2026", time="2:30pm"), now=NOW)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["happened_at"] == datetime(2026, 5, 3, 13, 30, tzinfo=UTC)


def test_a_moment_later_today_has_not_happened_yet():
    form = Happened(typed("happened_at", "6", "5", "2026", time="3pm"), now=NOW)
    assert errors_of(form) == ["When it happened must be today or in the past"]


def test_a_moment_needs_its_time_and_its_date():
    assert errors_of(Happened(typed("happened_at", "6", "5", "2026", time=""), now=NOW)) == [
        "When it happened must include a time"
    ]
    assert errors_of(Happened(typed("happened_at", "", "", "", time="3pm"), now=NOW)) == [
        "When it happened must include a date"
    ]
    assert Happened(typed("happened_at", "", "", "", time=""), now=NOW).is_valid()


def test_a_known_moment_fills_its_boxes_by_the_local_clock():
    form = Happened(initial={"happened_at": datetime(2026, 7, 3, 13, 30, tzinfo=UTC)}, now=NOW)
    assert [item["value"] for item in form["happened_at"].params()["items"]] == ["3", "7", "2026", "2:30pm"]


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ("9:30am", time(9, 30)),
        ("9.30 PM", time(21, 30)),
        ("0930", time(9, 30)),
        ("14:30", time(14, 30)),
        ("9am", time(9)),
        ("12am", time(0)),
        ("12 p.m.", time(12)),
        ("midday", time(12)),
        ("9", None),
        ("25:00", None),
        ("13pm", None),
        ("9:75am", None),
        ("teatime", None),
    ],
)
def test_times_are_read_as_people_say_them(said, at):
    assert read_time(said) == at


def test_a_wrong_time_is_told_and_kept():
    class Visit(GovukForm):
        at = TimeField(label="Time of the visit")

    form = Visit({"at": "teatime"})
    assert errors_of(form) == ["Time of the visit must be a time, like 9:30am or 2:30pm"]
    assert form["at"].params()["value"] == "teatime"


def test_a_question_is_no_beginning_of_a_sentence():
    asked = type("Asked", (GovukForm,), {"held_on": DateField(label="When was it?", must_be="today_or_past")})
    form = asked(typed("held_on", "7", "5", "2026"), now=NOW)
    assert errors_of(form) == ["The date must be today or in the past"]
