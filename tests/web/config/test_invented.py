"""The demonstration's invented figures are figures that an agency could send, and say that they are invented."""

import pytest

from kinfold.indicators.catalogue.gathered import GATHERED
from kinfold.indicators.gathering import check, given
from kinfold.web.config import invented

QUARTERS = ("2023-24-Q4", "2024-25-Q1", "2024-25-Q2", "2024-25-Q3")


@pytest.mark.parametrize("one", [one for one in GATHERED if one.collected == "submitted"], ids=lambda one: one.key)
def test_every_one_passes_the_checks_without_a_note_to_excuse_it(one):
    before = []
    for period in QUARTERS:
        typed = invented.typed(one, period)
        assert check(one, typed, "", before) == [], typed
        before.append(given(one, typed)[0].value)


def test_the_same_quarter_is_always_the_same_and_another_is_not():
    one = GATHERED[0]
    assert invented.typed(one, "2024-25-Q1") == invented.typed(one, "2024-25-Q1")
    assert len({str(invented.typed(one, period)) for period in QUARTERS}) > 1


def test_the_note_says_so():
    assert "Invented" in invented.NOTE
