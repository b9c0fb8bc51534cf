"""Building a city: the same arguments give the same bytes, and what is written has no fault."""

from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest

from kinfold.city import build
from kinfold.city.history import History
from kinfold.dataset.checking import check
from kinfold.dataset.tables import TABLES
from kinfold.dataset.writing import write
from tests.city.conftest import UNTIL


def test_every_table_of_the_dataset_is_there_with_its_columns(small_city: dict[str, pa.Table]) -> None:
    assert list(small_city) == [table.name for table in TABLES]
    for table in TABLES:
        assert small_city[table.name].schema == table.schema_in_code
        assert small_city[table.name].num_rows > 0, table.name


def test_the_same_arguments_give_the_same_bytes(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        write(tmp_path / folder, build(300, 2, 11, UNTIL))
    for file in (tmp_path / "one").iterdir():
        assert file.read_bytes() == (tmp_path / "two" / file.name).read_bytes(), file.name


def test_another_seed_gives_other_lives() -> None:
    one, other = (build(300, 2, seed, UNTIL) for seed in (11, 12))
    assert one["contacts"] != other["contacts"]
    assert one["people"] != other["people"]


@pytest.mark.parametrize(
    ("children", "years", "seed", "until"),
    [(1_500, 5, 7, UNTIL), (120, 1, 3, date(2024, 2, 29)), (400, 3, 0, date(2026, 11, 20))],
)
def test_the_datasets_own_checks_find_no_fault(
    children: int, years: int, seed: int, until: date, tmp_path: Path
) -> None:
    write(tmp_path / "city", build(children, years, seed, until))
    assert list(check(tmp_path / "city", "parquet", today=until)) == []


@pytest.mark.parametrize(
    ("until", "years", "recorded_from", "lived_from"),
    [
        (date(2025, 3, 31), 5, date(2020, 1, 1), date(2019, 1, 1)),
        (date(2025, 4, 1), 5, date(2020, 4, 1), date(2019, 4, 1)),
        (date(2024, 2, 29), 1, date(2023, 1, 1), date(2022, 1, 1)),
    ],
)
def test_history_starts_so_many_years_before_the_quarter_and_lives_a_year_earlier(
    until: date, years: int, recorded_from: date, lived_from: date
) -> None:
    history = History(years, until)
    assert (history.recorded_from, history.lived_from) == (recorded_from, lived_from)


def test_a_city_has_enough_children_to_be_one() -> None:
    with pytest.raises(ValueError, match="at least 100 children"):
        build(20, 5, 1, UNTIL)
