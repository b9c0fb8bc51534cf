"""A figure is written one way, and what is not shown is a word."""

import pytest

from kinfold.reports import Unit, figure, with_unit
from kinfold.reports.figures import EXPLAINED, WORDS_FOR, unit_words
from tests.reports.samples import CONTACTS, PER_10_000, SHARE

DAYS = Unit(kind="days", counts="days")


@pytest.mark.parametrize(
    ("value", "unit", "written"),
    [
        (22_020, CONTACTS, "22,020"),
        (0, CONTACTS, "0"),
        (204 / 41_639 * 10_000, PER_10_000, "49.0"),
        (1_234.55, PER_10_000, "1,234.6"),
        (0.25, PER_10_000, "0.3"),
        (91.25, SHARE, "91.3%"),
        (-0.04, PER_10_000, "0.0"),
        (100, SHARE, "100.0%"),
        (2.5, DAYS, "2.5"),
        (5e-324, PER_10_000, "0.0"),
    ],
)
def test_a_figure_is_rounded_by_its_unit_and_half_goes_up(value, unit, written):
    assert figure(value, unit) == written


@pytest.mark.parametrize("status", WORDS_FOR)
def test_what_is_not_shown_is_a_word_that_the_notes_explain(status):
    assert figure(None, CONTACTS, status) == WORDS_FOR[status]
    assert EXPLAINED[status]


def test_a_figure_with_a_status_is_not_written_even_where_a_value_slips_in():
    assert figure(3, CONTACTS, "suppressed") == "suppressed"


def test_a_sentence_gets_the_unit_that_the_title_does_not_say():
    assert with_unit(49.0, PER_10_000) == "49.0 per 10,000 children aged 0 to 17"
    assert with_unit(5_710, CONTACTS) == "5,710"
    assert with_unit(2.5, DAYS) == "2.5 days"
    assert with_unit(None, PER_10_000, "suppressed") == "suppressed"


def test_an_axis_names_its_unit():
    assert unit_words(CONTACTS) == "Number of contacts"
    assert unit_words(PER_10_000) == "Rate per 10,000 children aged 0 to 17"
    assert unit_words(SHARE) == "Percentage of decisions"
