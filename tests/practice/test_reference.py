"""The manual's pages that practice writes are the ones committed."""

from pathlib import Path

import pytest

from kinfold.practice.code_lists import CODE_LISTS
from kinfold.practice.defaults import SETTINGS
from kinfold.practice.reference import PAGES
from kinfold.practice.timescales import TIMESCALES

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"


@pytest.mark.parametrize("name", PAGES)
def test_the_committed_page_says_what_the_code_does(name):
    assert (REFERENCE / name).read_text(encoding="utf-8") == PAGES[name](), (
        "Run `python -m kinfold.practice.reference docs/reference` and commit the page."
    )


def test_the_page_names_every_timescale_and_setting_and_keeps_law_from_local_practice():
    law, local = PAGES["timescales.md"]().split("## Local practice")
    for rule in TIMESCALES.values():
        assert (rule.title in law) == rule.statutory
        assert (rule.title in local) == rule.local
    assert all(f"(`{key}`)" in local for key in SETTINGS)


def test_the_page_names_every_code_list():
    assert all(f"## `{name}`" in PAGES["code-lists.md"]() for name in CODE_LISTS)
