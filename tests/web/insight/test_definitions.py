"""What is counted may change: quarters that were over keep their figures, and the page says where the break is."""

from dataclasses import replace
from datetime import date

import pytest

from kinfold.indicators.catalogue import BY_KEY
from kinfold.indicators.engine.definition import Rule
from kinfold.indicators.engine.words import _
from kinfold.web.insight import definitions
from kinfold.web.insight.models import Figure, Ruling
from kinfold.web.insight.selectors import released
from kinfold.web.insight.selectors.rulings import ruled
from tests.factories import worker
from tests.web.insight.conftest import QUARTER, SO_FAR, TODAY

KEY = "mash.contacts"
OTHERWISE = replace(BY_KEY[KEY], numerator=Rule("A contact that was rated red", _.decision == "social_care"))


@pytest.fixture
def changed(release):
    """A release of today's figures, counted after one that counted otherwise until this quarter began."""
    release.definitions = definitions.in_force()
    now = release.definitions | definitions.in_force([OTHERWISE])
    release.changes = definitions.changes(release, now)
    release.save(update_fields=["definitions", "changes"])
    return release


def test_a_changed_rule_holds_from_the_quarter_that_was_open(changed):
    assert definitions.before(changed.changes, KEY) == [(date(2024, 4, 1), definitions.in_words(BY_KEY[KEY]))]
    assert set(changed.changes) == {KEY}


def test_two_changes_within_one_quarter_are_one_break(changed):
    again = definitions.changes(changed, definitions.in_force())
    changed.definitions |= definitions.in_force([OTHERWISE])
    assert definitions.changes(changed, definitions.in_force()) == again == changed.changes


def test_the_first_release_and_one_before_definitions_were_kept_change_nothing(release):
    assert definitions.changes(None, definitions.in_force()) == {}
    assert definitions.changes(release, definitions.in_force()) == {}


def test_periods_that_were_over_keep_their_figures_and_the_open_one_does_not(changed):
    kept = definitions.kept(changed, changed.changes)
    counted = [replace(one, numerator=1, value=1) for one in released.figures(seen(changed), keys=[KEY])[KEY]]
    found = {one.period: one.value for one in definitions.with_kept(counted, kept) if one.by is None}
    was = dict(Figure.objects.of_the_whole().filter(release=changed, indicator=KEY).values_list("period", "value"))
    assert found[QUARTER] == was[QUARTER] > 1
    assert found["2023-24"] == was["2023-24"]
    assert found[SO_FAR] == found["2024-25-Q1-YTD"] == 1


def test_kept_figures_keep_their_groups(changed):
    kept = definitions.kept(changed, changed.changes)[KEY, QUARTER]
    wards = {one.group: one.value for one in kept if one.by == "ward"}
    assert sum(wards.values()) == next(one.value for one in kept if one.by is None)


def test_the_page_says_how_it_was_counted_and_lists_no_rows_of_it(changed, analyst, browser_of):
    page = browser_of(analyst).get(f"/scorecard/{KEY}").content.decode()
    assert "Until 1 April 2024 it was counted so: " in page
    assert f"/scorecard/{KEY}/{QUARTER}/rows" not in page
    assert f"/scorecard/{KEY}/{SO_FAR}/rows" in page
    assert browser_of(analyst).get(f"/scorecard/{KEY}/{QUARTER}/rows").status_code == 404


def test_the_break_is_on_the_chart_in_the_words_of_whoever_recorded_it(changed, analyst):
    assert [on for on, _ in ruled([KEY])[KEY].changes] == [date(2024, 4, 1)]
    assert "mash.children" not in ruled(["mash.children"])
    Ruling.objects.create(
        indicator=KEY, kind="definition", starts_on=date(2024, 4, 1), words="Red ones alone", decided_by="The board",
        decided_on=TODAY, recorded_by=worker(),
    )  # fmt: skip
    assert ruled([KEY])[KEY].changes == ((date(2024, 4, 1), "Red ones alone"),)


def seen(release):
    return released.seen_by(release, "practice", TODAY)
