"""NHS numbers and unique pupil numbers: which are possible, and what a person is told of one that is not."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kinfold.practice.identifiers import (
    UPN_LETTERS,
    ImpossibleIdentifier,
    identifier,
    is_temporary_upn,
    nhs_check_digit,
    nhs_number,
    problem_with,
    upn,
    upn_check_letter,
)

nine_digits = st.text("0123456789", min_size=9, max_size=9)
twelve_characters = st.builds(
    "".join, st.tuples(st.text("0123456789", min_size=11, max_size=11), st.sampled_from("0123456789" + UPN_LETTERS))
)


@pytest.mark.parametrize("text", ["943 476 5919", "9434765919", " 943-476-5919 ", "943\u00a0476\u20135919"])
def test_the_nhs_data_dictionarys_example_is_possible_however_it_is_spaced(text):
    assert nhs_number(text) == "9434765919"


@pytest.mark.parametrize("text", ["401 023 2137", "999 000 0018"])
def test_other_published_examples_are_possible(text):
    assert nhs_number(text) == text.replace(" ", "")


@pytest.mark.parametrize(
    "text", ["943 476 5918", "943 476 9519", "1234567890", "0000000000", "1111111111", "5555555555", "9999999999"]
)
def test_an_impossible_nhs_number_is_refused(text):
    assert problem_with("nhs_number", text) == "This is not a real NHS number: check each digit where you found it"


@pytest.mark.parametrize("text", ["", "943476591", "94347659190", "943476591X", "٩٤٣٤٧٦٥٩١٩", "9434765919'--"])
def test_an_nhs_number_has_ten_digits(text):
    assert problem_with("nhs_number", text) == "An NHS number has 10 digits, like 943 476 5919"


@given(nine_digits, st.integers(0, 9), st.integers(1, 9))
def test_one_wrong_digit_is_always_noticed(first_nine, place, by):
    check = nhs_check_digit(first_nine)
    assume(check is not None and len(set(first_nine + check)) > 1)
    right = first_nine + check
    wrong = right[:place] + str((int(right[place]) + by) % 10) + right[place + 1 :]
    assert nhs_number(right) == right
    assert problem_with("nhs_number", wrong)


@given(nine_digits, st.integers(0, 8))
def test_two_neighbouring_digits_swapped_are_always_noticed(first_nine, place):
    check = nhs_check_digit(first_nine)
    assume(check is not None)
    right = first_nine + check
    assume(right[place] != right[place + 1])
    wrong = right[:place] + right[place + 1] + right[place] + right[place + 2 :]
    assert problem_with("nhs_number", wrong)


@pytest.mark.parametrize("text", ["H801200001001", "h801200001001", " H80 1200 001001 "])
def test_the_guides_example_upn_is_possible_however_it_is_typed(text):
    assert upn(text) == "H801200001001"


@pytest.mark.parametrize("text", ["A801200001001", "H801200001002", "H801200010001", "I801200001001"])
def test_an_impossible_upn_is_refused(text):
    assert problem_with("upn", text) == (
        "This is not a real unique pupil number: check each character where you found it"
    )


@pytest.mark.parametrize(
    "text", ["", "H80120000100", "H8012000010011", "8H01200001001", "H80120000100I", "H80120000100١"]
)
def test_a_upn_is_a_letter_and_twelve_digits(text):
    assert problem_with("upn", text) == "A unique pupil number is a letter, then 12 digits, like H801200001001"


def test_check_letters_leave_out_those_that_look_like_digits():
    assert len(UPN_LETTERS) == 23
    assert not set(UPN_LETTERS) & set("IOS")


def test_a_temporary_upn_ends_in_a_letter_that_counts():
    # 8×2 + 0×3 + 1×4 + 2×5 + 0 + 0 + 0 + 0 + 1×10 + 0 + 0 = 40, and B (1) × 13 = 13: 53, which leaves 7: H.
    assert upn("H80120000100B") == "H80120000100B"
    assert is_temporary_upn("H80120000100B")
    assert not is_temporary_upn("H801200001001")


@given(twelve_characters, st.integers(1, 11), st.integers(1, 9))
def test_one_wrong_digit_in_a_upn_is_always_noticed(last_twelve, place, by):
    right = upn_check_letter(last_twelve) + last_twelve
    wrong = right[:place] + str((int(right[place]) + by) % 10) + right[place + 1 :]
    assert upn(right) == right
    assert problem_with("upn", wrong)


def test_a_former_upn_is_checked_as_a_upn_is():
    assert identifier("former_upn", "h801200001001") == "H801200001001"
    assert problem_with("former_upn", "A801200001001")


def test_other_numbers_are_only_trimmed_and_not_empty():
    assert identifier("local_id", "  MOS-00123 ") == "MOS-00123"
    assert problem_with("local_id", "  ") == "Enter the number"


def test_an_unknown_kind_of_number_is_refused():
    with pytest.raises(KeyError, match="no kind of identifier called “shoe_size”"):
        identifier("shoe_size", "7")


@given(st.text())
def test_whatever_is_typed_is_taken_or_refused_in_a_sentence(text):
    for kind in ("nhs_number", "upn"):
        if problem_with(kind, text) is None:
            kept = identifier(kind, text)
            assert identifier(kind, kept) == kept
        else:
            with pytest.raises(ImpossibleIdentifier):
                identifier(kind, text)
