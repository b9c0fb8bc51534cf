"""A published report can be kept as text, read back whole, and proved unchanged."""

import json
from dataclasses import replace
from datetime import date

import pytest

from kinfold.indicators.comparison.spc import Rebasing
from kinfold.indicators.comparison.targets import Target
from kinfold.reports import DefinitionBreak, fingerprint, from_json, to_json
from tests.reports import samples


@pytest.mark.parametrize("report", [samples.report(), samples.hostile_report(), samples.report(indicators=())])
def test_a_report_comes_back_as_it_was_kept(report):
    kept = to_json(report)
    assert from_json(kept) == report
    assert to_json(from_json(kept)) == kept


def test_a_database_may_change_the_order_of_what_it_keeps():
    shuffled = json.dumps(dict(reversed(json.loads(to_json(samples.report())).items())), indent=3)
    assert fingerprint(from_json(shuffled)) == fingerprint(samples.report())


def test_one_changed_figure_changes_the_fingerprint():
    assert fingerprint(samples.report(indicators=(samples.contacts(1, 2, 3),))) != fingerprint(
        samples.report(indicators=(samples.contacts(1, 2, 4),))
    )


@pytest.mark.parametrize("text", ['{"format":2,"report":{}}', "[]", "{}"])
def test_another_format_is_refused(text):
    with pytest.raises(ValueError, match="not a report of format 1"):
        from_json(text)


def test_a_report_kept_before_it_could_say_what_it_is_about_can_still_be_read():
    kept = json.loads(to_json(samples.report()))
    del kept["report"]["subject"]
    assert from_json(json.dumps(kept)) == samples.report(subject="")


def test_what_parts_came_to_hold_later_changes_no_report_that_was_kept_before():
    assert "rebasings" not in to_json(samples.report())
    since = Rebasing(on=date(2023, 4, 1), reason="One front door", by="Early Help Board")
    target = Target(value=5000, better="lower", starts_on=date(2022, 4, 1), tolerance=0.5, source="The board")
    changed = DefinitionBreak(period="2023-24-Q1", words="once for each child")
    report = samples.report(
        indicators=(replace(samples.contacts(), rebasings=(since,), target=target, breaks=(changed,)),)
    )
    assert from_json(to_json(report)) == report


def test_a_missing_part_is_named():
    with pytest.raises(ValueError, match="kept Report lacks 'title'"):
        from_json('{"format":1,"report":{}}')
