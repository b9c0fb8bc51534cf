"""The manual's pages on indicators are the ones committed."""

from pathlib import Path

import pytest

from kinfold.indicators import reference
from kinfold.indicators.catalogue import INDICATORS
from tests.spec import manual

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"


@pytest.mark.parametrize(
    ("name", "written", "module"),
    [
        ("indicators.md", reference.page, "kinfold.indicators.reference"),
        ("indicator-examples.md", manual.page, "tests.spec.manual"),
    ],
)
def test_the_committed_page_says_what_the_code_does(name, written, module):
    assert (REFERENCE / name).read_text(encoding="utf-8") == written(), (
        f"Run `python -m {module} docs/reference` and commit the page."
    )


def test_the_page_defines_every_indicator():
    assert all(f"- **Key:** `{one.key}`" in reference.page() for one in INDICATORS)
    assert all(one.numerator.words in reference.page() for one in INDICATORS)
