"""The engine says what the slow oracle says, for every indicator, period, breakdown and group."""

import random
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kinfold.dataset import write
from kinfold.dataset.tables import table
from kinfold.indicators.catalogue import BY_KEY, INDICATORS
from kinfold.indicators.engine.breakdowns import BREAKDOWNS
from kinfold.indicators.periods import period
from kinfold.indicators.scorecard import drill_down, scorecard
from tests.indicators.oracles import ORACLES
from tests.indicators.oracles.asked import Asked, added_up, counted, population
from tests.indicators.partnerships import KNOWN_TO, Row, Tables, partnership

PERIODS = [period(key) for key in ("2023-24-Q4", "2024-25-Q1", "2024-25-Q2", "2024-25-Q2-YTD")]


@pytest.fixture(scope="module")
def cache_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


def test_every_indicator_has_an_oracle():
    assert ORACLES.keys() == BY_KEY.keys()


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chance=st.integers(0, 2**32).map(random.Random))
def test_the_engine_and_the_oracle_agree_on_every_figure(cache_folder: Path, chance: random.Random):
    tables = partnership(chance)
    tables["contacts"].append(_first_contact())
    with TemporaryDirectory() as folder:
        _write(Path(folder) / "dataset", tables)
        found = scorecard(
            Path(folder) / "dataset", PERIODS, list(BREAKDOWNS), "practice", as_at=KNOWN_TO, cache_folder=cache_folder
        )
    by_key = {one.key: one for one in PERIODS}
    noted = {
        (key, one.key): list(oracle(Asked(tables, one, KNOWN_TO))) for key, oracle in ORACLES.items() for one in PERIODS
    }
    for figure in found:
        indicator = BY_KEY[figure.indicator]
        numerator, below = counted(noted[figure.indicator, figure.period], figure.by, figure.group)
        if indicator.quantity is not None:
            adds, rows = added_up(noted[figure.indicator, figure.period], figure.by, figure.group)
            value = adds if indicator.quantity.adds_up else adds / rows if rows else None
            expected: tuple[float | None, ...] = (adds, rows, value if rows else None)
        elif indicator.kind == "rate":
            people = population(tables, by_key[figure.period], figure.by, figure.group)
            expected = (None, None, None) if people is None else (numerator, people, numerator / people * 10_000)
        elif indicator.kind == "share":
            expected = (numerator, below, 100 * numerator / below if below else None)
        else:
            expected = (numerator, None, numerator)
        assert (figure.numerator, figure.denominator, figure.value) == pytest.approx(expected), figure
    assert {(figure.indicator, figure.period) for figure in found} == noted.keys()


@settings(max_examples=2, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chance=st.integers(0, 2**32).map(random.Random))
def test_drilling_down_lists_exactly_the_numerator(cache_folder: Path, chance: random.Random):
    tables = partnership(chance)
    tables["contacts"].append(_first_contact())
    quarter = PERIODS[2]
    with TemporaryDirectory() as folder:
        dataset = Path(folder) / "dataset"
        _write(dataset, tables)
        for indicator in INDICATORS:
            listed = drill_down(dataset, indicator.key, quarter, as_at=KNOWN_TO, cache_folder=cache_folder)
            noted = ORACLES[indicator.key](Asked(tables, quarter, KNOWN_TO))
            assert listed == sorted({str(note.what) for note in noted if note.in_numerator})


def _first_contact() -> Row:
    """So that the earliest quarter is always covered."""
    return {"contact_id": "first", "person_id": "child 0", "received_on": datetime(2024, 1, 1)}


def _write(folder: Path, tables: Tables) -> None:
    write(
        folder,
        {
            name: pa.Table.from_pylist(
                [{field.name: row.get(field.name) for field in table(name).fields} for row in rows],
                schema=table(name).schema_in_code,
            )
            for name, rows in tables.items()
        },
    )
