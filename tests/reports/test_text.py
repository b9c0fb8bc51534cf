"""Text from anywhere is safe to print and keeps what people wrote."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinfold.reports.text import clean, isolated, never_a_formula, paragraphs, reads_right_to_left, shortened

ARABIC = "ليلى"


@given(st.text(alphabet=st.characters(codec=None)))
def test_clean_text_can_be_encoded_and_cleaned_again_unchanged(text):
    cleaned = clean(text)
    cleaned.encode("utf-8")
    assert clean(cleaned) == cleaned


@pytest.mark.parametrize("kept", ["Zoë O'Brien-Łukasz", ARABIC, "👩\u200d👧", "line\nline\ttab", "=1+1", "<b>"])
def test_names_emoji_and_signs_are_kept(kept):
    assert clean(kept) == kept


def test_a_name_read_from_the_right_does_not_turn_its_sentence():
    assert reads_right_to_left(f"{ARABIC}, 26 July")
    assert not reads_right_to_left(f"{isolated(ARABIC)}, 26 July")
    assert isolated("Maya") == "Maya"


def test_paragraphs_are_parted_by_blank_lines():
    assert paragraphs("one\nstill one\n\n\n\ntwo\n\n") == ("one\nstill one", "two")


def test_a_label_is_cut_with_an_ellipsis():
    assert shortened("Early Help\n and Prevention", 12) == "Early Help…"
    assert shortened("short", 12) == "short"


@pytest.mark.parametrize("text", ["=1+1", "+44 23", "-5", "@here", "\t=1", "\r=1"])
def test_what_begins_like_a_formula_is_set_off(text):
    assert never_a_formula(text) == f"'{text}"


def test_other_text_stays_as_it_is():
    assert never_a_formula("Ward = Fratton") == "Ward = Fratton"
