"""A value refuses what does not belong together, in words."""

from datetime import date

import pytest

from kinfold.reports import (
    Breakdown,
    BreakdownGroup,
    Comparison,
    IndicatorPart,
    Point,
    Score,
    StatusSpan,
    Table,
    Unit,
)
from tests.reports import samples
from tests.reports.samples import CONTACTS, points


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: Point(period="2024-25-Q1", value=3, status="suppressed"), "must not carry its value"),
        (lambda: Point(period="2024-25-Q1", value=None, numerator=3, status="suppressed"), "must not carry its value"),
        (lambda: Point(period="2024-25-Q1", value=None), "needs its value"),
        (lambda: Point(period="2024-25-Q1", value=float("nan")), "finite"),
        (lambda: Unit(kind="rate", counts="children", per=10_000), "what it is of"),
        (lambda: Unit(kind="rate", counts="children", of="children"), "at least 2"),
        (
            lambda: Comparison(title="x", period="y", value=1, unit=CONTACTS, source="z", comparable=False),
            "why the figure is not comparable",
        ),
        (
            lambda: Breakdown(
                by="Ward",
                groups=(BreakdownGroup(name="a", points=points(1)), BreakdownGroup(name="b", points=points(1, 2))),
            ),
            "same periods",
        ),
        (lambda: IndicatorPart(key="a", number="", title="t", definition="", unit=CONTACTS, points=()), "one period"),
        (lambda: samples.report(marking=""), "protective marking"),
        (lambda: samples.report(published_on=None), "both or neither"),
        (
            lambda: Score(on=date(2024, 1, 1), when="Review 1", domain="Home", voice="child", who="Maya", score=11),
            "0 to 10",
        ),
        (
            lambda: StatusSpan(title="x", kind="early_help", started_on=date(2024, 1, 2), ended_on=date(2024, 1, 1)),
            "before the start",
        ),
        (lambda: Table(caption="c", headings=("a", "b"), rows=(("1",),)), "under every heading"),
    ],
)
def test_a_value_that_contradicts_itself_is_refused(make, said):
    with pytest.raises(ValueError, match=said):
        make()


def test_text_is_cleaned_as_a_value_is_made_and_lists_are_kept_as_tuples():
    part = samples.contacts()
    assert Table(caption="a\x00b\u202ec", headings=["h\x07"], rows=[["c\x1b"]]).caption == "abc"
    assert Table(caption="", headings=["h\x07"], rows=[["c\x1b"]]).rows == (("c",),)
    assert hash(part) == hash(samples.contacts())


def test_a_share_without_cases_may_say_that_there_were_none():
    assert Point(period="2024-25-Q1", value=None, status="no_cases", numerator=0, denominator=0).value is None
