"""`kinfold spc`, as a person or a script calls it, with good files and hostile ones."""

import json
import re

import pytest
from typer.testing import CliRunner

from kinfold import cli

HEADING = "series,value,fix_after\n"
KEYS = ["series", "mean", "lower_limit", "upper_limit", "trial", "special", "labels", "variation"]


@pytest.fixture
def spc(tmp_path):
    def run(content, *options):
        path = tmp_path / "values.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return CliRunner().invoke(cli.app, ["spc", str(path), *options])

    return run


def rows(name, *values, fix_after=""):
    return "".join(f"{name},{value},{fix_after}\n" for value in values)


def charts(result):
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_each_series_is_one_line_in_the_order_of_the_file(spc):
    found = charts(spc(HEADING + rows("B", 10, 12, 11, 15) + rows("A", 5, 5), "--json"))
    assert [list(one) for one in found] == [KEYS, KEYS]
    assert [one["series"] for one in found] == ["B", "A"]
    assert found[0] == {
        "series": "B", "mean": 12.0, "lower_limit": pytest.approx(12 - 2.66 * 7 / 3),
        "upper_limit": pytest.approx(12 + 2.66 * 7 / 3), "trial": True, "special": [False] * 4, "labels": [None] * 4,
        "variation": "common_cause",
    }  # fmt: skip


def test_rows_of_series_may_alternate(spc):
    mixed = "".join(rows("A", n) + rows("B", 2 * n) for n in range(8))
    assert [one["mean"] for one in charts(spc(HEADING + mixed, "--json"))] == [3.5, 7.0]


def test_special_and_labels_have_one_entry_a_row(spc):
    (found,) = charts(spc(HEADING + rows("A", *[10, 40] * 5, "", 2, 3, 4, 5, 6, 7, 8), "--json"))
    assert found["special"] == [False] * 11 + [True] * 7
    assert found["labels"] == [None] * 11 + ["trend"] * 7
    assert found["variation"] == "neither_high"


def test_limits_are_neither_clipped_nor_rounded(spc):
    (found,) = charts(spc(HEADING + rows("Percentage", 1, 99, 1), "--json"))
    assert found["lower_limit"] < 0
    assert found["upper_limit"] > 100
    assert found["mean"] == 101 / 3


def test_limits_can_be_fixed_by_any_row_of_the_series(spc):
    once = HEADING + "A,1,\nA,2,4\nA,1,\nA,2,\nA,50,\n"
    each = HEADING + rows("A", 1, 2, 1, 2, 50, fix_after="4.0")
    (found,), (same,) = charts(spc(once, "--json")), charts(spc(each, "--json"))
    assert found == same
    assert found["upper_limit"] == 4.16
    assert found["special"] == [False] * 4 + [True]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_any_encoding_and_line_end_is_read(spc, encoding, line_end):
    text = ("Series , VALUE,fix_after,note\n" + "Café,10,,a\nCafé, 12 ,,b\n\nCafé,11,,c\n").replace("\n", line_end)
    (found,) = charts(spc(text.encode(encoding), "--json"))
    assert (found["series"], found["mean"]) == ("Café", 11.0)


@pytest.mark.parametrize("number", ["12", "+12.0", "12.", "1.2e1", "120E-1"])
def test_a_number_may_be_written_in_any_plain_way(spc, number):
    assert charts(spc(HEADING + rows("A", number, 12), "--json"))[0]["mean"] == 12


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "values.csv: The file is empty. It needs the columns series, value and fix_after."),
        (b"\xef\xbb\xbf\r\n", "values.csv: The file is empty."),
        (HEADING, "values.csv: The file has a heading and nothing under it."),
        ("A,1,\n", "values.csv, row 1: The heading lacks series, value and fix_after."),
        ("series,value\nA,1\n", "values.csv, row 1: The heading lacks fix_after."),
        ("series,value,fix_after,value\n", "values.csv, row 1, value: The column is there twice."),
        ("series;value;fix_after\nA;1,5;\n", "values.csv, row 1: The columns are separated by semicolons."),
        ("series\tvalue\tfix_after\n", "values.csv, row 1: The columns are separated by tabs."),
        (HEADING + "A,1,234,\n", "values.csv, row 2: The row has 4 cells and the heading 3."),
        (HEADING + rows("A", 1, "about 5"), "values.csv, row 3, value: “about 5” is not a number."),
        (HEADING + rows("A", "12%"), "values.csv, row 2, value: “12%” is not a number."),
        (HEADING + rows("A", "NaN"), "values.csv, row 2, value: “NaN” is not a number."),
        (HEADING + rows("A", "-inf"), "values.csv, row 2, value: “-inf” is not a number."),
        (HEADING + rows("A", "1_000"), "values.csv, row 2, value: “1_000” is not a number."),
        (HEADING + rows("A", "٣"), "values.csv, row 2, value: “٣” is not a number."),
        (HEADING + rows("A", "1e99"), "values.csv, row 2, value: “1e99” is too large"),
        (HEADING + rows("A", "9" * 50), f"values.csv, row 2, value: “{'9' * 40}…” is not a number."),
        (HEADING + rows("", 1), "values.csv, row 2, series: The row does not say which series it belongs to."),
        (HEADING + rows("A", "", ""), "values.csv, row 2, value: “A” has no value at all."),
        (HEADING + rows("A", 1, fix_after="1"), "values.csv, row 2, fix_after: “1” is not a whole number of points"),
        (HEADING + rows("A", 1, fix_after="soon"), "values.csv, row 2, fix_after: “soon” is not a whole number"),
        (
            HEADING + "A,1,5\nA,2,\nA,3,6\n",
            "values.csv, row 4, fix_after: “A” is fixed after 6 points here and after 5",
        ),
        (HEADING + 'A,1,\n"A,2,\n', "values.csv, row 3: The row cannot be read as CSV"),
        (b"PK\x03\x04\x00\x00", "values.csv: This is not a text file."),
        ("\ufeff" + HEADING + "\x00", "values.csv: This is not a text file."),
    ],
)
@pytest.mark.parametrize("options", [[], ["--json"]])
def test_bad_data_is_said_by_row_and_column_and_nothing_is_printed(spc, content, words, options):
    result = spc(content, *options)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.startswith(words), result.stderr


def test_every_fault_is_said_up_to_a_hundred(spc):
    result = spc(HEADING + rows("A", *["x"] * 150))
    assert result.exit_code == 1
    lines = result.stderr.splitlines()
    assert len(lines) == 101
    assert lines[99].startswith("values.csv, row 101, value")
    assert lines[100] == "And 50 more."


def test_a_file_that_is_not_there_is_misuse(tmp_path):
    assert CliRunner().invoke(cli.app, ["spc", str(tmp_path / "none.csv")]).exit_code == 2
    assert CliRunner().invoke(cli.app, ["spc", str(tmp_path)]).exit_code == 2
    assert CliRunner().invoke(cli.app, ["spc"]).exit_code == 2


def test_one_value_has_no_limits_and_says_why(spc):
    result = spc(HEADING + rows("A", 7), "--json")
    (found,) = charts(result)
    assert [found[key] for key in KEYS[1:]] == [7.0, None, None, True, [False], [None], None]
    assert "“A”: no limits, which need two values that follow each other." in result.stderr


def test_equal_values_gaps_and_rare_counts_are_remarked_on(spc):
    result = spc(HEADING + rows("A", 5, 5) + rows("B", 5, "", 6, 7) + rows("C", 0, 0, 1, 0, fix_after=9), "--json")
    assert charts(result)[0]["lower_limit"] == 5.0
    assert result.stderr.splitlines() == [
        "“A”: the values do not vary, so both limits are the mean.",
        "“B”: 1 period is empty; no run of points reaches across.",
        "“C”: if these are counts, they are too few to chart by period: chart the time between them.",
        "“C”: there are not 9 values yet, so the limits rest on all 4.",
    ]


def test_a_person_reads_a_table(spc, monkeypatch):
    monkeypatch.setenv("COLUMNS", "160")
    name = "[red]Contacts[/red]"
    result = spc(HEADING + rows(name, *[10, 40] * 5, 2, 3, 4, 5, 6, 7, 8) + rows("\x1b[31mB", 1, 2))
    assert result.exit_code == 0
    line = next(line for line in result.stdout.splitlines() if name in line)
    cells = [cell.strip() for cell in re.split("[│┃]", line)][1:-1]
    assert cells == [name, "17", "16.76", "-35.44 to 68.97", "trend: 11 to 17", "special cause, high"]
    assert "1.50 │ -1.16 to 4.16 (trial)" in result.stdout
    assert "\x1b" not in result.output


def test_no_name_or_value_steers_the_terminal(spc):
    assert "\x1b" not in spc(HEADING + rows("\x1b[31mA", 1)).output
    assert "\x1b" not in spc(HEADING + rows("A", "\x1b[31m1")).output


def test_a_large_file_is_read(spc):
    """Twenty thousand rows in two hundred series."""
    many = HEADING + "".join(rows(f"Series {n}", *(n * p % 17 for p in range(100))) for n in range(200))
    assert len(charts(spc(many, "--json"))) == 200
