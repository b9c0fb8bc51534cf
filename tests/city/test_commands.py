"""`kinfold city` writes a dataset, says what is in it on stdout, and how it is going on stderr."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from kinfold.city import commands
from kinfold.dataset.tables import TABLES

UNTIL = date(2025, 3, 31)


def test_each_table_is_one_json_line_on_stdout_and_progress_goes_to_stderr(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert commands.make(200, 1, 5, UNTIL, tmp_path / "city", as_json=True) == commands.DONE
    said = capsys.readouterr()
    rows = [json.loads(line) for line in said.out.splitlines()]
    assert [row["table"] for row in rows] == [table.name for table in TABLES]
    assert "A city of 200 children until 31 March 2025" in said.err
    assert len(list((tmp_path / "city").glob("*.parquet"))) == len(TABLES)


def test_another_process_elsewhere_in_the_world_makes_the_same_bytes(tmp_path: Path) -> None:
    """Neither the order of sets, nor the zone, nor the language of the machine may show in what is written."""
    verb = ["city", "--children", "150", "--years", "1", "--seed", "5", "--until", "2025-03-31", "--json", "--out"]
    said = []
    for number, (zone, language) in enumerate([("UTC", "C.UTF-8"), ("Pacific/Auckland", "C")]):
        surroundings = {"PYTHONHASHSEED": str(number), "TZ": zone, "LC_ALL": language, "PYTHONUTF8": str(1 - number)}
        command = [sys.executable, "-m", "kinfold.cli", *verb, str(tmp_path / str(number))]
        done = subprocess.run(command, env=os.environ | surroundings, capture_output=True, check=True)
        said.append(done.stdout)
    assert said[0] == said[1]
    files = sorted(path.name for path in (tmp_path / "0").iterdir())
    assert len(files) == len(TABLES)
    for name in files:
        assert (tmp_path / "0" / name).read_bytes() == (tmp_path / "1" / name).read_bytes(), name


def test_a_city_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    assert commands.make(200, 1, 5, UNTIL, tmp_path / "city", as_json=True) == commands.DONE
    first = (tmp_path / "city" / "ssd_person.parquet").read_bytes()
    assert commands.make(200, 1, 6, UNTIL, tmp_path / "city", as_json=True) == commands.DONE
    assert (tmp_path / "city" / "ssd_person.parquet").read_bytes() != first


def test_a_folder_with_something_else_in_it_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "letters.txt").write_text("Dear Nan")
    assert commands.make(200, 1, 5, UNTIL, tmp_path, as_json=False) == commands.MISUSE
    assert "letters.txt" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["letters.txt"]


@pytest.mark.parametrize(
    ("children", "until", "why"),
    [(12, UNTIL, "at least 100 children"), (200, date(2040, 1, 1), "outside the working-day calendar")],
)
def test_a_city_that_cannot_be_is_misuse_with_a_reason(
    children: int, until: date, why: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert commands.make(children, 1, 5, until, tmp_path / "city", as_json=False) == commands.MISUSE
    assert why in capsys.readouterr().err
    assert not (tmp_path / "city").exists()
