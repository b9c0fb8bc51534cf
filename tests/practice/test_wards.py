"""How deprived a ward is, in bands that the partnership sets."""

import pytest

from kinfold.practice import code_lists
from kinfold.practice.dated import PracticeDataFault, read_text
from kinfold.practice.wards import WARDS, read_wards

TEXT = read_text("wards.toml")


def test_every_ward_is_in_one_band_and_the_most_deprived_come_first():
    inside = [ward for wards in WARDS.bands.values() for ward in wards]
    assert sorted(inside) == sorted(code.code for code in code_lists.code_list("ward"))
    assert list(WARDS.bands) == ["40% or more", "30% to 39%", "under 30%"]
    assert WARDS.bands["40% or more"] == ("Charles Dickens", "Fratton", "Paulsgrove", "St Thomas")


def test_a_ward_at_the_edge_of_a_band_is_in_it():
    assert WARDS.percent["Cosham"] == 30
    assert WARDS.band_of("Cosham") == "30% to 39%"
    assert WARDS.band_of("Leigh Park") is None


def test_other_bands_are_a_matter_of_other_numbers():
    halves = read_wards(TEXT.replace("bands = [30, 40]", "bands = [50]"))
    assert halves.bands["50% or more"] == ("Charles Dickens", "St Thomas")


@pytest.mark.parametrize(
    ("said", "instead", "told"),
    [
        ('"Milton" = 29\n', "", "not those of the code list: Milton"),
        ('"Milton" = 29', '"Milton" = 129', "between 0 and 100"),
        ("bands = [30, 40]", "bands = [40, 30]", "lowest first"),
        ("bands = [30, 40]", "bands = []", "lowest first"),
    ],
)
def test_a_fault_in_the_file_is_named(said, instead, told):
    with pytest.raises(PracticeDataFault, match=told):
        read_wards(TEXT.replace(said, instead))
