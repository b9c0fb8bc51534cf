"""Deadlines worked out in whole columns are those that practice works out one by one."""

from datetime import datetime
from zoneinfo import ZoneInfo

import numpy as np
import pyarrow as pa
import pytest

from kinfold.city.draws import Draws
from kinfold.city.history import to_london, to_utc
from kinfold.practice.timescales import due_at, due_on, timescale

LONDON = ZoneInfo("Europe/London")
RULES = ("contact_decision", "feedback_to_referrer", "rag_red", "rag_amber", "rag_green", "plan_review")


@pytest.mark.parametrize("rule", RULES)
def test_a_deadline_is_due_when_practice_says(rule: str, small_city: dict[str, pa.Table]) -> None:
    rows = [row for row in small_city["deadlines"].to_pylist() if row["rule"] == rule]
    assert rows
    for row in rows[:: max(1, len(rows) // 400)]:
        law = timescale(rule, row["started_on"])
        assert row["due_at"] == due_at(law, row["started_at"]), row
        assert row["due_on"] == due_on(law, row["started_at"]), row


@pytest.mark.parametrize("rule", RULES)
def test_the_days_beside_the_instants_are_londons(rule: str, small_city: dict[str, pa.Table]) -> None:
    rows = [row for row in small_city["deadlines"].to_pylist() if row["rule"] == rule]
    for row in rows[:: max(1, len(rows) // 400)]:
        assert row["started_on"] == row["started_at"].astimezone(LONDON).date()
        if row["met_at"] is not None:
            assert row["met_on"] == row["met_at"].astimezone(LONDON).date()


def test_london_and_utc_agree_with_the_zones_database_in_both_seasons() -> None:
    seconds = Draws(3).stream("instants").integers(1_500_000_000, 1_900_000_000, 5_000)
    london = to_london(seconds)
    assert (to_utc(london) == seconds).mean() > 0.999  # an hour in autumn happens twice
    for utc, wall in zip(seconds[:500], london[:500], strict=True):
        offset = datetime.fromtimestamp(int(utc), LONDON).utcoffset()
        assert offset is not None
        assert int(wall - utc) == offset.total_seconds()


@pytest.mark.parametrize("changes", [datetime(2024, 3, 31), datetime(2024, 10, 27)])
def test_what_comes_later_on_the_wall_never_comes_earlier_in_truth_when_the_clocks_change(changes: datetime) -> None:
    midnight = int((changes - datetime(1970, 1, 1)).total_seconds())
    wall = np.arange(midnight, midnight + 4 * 3600, 60)
    assert (np.diff(to_utc(wall)) >= 0).all()
