"""Reading a file of changes: what is wrong is said, whoever it is about, and repeats nothing of what the line says."""

from __future__ import annotations

from types import SimpleNamespace
from uuid import UUID

import pytest

from kinfold.web.changes.files.reading import Places, Read, lines_of, read
from kinfold.web.changes.reference import PAGE, page
from kinfold.web.core.sheets import MOST_LINES, Unreadable
from tests.factories.days import TODAY
from tests.repository.source import ROOT
from tests.web.changes.sent import ADDRESS, NHS, SCHOOL, SURGERY, UPN, file


def setting(name: str, phase: str = "primary", urn: str = "") -> SimpleNamespace:
    return SimpleNamespace(pk=UUID(int=len(name)), name=name, phase=phase, urn=urn)


PLACES = Places([
    setting("Eelgrass School", urn="116000"), setting("The Drayton Surgery", "surgery"), setting("Twin"),
    setting("Twin", urn="116002"), setting("Quay", urn="116003"),
])  # fmt: skip


def read_of(*lines: dict[str, str]) -> Read:
    return read(lines_of(file(*lines)), PLACES, TODAY)


def test_a_change_is_read_however_it_is_written():
    school, surgery, address = read_of(
        SCHOOL | {"nhs_number": "943 476 5919"}, SURGERY, ADDRESS | {"upn": UPN, "what": "Home"}
    ).changes
    assert (school.numbers, school.setting.name, school.what) == ((NHS,), "Eelgrass School", "school")
    assert (surgery.setting.name, surgery.what) == ("The Drayton Surgery", "surgery")
    assert (address.home["postcode"], address.what, address.numbers) == ("PO12AB", "address", (NHS, UPN))


@pytest.mark.parametrize(
    ("changed", "column"),
    [
        ({"nhs_number": "943 476 5918"}, "nhs_number"),
        ({"nhs_number": ""}, "nhs_number"),
        ({"born_on": "31/02/2018"}, "born_on"),
        ({"born_on": ""}, "born_on"),
        ({"born_on": "1899-12-31"}, "born_on"),
        ({"from_day": "2101-01-01"}, "from_day"),
        ({"from_day": "2024-06-13"}, "from_day"),
        ({"from_day": "2018-02-28"}, "from_day"),
        ({"from_day": ""}, "from_day"),
        ({"left_on": "2024-06-04"}, "left_on"),
        ({"surname": ""}, "surname"),
        ({"surname": '=HYPERLINK("http://evil.example")'}, "surname"),
        ({"surname": "La\u202erch"}, "surname"),
        ({"what": "shoes"}, "what"),
        ({"what": ""}, "what"),
        ({"place_number": "", "place_name": "@SUM(A1)"}, "place_name"),
        ({"place_number": "999999"}, "place_number"),
        ({"place_number": ""}, "place_number"),
        ({"place_number": "", "place_name": "Nowhere"}, "place_name"),
        ({"place_number": "", "place_name": "Twin"}, "place_name"),
        ({"place_name": "Quay"}, "place_name"),
        ({"line_1": "9 Quay Street"}, "line_1"),
    ],
)
def test_a_line_with_a_fault_says_which_column(changed: dict[str, str], column: str):
    found = read_of(SCHOOL | changed)
    assert [(line, name) for line, name, _ in found.faults] == [(2, column)]
    assert (found.failed, found.changes) == (1, [])


@pytest.mark.parametrize(
    ("changed", "columns"),
    [
        ({"postcode": "PO1"}, ["postcode"]),
        ({"line_1": ""}, ["line_1"]),
        ({"line_1": "", "postcode": ""}, ["line_1", "postcode"]),
        ({"line_1": "+44 cmd"}, ["line_1"]),
        ({"line_1": "x" * 201}, ["line_1"]),
        ({"ward": "Atlantis"}, ["ward"]),
        ({"place_name": "Eelgrass School"}, ["place_name"]),
        ({"from_day": "", "left_on": "2024-06-01"}, ["from_day"]),
    ],
)
def test_an_address_with_a_fault_says_which_column(changed: dict[str, str], columns: list[str]):
    assert [name for _, name, _ in read_of(ADDRESS | changed).faults] == columns


def test_what_is_wrong_repeats_nothing_of_what_the_line_says():
    secret = "Hazelwick"
    lines = [SCHOOL | {name: secret} for name in SCHOOL] + [ADDRESS | {name: secret} for name in ADDRESS]
    faults = read_of(*lines, SCHOOL | {"ward": secret, "postcode": secret, "left_on": secret}).faults
    assert len(faults) > 10
    assert secret not in str(faults)


def test_a_line_about_leaving_needs_no_place():
    (left,) = read_of(SCHOOL | {"place_number": "", "from_day": "", "left_on": "2024-06-01"}).changes
    assert (left.from_day, left.on.isoformat(), left.place) == (None, "2024-06-01", "")


def test_the_mark_is_the_same_however_it_is_written_and_another_for_another_change():
    first, same, other = read_of(
        ADDRESS, ADDRESS | {"line_1": "9, QUAY  street", "postcode": "PO12AB", "from_day": "03/06/2024"},
        ADDRESS | {"line_1": "10 Quay Street"},
    ).changes  # fmt: skip
    assert first.mark == same.mark != other.mark
    assert len(first.mark) == 64


@pytest.mark.parametrize(
    "content",
    [
        b"", b"\xff\xfes\x00", b"PK\x03\x04whatever", b"\xd0\xcf\x11\xe0more",
        file(SCHOOL).replace(b"Larch", b"L\xe4rch"),
        file(SCHOOL).replace(b"Larch", b"La\x00rch"), file(SCHOOL).split(b"\r\n")[0], b"surname\nLarch",
        file(SCHOOL).replace(b"place_number", b"surname"), file(SCHOOL).replace(b"place_number", b"colour"),
        file(SCHOOL).replace(b",", b";"), file(SCHOOL) + b'"never closed', file(SCHOOL) + b'"' + b"x" * 200_000 + b'"',
        file(*[SCHOOL] * (MOST_LINES + 1)),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_refused_whole(content: bytes):
    with pytest.raises(Unreadable):
        lines_of(content)


def test_a_mark_that_the_file_is_utf_8_is_read_past():
    assert lines_of(b"\xef\xbb\xbf" + file(SCHOOL))[0].said["nhs_number"] == NHS


def test_a_line_with_too_many_cells_is_wrong_and_the_next_one_is_not():
    lines = file(SCHOOL, SCHOOL).split(b"\r\n")
    lines[1] += b",more"
    found = read(lines_of(b"\r\n".join(lines)), PLACES, TODAY)
    assert ([line for line, *_ in found.faults], len(found.changes)) == ([2], 1)


def test_the_manual_has_every_column():
    committed = (ROOT / "docs" / "reference" / PAGE).read_text(encoding="utf-8")
    assert committed == page(), "Run `make reference` and commit the page."
