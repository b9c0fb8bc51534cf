"""An age that was only told becomes a birthday one may correct: a child without one would count as grown up."""

from datetime import date

import pytest
from django.urls import reverse

from kinfold.web.core import clock
from kinfold.web.mash.forms.hub.matching import best_guess
from kinfold.web.people.models import Person


@pytest.mark.parametrize(
    ("age", "birthday"),
    [
        ("about 7", date(2018, 11, 1)),
        ("8", date(2017, 11, 1)),
        ("18 months", date(2024, 11, 1)),
        ("3 weeks", date(2026, 5, 1)),
        ("a baby", None),
        ("", None),
    ],
)
def test_the_guess_is_the_first_of_a_month_in_the_middle_of_that_age(age, birthday):
    assert best_guess(age, date(2026, 5, 20)) == birthday


def test_the_hub_records_a_child_whose_age_was_told_as_a_child(browser_of, told, decider):
    child = told(described_born_on=None, described_age="about 7")
    page = reverse("mash:new_person", args=[child.pk])
    browser = browser_of(decider)
    guess = best_guess("about 7", clock.today())
    assert f'value="{guess.year}"' in browser.get(page).content.decode()

    typed = {"forename": "Quilla", "surname": "Vey", "unborn": "no", "family": "new", "version": child.version}
    assert "Enter the date of birth, or your best guess" in browser.post(page, typed).content.decode()
    birthday = {f"born_on-{part}": getattr(guess, part) for part in ("day", "month", "year")}
    assert browser.post(page, typed | birthday).status_code == 302
    child.refresh_from_db()
    assert child.person in Person.objects.children(clock.today())
