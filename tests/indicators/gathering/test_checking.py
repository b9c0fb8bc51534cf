"""What an agency types is refused, questioned or counted as the indicator's definition says."""

from decimal import Decimal

import pytest

from kinfold.indicators.catalogue.gathered import GATHERED, attendance, looked_after, police, send
from kinfold.indicators.gathering import (
    NotANumber,
    asked_of,
    boxes_of,
    check,
    given,
    owners_asked,
    plain,
    read_number,
)

CRIMES, SHARE, SCORE, WAIT = (
    police.crimes_of_neglect, attendance.severe_absence, looked_after.difficulties, send.mental_health_wait,
)  # fmt: skip
BY_AGE = {"0 to 4": "2", "5 to 10": "3", "11 to 15": "4", "16 to 17": "1", "Not known": "0"}
TEN_CRIMES = {"Whole, value": "10"} | {f"age: {group}, value": number for group, number in BY_AGE.items()}
ABSENT = {
    "Whole, numerator": "30", "Whole, denominator": "1,000", "phase: Primary, numerator": "5",
    "phase: Primary, denominator": "600", "phase: Secondary, numerator": "20", "phase: Secondary, denominator": "380",
    "phase: Special, numerator": "5", "phase: Special, denominator": "20",
}  # fmt: skip


def told(one, typed, note="", before=()):
    return [fault.words for fault in check(one, typed, note, [Decimal(value) for value in before])]


def figure(one, typed, by="", group=""):
    return next(each for each in given(one, typed) if (each.by, each.group) == (by, group))


def test_what_adds_up_has_no_faults():
    assert told(CRIMES, TEN_CRIMES) == []
    assert told(SHARE, ABSENT) == []


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"Whole, value": "about 10"}, "Crimes must be a number, such as 14"),
        ({"Whole, value": "10.5"}, "Crimes must be a whole number, such as 14"),
        ({"Whole, value": "-3"}, "Crimes must be 0 or more"),
        ({"Whole, value": "1e5"}, "Crimes must be a number, such as 14"),
        ({"Whole, value": "10,00"}, "Crimes must be a number, such as 14"),
        ({"Whole, value": "99999999"}, "Crimes is more than can be right: 99,999,999"),
        ({"Whole, value": ""}, "Enter Crimes; enter 0 if there were none"),
        ({"Whole, value": "11"}, "Crimes by age adds up to 10 where the whole is 11"),
        ({"age: 0 to 4, value": ""}, "Enter Crimes, age: 0 to 4; enter 0 if there were none"),
    ],
)
def test_what_is_wrong_is_said_beside_its_box(typed, words):
    assert words in told(CRIMES, TEN_CRIMES | typed)
    assert words in told(CRIMES, TEN_CRIMES | typed, note="We counted twice"), "a note excuses no mistake"


def test_a_numerator_is_never_more_than_its_denominator():
    over = ABSENT | {"Whole, numerator": "1001"}
    assert any("(1001) is more than Enrolments (1000)" in words for words in told(SHARE, over))
    in_a_group = ABSENT | {"phase: Special, numerator": "25", "Whole, numerator": "50"}
    assert any("phase: Special (25) is more than Enrolments (20)" in words for words in told(SHARE, in_a_group))


def test_out_of_nobody_is_no_figure_and_somebody_out_of_nobody_a_mistake():
    empty = ABSENT | {"phase: Special, numerator": "0", "phase: Special, denominator": "0"}
    empty |= {"Whole, numerator": "25", "Whole, denominator": "980"}
    assert told(SHARE, empty) == []
    assert figure(SHARE, empty, "phase", "Special").value is None
    assert any("is 5, out of 0" in words for words in told(SHARE, empty | {"phase: Special, numerator": "5"}))


def test_a_missing_breakdown_needs_a_note():
    assert told(CRIMES, {"Whole, value": "10"}) == [
        "Give the figure by age too, or say in the note why it cannot be given"
    ]
    assert told(CRIMES, {"Whole, value": "10"}, note="Ages are not held before May") == []


def test_nothing_at_all_needs_a_note_and_is_then_no_figure():
    assert told(CRIMES, {}) == ["Enter “Crimes of child neglect recorded”, or say in the note why it cannot be given"]
    assert told(CRIMES, {}, note="The system was down") == []
    assert given(CRIMES, {}) == []


def test_a_figure_unlike_those_before_needs_a_note():
    asked = told(CRIMES, TEN_CRIMES, before=(40, 44, 36, 40))
    assert asked == [
        "Crimes of child neglect recorded: 10, where the last 4 averaged 40.0. If it is right, say why in the note"
    ]
    assert told(CRIMES, TEN_CRIMES, note="A new unit records them", before=(40, 44, 36, 40)) == []
    assert told(CRIMES, TEN_CRIMES, before=(8, 12, 16)) == []
    assert told(CRIMES, TEN_CRIMES, before=(90,)) == [], "one quarter is no history"
    assert told(CRIMES, TEN_CRIMES, before=(900, 900, 8, 12, 11, 10)) == [], "only the last four count"


def test_small_figures_may_double_by_chance():
    typed = {"Whole, value": "6"} | {f"age: {group}, value": "0" for group in BY_AGE} | {"age: 0 to 4, value": "6"}
    assert told(CRIMES, typed, before=(2, 2, 2, 2)) == []


def test_a_score_and_a_wait_cannot_be_more_than_there_is():
    assert told(SCORE, {"Whole, numerator": "820", "Whole, denominator": "20"}) == [
        "Sum of scores makes 41.0 points each, more than 40 can be"
    ]
    assert told(WAIT, {"Whole, numerator": "120.5", "Whole, denominator": "10"}) == []
    assert figure(WAIT, {"Whole, numerator": "120.5", "Whole, denominator": "10"}).value == Decimal("12.05")


def test_figures_are_worked_out_from_their_parts():
    assert figure(SHARE, ABSENT).value == Decimal("3")
    assert figure(SHARE, ABSENT, "phase", "Secondary").value == Decimal("5.2632")
    assert figure(CRIMES, TEN_CRIMES, "age", "5 to 10").value == 3


@pytest.mark.parametrize(("typed", "number"), [("1,234", "1234"), (" £12.50 ", "12.50"), ("0", "0"), ("", None)])
def test_numbers_are_read_as_people_write_them(typed, number):
    assert read_number(typed, whole=False) == (None if number is None else Decimal(number))


@pytest.mark.parametrize("typed", ["12%", "١٢", "1 234", "=1+1", "NaN", "1.23456", "9" * 17, "<5"])
def test_nothing_is_guessed(typed):
    with pytest.raises(NotANumber):
        read_number(typed, whole=False)


def test_a_number_goes_back_into_its_box_as_it_was():
    assert [plain(Decimal(number)) for number in ("12.0000", "12.5000", "0", "1200")] == ["12", "12.5", "0", "1200"]


def test_what_is_asked_for_depends_on_the_quarter():
    police_, council = "Hampshire Constabulary", "Portsmouth City Council"
    assert asked_of(police_, "2024-25-Q1") == asked_of(police_, "2024-25-Q4")
    first, second, third, fourth = ({one.key for one in asked_of(council, f"2024-25-Q{number}")} for number in "1234")
    assert "attendance.sessions_attended" in second - first
    by_year = fourth - third
    assert by_year == {"mental_health.confident_workforce", "youth_justice.looked_after_offending"}
    assert asked_of("Halyard Homes", "2024-25-Q1") == ()
    assert owners_asked("2024-25-Q1") == (police_, council, "Spithead Community NHS Trust")


def test_every_submitted_figure_is_asked_for_in_the_course_of_a_year():
    quarters = [f"2024-25-Q{number}" for number in "1234"]
    asked = {one.key for key in quarters for owner in owners_asked(key) for one in asked_of(owner, key)}
    assert asked == {one.key for one in GATHERED if one.collected == "submitted"}


def test_no_two_boxes_of_an_indicator_have_one_name():
    for one in GATHERED:
        names = [box.name for box in boxes_of(one)]
        assert len(set(names)) == len(names), one.key
