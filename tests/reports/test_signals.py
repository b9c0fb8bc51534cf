"""An indicator stands out only where its latest figure is more than chance."""

from dataclasses import replace
from datetime import date

import pytest

from kinfold.indicators.comparison.spc import Rebasing
from kinfold.reports.signals import chart_of, is_new, signal
from kinfold.reports.values import IndicatorPart, Point, Unit

STEADY = (50, 52, 49, 51, 50, 48, 51, 50, 52, 49, 51, 50)


def part(*values: float | None, better: str = "lower", kind: str = "count") -> IndicatorPart:
    return IndicatorPart(
        key="missing.episodes",
        number="4.1a",
        title="Times that children went missing",
        definition="Counted: The child went missing.",
        unit=Unit(kind=kind, counts="episodes", of="episodes" if kind == "share" else ""),
        points=tuple(
            Point(period=f"20{10 + place // 4}-{11 + place // 4}-Q{place % 4 + 1}", value=value,
                  status="shown" if value is not None else "suppressed")
            for place, value in enumerate(values)
        ),
        better=better,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("latest", "better", "mark"),
    [
        (90, "lower", "concerning"),
        (90, "higher", "improving"),
        (90, "neither", "neither_high"),
        (10, "lower", "improving"),
        (10, "neither", "neither_low"),
        (50, "lower", "common_cause"),
    ],
)
def test_the_mark_says_which_way_and_whether_that_is_better(latest, better, mark):
    found = signal(part(*STEADY, latest, better=better))
    assert found.mark == mark
    assert found.stands_out == (mark != "common_cause")


def test_nothing_is_said_of_a_latest_figure_that_is_missing_or_of_events_too_rare_to_chart():
    assert signal(part(*STEADY, None)).mark == "unknown"
    assert signal(part(0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 0, 1)).words.startswith("Too few happen")
    assert signal(part(None, None)).words == "There are no figures yet."
    assert not signal(part(*STEADY, None)).stands_out


def test_limits_that_rest_on_few_figures_say_so():
    assert "fewer than 12" in signal(part(50, 52, 49, 51)).words
    assert "fewer than 12" not in signal(part(*STEADY, 51)).words


def test_what_has_limits_is_drawn_with_them_and_what_has_none_as_a_trend():
    assert chart_of(part(*STEADY)).alt.startswith("Process chart")
    assert chart_of(part(0, 0, 1, 0, 0, 0)).alt.startswith("Line chart")


def test_what_stood_out_in_the_report_before_is_not_new():
    assert is_new(part(*STEADY, 90), 1)
    assert not is_new(part(*STEADY, 90, 91), 1)
    assert is_new(part(*STEADY, 90, 91), 2)  # half a year ago it did not yet
    assert is_new(part(*STEADY, 90, 10), 1)  # it stands out in another way
    assert not is_new(part(*STEADY, 50), 4)


def test_a_yearly_figure_is_compared_with_the_year_before_whatever_the_reports_cycle():
    yearly = replace(part(*STEADY, 90), periods_in_year=1)
    assert is_new(yearly, 4)
    assert is_new(yearly, 1)


def test_a_new_baseline_that_the_report_before_did_not_know_of_is_left_out_of_the_comparison():
    raised = part(*STEADY, 90, 91, 89)
    decided = replace(raised, rebasings=(Rebasing(on=date(2013, 4, 1), reason="A new team", by="The board"),))
    assert is_new(raised, 3)
    assert not is_new(decided, 3)
