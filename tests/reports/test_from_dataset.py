"""`kinfold report` makes a board's report from files alone: the same figures as the scorecard, in every form."""

import hashlib
import json
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kinfold import cli
from kinfold.indicators.asked.boards import boards
from kinfold.indicators.periods import period
from kinfold.indicators.scorecard import scorecard
from kinfold.reports.from_dataset import report_from_dataset
from tests.indicators.drawn import DrawnDataset
from tests.reports.reading import page

QUARTER = period("2024-25-Q1")
CONTACTS = """
    contact_id | person_id | received_on
    -----------+-----------+------------
             1 | Ann       | 2024-04-01
             2 | Ann       | 2024-06-30
             3 | Ben       | 2024-05-07
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> Path:
    drawn = DrawnDataset(tmp_path_factory.mktemp("drawn") / "dataset")
    drawn.draw("contacts", CONTACTS)
    return drawn.write()


def run(folder: Path, out: Path, *more: str):
    arguments = ["report", "--dataset", str(folder), "--period", "2024-25-Q1", "--out", str(out), *more]
    return CliRunner().invoke(cli.app, arguments)


def test_a_report_holds_the_scorecards_figures_under_the_boards_own_numbers(folder):
    made = report_from_dataset(
        folder, boards()["early-help"], QUARTER, marking="OFFICIAL-SENSITIVE", today=date(2024, 7, 1)
    )
    assert [part.number for part in made.indicators] == [one.number for one in boards()["early-help"].measures]
    figures = {one.indicator: one.value for one in scorecard(folder, [QUARTER]) if one.period == QUARTER.key}
    assert {part.key: part.points[-1].value for part in made.indicators} == {
        part.key: figures[part.key] for part in made.indicators
    }
    assert made.is_draft


def test_what_no_dataset_holds_is_said_to_be_missing(folder):
    made = report_from_dataset(folder, boards()["send"], QUARTER, marking="OFFICIAL", today=date(2024, 7, 1))
    assert "6.5 Continued timeliness of EHC needs assessments" in made.notes.further[0]
    assert {part.number for part in made.indicators} == {"6.6", "6.13"}


def test_every_form_is_written_and_told_with_its_hash(folder, tmp_path):
    told = run(folder, tmp_path, "--board", "early-help", "--json")
    assert told.exit_code == 0, told.output
    files = {Path(one["file"]): one["sha256"] for one in map(json.loads, told.stdout.splitlines())}
    assert {path.suffix for path in files} == {".html", ".pdf", ".docx", ".xlsx", ".csv"}
    assert all(hashlib.sha256(path.read_bytes()).hexdigest() == digest for path, digest in files.items())
    assert (
        "1.2b Individual children in contacts into the MASH"
        in page((tmp_path / "early-help-2024-25-Q1.html").read_text(encoding="utf-8")).text
    )
    behind = (tmp_path / "early-help-2024-25-Q1-data" / "1-2b-mash-children.csv").read_text(encoding="utf-8-sig")
    assert behind.splitlines()[1] == "mash.children,1.2b,,,2024-25-Q1,2,shown,2,"


def test_the_same_files_are_written_again_byte_for_byte(folder, tmp_path):
    once, again = (run(folder, tmp_path / name, "--board", "early-help", "--json") for name in ("one", "two"))
    digests = [[json.loads(line)["sha256"] for line in told.stdout.splitlines()] for told in (once, again)]
    assert digests[0] == digests[1]


def test_the_public_is_given_no_small_number(folder, tmp_path):
    assert run(folder, tmp_path, "--board", "early-help", "--audience", "public").exit_code == 0
    behind = (tmp_path / "early-help-2024-25-Q1-data" / "1-2b-mash-children.csv").read_text(encoding="utf-8-sig")
    assert behind.splitlines()[1] == "mash.children,1.2b,,,2024-25-Q1,,suppressed,,"


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (("--board", "early"), "There is no board “early”; there are cabinet-member,"),
        (("--board", "early-help", "--period", "2024-25"), "is of a quarter"),
        (("--board", "early-help", "--period", "spring"), "spring"),
    ],
)
def test_misuse_is_told_in_words(folder, tmp_path, more, told):
    found = run(folder, tmp_path, *more)
    assert found.exit_code == 2
    assert told in found.stderr
