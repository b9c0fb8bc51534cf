"""Names that one person goes by, and days that a birthday is mistaken for."""

from __future__ import annotations

from datetime import date

import pytest

from kinfold.practice import names


@pytest.mark.parametrize(
    ("name", "other"),
    [("Bill Hart", "william hart"), ("Zoë-Lizzie Hart", "zoe elizabeth hart"), ("MUHAMMAD Ali", "mohammed ali")],
)
def test_a_name_has_other_forms_whole_and_plain(name, other):
    assert other in names.also_known_as(name)


@pytest.mark.parametrize("name", ["", "Quillfeather", "👩‍👧", "محمد"])
def test_a_name_that_the_list_does_not_have_has_no_other_form(name):
    assert names.also_known_as(name) == ()


def test_a_name_of_many_words_has_few_other_forms():
    assert len(names.also_known_as("Mohammed William Elizabeth " * 20)) == names.MOST_NAMES


@pytest.mark.parametrize(
    "mistaken",
    [date(2017, 3, 12), date(2071, 12, 3), date(2018, 12, 3), date(2017, 11, 3), date(2007, 12, 3), date(2017, 12, 4)],
)
def test_a_birthday_is_mistaken_for_others_near_in_writing(mistaken):
    assert mistaken in names.mistaken_for(date(2017, 12, 3))


@pytest.mark.parametrize("born_on", [date(2016, 2, 29), date(1, 1, 1), date(9999, 12, 31)])
def test_no_day_is_made_up_that_there_is_not_nor_the_birthday_itself(born_on):
    assert born_on not in names.mistaken_for(born_on)
