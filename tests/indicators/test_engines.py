"""Both engines give every figure of a city the same; `make spark`, then `pytest -m spark tests/indicators`."""

from datetime import date
from pathlib import Path

import pytest

from kinfold.city import build
from kinfold.dataset import write
from kinfold.indicators.catalogue import INDICATORS
from kinfold.indicators.engine.breakdowns import BREAKDOWNS
from kinfold.indicators.periods import quarter, year_to_date
from kinfold.indicators.scorecard import scorecard

QUARTERS = [f"{year}-{year % 100 + 1}-Q{number}" for year in range(2020, 2025) for number in range(1, 5)]


@pytest.mark.spark
def test_duckdb_and_spark_agree_on_every_indicator_for_twenty_quarters_in_every_breakdown(tmp_path: Path):
    write(tmp_path / "city", build(2_000, 5, 7, date(2025, 3, 31)))
    periods = [*map(quarter, QUARTERS), year_to_date("2024-25-Q3")]
    counted = {
        engine: scorecard(
            tmp_path / "city", periods, list(BREAKDOWNS), "practice", engine, cache_folder=tmp_path / "cache"
        )
        for engine in ("duckdb", "spark")
    }
    assert counted["spark"] == counted["duckdb"]
    counting = {one.indicator for one in counted["duckdb"] if one.denominator or one.numerator}
    assert {one.key for one in INDICATORS} - counting == set()
