"""A copy of the plan has its headings in the language of whoever keeps it too, on screen and as a PDF."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader

from kinfold.web.people.models import Person


@pytest.fixture
def reads(family):
    def read(language: str) -> Person:
        Person.objects.filter(pk=family.parent.pk).update(first_language=language)
        return family.parent

    return read


def copy_of(plan, person) -> str:
    return f"/early-help/plans/{plan.pk}/copies/{person.pk}"


@pytest.mark.parametrize(
    ("language", "direction", "heading"),
    [("pl", "ltr", "Nasze cele"), ("ar", "rtl", "أهدافنا"), ("bn", "ltr", "আমাদের লক্ষ্য")],
)
def test_on_screen_under_the_english_ones(browser_of, agreed_plan, lead, reads, language, direction, heading):
    page = browser_of(lead).get(copy_of(agreed_plan, reads(language))).text
    assert f'lang="{language}" dir="{direction}">{heading}</span>' in page
    assert "Our goals" in page


def test_as_a_pdf(browser_of, agreed_plan, lead, reads):
    made = browser_of(lead).get(f"{copy_of(agreed_plan, reads('uk'))}/pdf").content
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(made)).pages)
    assert "Наші цілі" in text
    assert "Що зробите ви" in text
    assert "Our goals" in text


@pytest.mark.parametrize("language", ["", "en", "xx"])
def test_english_alone_where_there_are_none(browser_of, agreed_plan, lead, reads, language):
    assert "kf-also" not in browser_of(lead).get(copy_of(agreed_plan, reads(language))).text


def test_whoever_makes_the_copy_is_told_that_nobody_checked_them(browser_of, agreed_plan, lead, reads):
    reads("ro")
    page = browser_of(lead).get(f"/early-help/plans/{agreed_plan.pk}/copies").text
    assert "The headings stand in Romanian too; no translator has checked them." in page
