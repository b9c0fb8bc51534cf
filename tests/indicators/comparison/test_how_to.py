"""The how-to shows what the command really prints, and its arithmetic by hand is right."""

import json

import pytest
from typer.testing import CliRunner

from kinfold import cli
from tests.repository.source import ROOT

PAGE = ROOT / "docs" / "how-to" / "check-a-process-chart.md"
EXAMPLE = PAGE.with_name("process-chart.csv")


def test_the_page_shows_the_commands_own_output(monkeypatch):
    monkeypatch.setenv("COLUMNS", "120")
    printed = CliRunner().invoke(cli.app, ["spc", str(EXAMPLE)]).stdout
    shown = PAGE.read_text(encoding="utf-8").split("```text\n")[1].split("```")[0]
    assert shown.splitlines() == [line.rstrip() for line in printed.splitlines()]


def test_the_arithmetic_by_hand_is_right():
    first, second = map(json.loads, CliRunner().invoke(cli.app, ["spc", str(EXAMPLE), "--json"]).stdout.splitlines())
    limits = (first["mean"], first["lower_limit"], first["upper_limit"])
    assert limits == pytest.approx((904 / 14, 904 / 14 - 2.66 * 5, 904 / 14 + 2.66 * 5))
    assert [place for place, special in enumerate(first["special"], start=1) if special] == [13]
    assert second["labels"] == [None] * 13 + ["shift"] * 7
    assert not second["trial"]
