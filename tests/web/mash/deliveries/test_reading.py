"""Reading a file of contacts: what is right is told, what is wrong is explained, what is hostile is refused."""

from __future__ import annotations

import json

import pytest

from kinfold.web.core.sheets import Unreadable
from kinfold.web.mash.deliveries.reading import lines_of_csv, lines_of_json, read
from kinfold.web.mash.deliveries.reference import PAGE, page
from tests.factories.days import NOW
from tests.repository.source import ROOT
from tests.web.mash.deliveries.sent import file, line


def faults_of(*lines: dict[str, str]) -> list[tuple[int, list[str]]]:
    return [(one.number, [column for column, _ in one.faults]) for one in read(lines_of_csv(file(*lines)), NOW).failed]


def test_children_at_one_home_under_one_number_are_one_notification():
    lines = [line(), line(child_forename="Finn", child_born_on="2021-01-05", child_sex="Boy"),
             line(child_forename="Ivy", child_address="9 Other Road", child_postcode="PO1 1AA")]  # fmt: skip
    found = read(lines_of_csv(file(*lines)), NOW)
    assert [[child.forename for child in one.telling.children] for one in found.notifications] == [
        ["Maya", "Finn"], ["Ivy"],
    ]  # fmt: skip
    assert [one.lines for one in found.notifications] == [(2, 3), (4,)]
    assert found.notifications[0].telling.children[0].worries == ("domestic_abuse", "neglect")


def test_a_home_is_the_same_however_it_is_written_and_does_not_say_where_it_is():
    lines = [line(), line(reference="2", child_postcode="po48aa", child_address="12, example road")]
    first, second = read(lines_of_csv(file(*lines)), NOW).notifications
    assert first.household == second.household
    assert len(first.household) == 16
    assert "48aa" not in first.household


@pytest.mark.parametrize(
    ("changed", "column"),
    [
        ({"child_born_on": "31/02/2018"}, "child_born_on"),
        ({"child_born_on": "2026-12-25"}, "child_born_on"),
        ({"happened_on": "2027-01-01"}, "happened_on"),
        ({"happened_on": ""}, "happened_on"),
        ({"risk": "enormous"}, "risk"),
        ({"child_worries": "the weather"}, "child_worries"),
        ({"child_worries": ""}, "child_worries"),
        ({"what_happened": " "}, "what_happened"),
        ({"reference": ""}, "reference"),
        ({"reference": "x" * 61}, "reference"),
        ({"child_nhs_number": "943 476 5918"}, "child_nhs_number"),
        ({"sender_email": "a@b\ncc: all@example.org"}, "sender_email"),
        ({"parents_told": "no"}, "not_told_reason"),
        ({"parents_told": "no", "telling_puts_at_risk": "yes", "not_told_reason": "He is at home"},
         "not_told_agreed_by"),
        ({"child_forename": "Ma\u202eya"}, "child_forename"),
    ],
)  # fmt: skip
def test_a_line_with_a_fault_says_which_column_and_is_not_told(changed: dict[str, str], column: str):
    assert faults_of(line(**changed)) == [(2, [column])]


def test_a_fault_of_one_child_keeps_the_others_of_that_home_back_and_nobody_else():
    lines = [line(), line(child_forename="Finn", child_born_on="soon"), line(reference="9", child_forename="Ivy")]
    found = read(lines_of_csv(file(*lines)), NOW)
    assert [one.reference for one in found.notifications] == ["9"]
    assert [(one.number, one.faults[0][0]) for one in found.failed] == [(2, "reference"), (3, "child_born_on")]


def test_two_stories_under_one_number_at_one_home_are_not_chosen_between():
    assert faults_of(line(), line(child_forename="Finn", what_happened="Something else.")) == [
        (2, ["reference"]), (3, ["what_happened"]),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "content",
    [
        b"", b"\xff\xfe\x00", b"reference\n1", file(line()).replace(b"child_sex", b"shoe_size"),
        file(line()).replace(b"child_sex", b"child_surname"), b"reference,\x00", file(line()).split(b"\r\n")[0],
        b'reference,what_happened,sender_name,child_forename,child_worries\n1,"never closed',
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_refused_whole(content: bytes):
    with pytest.raises(Unreadable):
        lines_of_csv(content)


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b"[]", b"[" * 100_000, b'[{"reference": 1}'])
def test_json_that_is_no_list_of_children_is_refused(content: bytes):
    with pytest.raises(Unreadable):
        lines_of_json(content)


def test_json_may_say_true_and_lists_and_names_that_are_strange_are_said():
    told = line() | {"domestic_abuse": True, "child_worries": ["domestic_abuse", "neglect"], "mood": "grey"}
    found = read(lines_of_json(json.dumps([told]).encode()), NOW)
    assert [one.faults for one in found.failed] == [(("mood", "There is no such name"),)]
    del told["mood"]
    assert read(lines_of_json(json.dumps([told]).encode()), NOW).notifications[0].telling.children[0].worries == (
        "domestic_abuse", "neglect",
    )  # fmt: skip


def test_the_manual_has_every_column():
    committed = (ROOT / "docs" / "reference" / PAGE).read_text(encoding="utf-8")
    assert committed == page(), "Run `make reference` and commit the page."
