"""A headline says what the figures show and no more."""

import dataclasses

import pytest

from kinfold.reports import Point, headline, headline_under_title
from tests.reports.samples import QUARTERS, contacts, in_time, protection_plans


def test_the_latest_quarter_is_set_beside_the_same_quarter_a_year_before():
    assert headline(contacts(100, 500, 500, 500, 120)) == (
        "Contacts into the MASH rose from 100 in Q1 2022-23 to 120 in Q1 2023-24. "
        "Too few quarters to say whether this is a trend."
    )


def test_a_year_not_known_leaves_the_last_quarter_shown():
    assert headline(contacts(100, None, 90)).startswith(
        "Contacts into the MASH fell from 100 in Q1 2022-23 to 90 in Q3 2022-23"
    )


def test_two_figures_that_print_alike_have_stayed():
    part = dataclasses.replace(
        protection_plans(),
        points=(Point(period=QUARTERS[0], value=49.01), Point(period=QUARTERS[1], value=49.04)),
    )
    assert headline(part).startswith(
        "Children with a child protection plan stayed at 49.0 per 10,000 children aged 0 to 17 between"
    )


def test_one_figure_alone_is_no_change():
    assert headline(contacts(100)) == (
        "Contacts into the MASH: 100 in Q1 2022-23. Too few quarters to say whether it is changing."
    )


@pytest.mark.parametrize(
    ("latest", "ending"),
    [
        (200, ", the highest of the last 9 quarters shown."),
        (50, ", the lowest of the last 9 quarters shown."),
        (105, ", within the range of the 8 quarters before (100 to 107)."),
        (107, ", within the range of the 8 quarters before (100 to 107)."),
    ],
)
def test_eight_quarters_are_enough_to_say_how_usual_the_latest_is(latest, ending):
    assert headline(contacts(*range(100, 108), latest)).endswith(ending)


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("suppressed", "the figure is suppressed for Q1 2024-25"),
        ("not_covered", "there are no data for Q1 2024-25"),
        ("no_cases", "there were no cases for Q1 2024-25"),
        ("not_submitted", "the figure has not been sent in for Q1 2024-25"),
    ],
)
def test_a_latest_figure_that_is_not_shown_is_not_replaced_by_an_older_one(status, said):
    points = (*contacts(1, 2, 3).points, Point(period="2024-25-Q1", value=None, status=status))
    assert headline(dataclasses.replace(contacts(), points=points)) == f"Contacts into the MASH: {said}."


def test_years_and_months_are_called_so():
    yearly = dataclasses.replace(contacts(100), periods_in_year=1)
    assert "Too few years" in headline(yearly)
    assert headline(in_time()).startswith(
        "Decisions made within one working day rose from 91.3% in Q4 2023-24 to 93.1%"
    )


def test_under_its_title_a_headline_does_not_say_the_title_again():
    assert headline_under_title(contacts(10, 20)).startswith("Rose from 10 in Q1 2022-23 to 20 in Q2 2022-23.")
    assert headline_under_title(contacts(10, None)) == "The figure is suppressed for Q2 2022-23."
