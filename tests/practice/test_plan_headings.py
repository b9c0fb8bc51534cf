"""The headings of a family's plan in other languages: whole, of languages that there are, and in letters that print."""

from __future__ import annotations

import subprocess

import pytest

from kinfold.practice.code_lists import labels
from kinfold.practice.plan_headings import NAMES, all_headings, headings_in

LANGUAGES = sorted(all_headings())


def test_english_needs_none_and_nobody_is_given_anothers():
    assert headings_in("en") is None
    assert headings_in("") is None
    assert headings_in("xx") is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_says_every_heading_once_in_a_language_of_the_list(language):
    found = headings_in(language)
    assert language in labels("language")
    assert set(found.words) == set(NAMES)
    assert len(set(found.words.values())) == len(NAMES)
    assert found.title


def test_what_no_translator_has_checked_says_so():
    assert not any(found.checked for found in all_headings().values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_font_of_this_machine_has_its_letters(language):
    """Without one a PDF would print boxes."""
    letters = {ord(one) for said in headings_in(language).words.values() for one in said if not one.isspace()}
    wanted = f":charset={' '.join(f'{one:x}' for one in sorted(letters))}"
    found = subprocess.run(["fc-list", wanted, "family"], capture_output=True, text=True, check=True)
    assert found.stdout.strip(), language


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("fa", "rtl"), ("ur", "rtl"), ("pl", "ltr")])
def test_it_runs_the_way_it_is_read(language, direction):
    assert headings_in(language).direction == direction
