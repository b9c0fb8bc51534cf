"""`kinfold scorecard` and `kinfold indicators`, as a person or a script calls them."""

import json
import sys
from datetime import date

import pytest
from typer.testing import CliRunner

from kinfold import cli
from kinfold.indicators.engine.breakdowns import BREAKDOWNS
from tests.indicators.drawn import DrawnDataset

CONTACTS = """
    contact_id | event_id | person_id | received_on | decision   | ward
    -----------+----------+-----------+-------------+------------+--------
             1 | one      | Ann       | 2024-05-07  | signposted | Fratton
             2 | one      | Ben       | 2024-05-07  | early_help | Fratton
             3 | two      | Ben       | 2024-06-28  |            |
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    drawn = DrawnDataset(tmp_path / "dataset")
    drawn.draw("contacts", CONTACTS)
    return str(drawn.write())


def run(*arguments):
    return CliRunner().invoke(cli.app, arguments)


def lines(result):
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_figure_is_one_line_with_these_columns(folder):
    found = lines(run("scorecard", "--dataset", folder, "--period", "2024-25-Q1", "--json"))
    assert next(one for one in found if one["indicator"] == "mash.contacts") == {
        "indicator": "mash.contacts", "period": "2024-25-Q1", "by": None, "group": None,
        "numerator": 3, "denominator": None, "value": 3, "status": "shown",
    }  # fmt: skip
    assert {one["by"] for one in found} == {None}


def test_by_ward_adds_wards_and_all_breakdowns_adds_all(folder):
    by_ward = lines(run("scorecard", "--dataset", folder, "--period", "2024-25-Q1", "--by", "ward", "--json"))
    assert {one["by"] for one in by_ward} == {None, "ward"}
    everything = lines(run("scorecard", "--dataset", folder, "--period", "2024-25-Q1", "--all-breakdowns", "--json"))
    assert {one["by"] for one in everything} == {None, *BREAKDOWNS}


def test_a_breakdown_named_twice_is_given_once(folder):
    once = lines(run("scorecard", "--dataset", folder, "--period", "2024-25-Q1", "--by", "ward", "--json"))
    assert (
        lines(run("scorecard", "--dataset", folder, "--period", "2024-25-Q1", *["--by", "ward"] * 2, "--json")) == once
    )


def test_the_public_is_shown_no_small_number(folder):
    public = lines(run("scorecard", "--dataset", folder, "--period", "2024-25-Q1", "--audience", "public", "--json"))
    contacts = next(one for one in public if one["indicator"] == "mash.contacts")
    assert (contacts["value"], contacts["numerator"], contacts["status"]) == (None, None, "suppressed")
    board = lines(
        run("scorecard", "--dataset", folder, "--period", "2024-25-Q1", "--board-counts", "suppressed", "--json")
    )
    assert board == public


def test_the_public_file_can_be_rounded_and_remembers_the_one_before(folder, tmp_path):
    ask = ("scorecard", "--dataset", folder, "--period", "2024-25-Q1", "--audience", "public", "--json")
    assert all(one["numerator"] is None or one["numerator"] % 5 == 0 for one in lines(run(*ask, "--rounding")))
    before = tmp_path / "published.jsonl"
    before.write_text(run(*ask).stdout)
    assert lines(run(*ask, "--earlier", str(before))) == lines(run(*ask))
    before.write_text("not figures")
    assert run(*ask, "--earlier", str(before)).exit_code == 2


def test_quarters_are_the_last_complete_ones_of_the_data(folder):
    found = lines(run("scorecard", "--dataset", folder, "--quarters", "2", "--json"))
    assert list(dict.fromkeys(one["period"] for one in found)) == ["2023-24-Q4", "2024-25-Q1"]


def test_the_year_to_date_can_be_added(folder):
    found = lines(run("scorecard", "--dataset", folder, "--period", "2024-25-Q1", "--year-to-date", "--json"))
    assert list(dict.fromkeys(one["period"] for one in found)) == ["2024-25-Q1", "2024-25-Q1-YTD"]


def test_for_people_it_is_a_table(folder):
    text = run("scorecard", "--dataset", folder, "--period", "2024-25-Q1", "--by", "ward").stdout
    assert "Individual children in contacts into the MASH, children" in text
    assert "  Ward: Fratton" in text
    assert "no data" in text
    assert len({len(line) for line in text.splitlines()}) == 1  # every column stands under its period


@pytest.mark.parametrize(
    "asked",
    [
        (),
        ("--period", "2024-25-Q1", "--quarters", "2"),
        ("--period", "2024-25-Q9"),
        ("--period", "2024-25-Q1", "--by", "shoe_size"),
        ("--period", "2024-25-Q1", "--audience", "press"),
        ("--period", "2024-25-Q1", "--engine", "abacus"),
        ("--quarters", "0"),
    ],
)
def test_misuse_ends_with_2_and_says_nothing_on_stdout(folder, asked):
    result = run("scorecard", "--dataset", folder, *asked, "--json")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr


def test_counting_on_spark_where_there_is_none_says_how_to_install_it(folder, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyspark.sql", None)
    result = run("scorecard", "--dataset", folder, "--period", "2024-25-Q1", "--engine", "spark", "--json")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "make spark" in result.stderr


def test_a_folder_that_holds_no_dataset_ends_with_1(tmp_path):
    result = run("scorecard", "--dataset", str(tmp_path), "--period", "2024-25-Q1", "--json")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "holds no table that indicators count" in result.stderr


def test_a_quarter_that_is_not_over_is_not_complete(folder, monkeypatch):
    monkeypatch.setattr(cli, "_today", lambda: date(2024, 6, 30))
    found = lines(run("scorecard", "--dataset", folder, "--quarters", "1", "--json"))
    assert {one["period"] for one in found} == {"2023-24-Q4"}


def test_the_catalogue_says_where_each_is_reported():
    found = {one["key"]: one for one in lines(run("indicators", "--json"))}
    children = found["mash.children"]
    assert children["reported_in"] == ["safeguarding 1.2b", "dataset AR.1"]
    assert (children["kind"], children["collected"]) == ("distinct", "computed")
    assert "mash.children" in run("indicators").stdout
