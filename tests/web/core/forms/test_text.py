"""Text keeps every character people can see, and none that hides or reorders others."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinfold.web.core.forms.text import clean_line, clean_text, inside_sentence


@pytest.mark.parametrize(
    "name", ["محمد عبد الله", "Zoë", "O’Shaughnessy-Nwachukwu", "李小龍", "👩‍👧‍👦 Ama", "=SUM(A1)"]
)
def test_names_of_every_script_stay_as_they_are(name):
    assert clean_line(name) == name


def test_characters_that_turn_text_around_are_taken_out():
    assert clean_text("report\u202egpj.exe\u2066\u2069") == "reportgpj.exe"


def test_control_characters_are_taken_out_and_lines_stay():
    assert clean_text("one\x00\x07\r\ntwo\u2028three\rfour") == "one\ntwo\nthree\nfour"


def test_two_ways_of_writing_an_accent_become_one():
    assert clean_text("Zoe\u0308") == "Zo\u00eb"


def test_a_line_has_single_spaces():
    assert clean_line("  Maya \t\n Okafor  ") == "Maya Okafor"


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text):
    once = clean_text(text)
    assert clean_text(once) == once
    assert unicodedata.is_normalized("NFC", once)


def test_a_label_inside_a_sentence_keeps_its_capitals_only_where_they_belong():
    assert inside_sentence("Date of birth") == "date of birth"
    assert inside_sentence("NHS number") == "NHS number"
    assert inside_sentence("School?") == "school"
