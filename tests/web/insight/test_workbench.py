"""Any indicator, breakdown and period, with limits, as one page whose address can be shared."""

from __future__ import annotations

import pytest

from kinfold.indicators.catalogue import BY_KEY
from kinfold.indicators.periods import period
from kinfold.reports import Unit
from kinfold.web.insight.models import Figure
from kinfold.web.insight.selectors import funnelled, released
from kinfold.web.insight.selectors.limits import limits_words
from tests.web.insight.conftest import QUARTER, TODAY

IN_TIME = "mash.decided_in_time"


def text(response) -> str:
    return " ".join(response.content.decode().split())


def test_the_choice_of_an_indicator_opens_its_page_with_every_other_choice(release, analyst, browser_of):
    browser = browser_of(analyst)
    chosen = "since=2023-24-Q1&quarter=2023-24-Q3&by=sex&audience=board"
    answer = browser.get(f"/workbench?indicator={IN_TIME}&{chosen}&nonsense=1")
    assert answer["Location"] == f"/scorecard/{IN_TIME}?{chosen}"
    assert browser.get("/workbench?indicator=no.such").status_code == 404
    page = text(browser.get(answer["Location"]))
    assert '<option value="2023-24-Q1" selected' in page
    assert '<option value="sex" selected' in page


def test_only_the_quarters_chosen_are_shown_and_the_limits_rest_on_them(release, chair, browser_of):
    page = text(browser_of(chair).get(f"/scorecard/{IN_TIME}?since=2023-24-Q2&quarter=2023-24-Q3"))
    shown = page[page.index("By quarter") : page.index("Years, and the year to date")]
    assert "(Q2 2023-24)" in shown
    assert "(Q1 2023-24)" not in shown
    assert "(Q4 2023-24)" not in shown
    assert "The mean and limits rest on the quarters shown" in page


def test_a_first_quarter_after_the_last_is_no_choice(release, chair, browser_of):
    page = text(browser_of(chair).get(f"/scorecard/{IN_TIME}?since=2023-24-Q4&quarter=2023-24-Q2"))
    assert "(Q1 2023-24)" in page[page.index("By quarter") :]


@pytest.mark.parametrize(
    ("kind", "value", "part", "of", "words"),
    [
        ("share", 80.0, 80, 100, "71.1% to 86.7%"),  # Wilson
        ("count", 100, 100, None, "81 to 122"),  # Byar
        ("count", 4, 4, None, "1 to 10"),  # exact
        ("rate", 100.0, 100, 10_000, "81.4 to 121.6"),
        ("days", 12.5, 100, 8, ""),
        ("share", None, None, None, ""),
    ],
)
def test_each_kind_of_figure_has_the_limits_that_it_requires(kind, value, part, of, words):
    unit = Unit(kind=kind, counts="contacts", of="children", per=10_000 if kind == "rate" else 1)
    assert limits_words(value, part, of, unit) == words


def test_wards_stand_in_a_funnel_of_a_share_and_not_of_a_count(release, analyst, browser_of):
    found = released.newest(analyst, TODAY)
    page = text(browser_of(analyst).get(f"/scorecard/{IN_TIME}?by=ward"))
    assert "Funnel chart. Contacts decided within one working day, by ward" in page
    assert funnelled.funnelled(found, BY_KEY["mash.contacts"], "ward", period(QUARTER)) is None
    assert funnelled.funnelled(found, BY_KEY[IN_TIME], "sex", period(QUARTER)) is None


def test_a_ward_whose_number_is_hidden_is_in_no_funnel(release, analyst):
    rows = Figure.objects.filter(release=release, indicator=IN_TIME, period=QUARTER, by="ward", status="shown")
    rows.update(hidden=False)
    rows.filter(pk=rows.first().pk).update(hidden=True)
    seen = [
        funnelled.funnelled(released.newest(analyst, TODAY, "practice"), BY_KEY[IN_TIME], "ward", period(QUARTER)),
        funnelled.funnelled(
            released.Released(release, "board", hides_small_numbers=True), BY_KEY[IN_TIME], "ward", period(QUARTER)
        ),
    ]
    whole, cut = (int(one.headline.split("average of ")[1].split()[0]) for one in seen)
    assert whole - cut == 1
