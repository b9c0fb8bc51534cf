"""Lists of statistical neighbours: loaded whole from a file, by date, or refused by row."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from kinfold.web.access.checks import Refused
from kinfold.web.audit.models import AuditEvent
from kinfold.web.insight.actions import neighbours as actions
from kinfold.web.insight.selectors import neighbours as selectors
from tests.indicators.comparison.test_neighbour_file import HEADING, NEW, OLD
from tests.web.insight.conftest import NOW


def load(by, written: str):
    return actions.load(name="neighbours.csv", content=written.encode(), by=by, now=NOW)


def test_the_list_of_the_day_is_the_one_in_force(analyst, chair):
    load(analyst, HEADING + OLD + NEW)
    before, after = (selectors.ours_on(chair, day) for day in (date(2020, 12, 31), date(2021, 1, 1)))
    assert before.neighbours == ("E06000026",)
    assert after.neighbours == ("E06000045", "E06000026")
    assert selectors.ours_on(chair, date(2013, 1, 1)) is None


def test_a_newer_file_takes_the_place_of_the_one_before(analyst, chair):
    load(analyst, HEADING + OLD)
    load(analyst, HEADING + NEW)
    assert [one.source for one in selectors.lists(chair)] == ["List of 2021"]
    with pytest.raises(ValidationError, match="loaded already"):
        load(analyst, HEADING + NEW)


def test_a_file_with_a_fault_is_refused_by_row_and_nothing_of_it_is_kept(analyst, chair, browser_of):
    wrong = SimpleUploadedFile("n.csv", (HEADING + OLD.replace("E06000026", "Plym")).encode(), "text/csv")
    page = browser_of(analyst).post("/neighbours/load", {"file": wrong}).content.decode()
    assert "Row 2, neighbour_code: “Plym” is not an area" in page
    assert selectors.lists(chair) == []


def test_it_is_loaded_by_whoever_may_and_read_by_all_who_read_figures(analyst, chair, browser_of):
    with pytest.raises(Refused):
        load(chair, HEADING + NEW)
    file = SimpleUploadedFile("n.csv", (HEADING + NEW).encode(), "text/csv")
    assert browser_of(analyst).post("/neighbours/load", {"file": file}).status_code == 302
    assert "Southampton" in browser_of(chair).get("/neighbours").content.decode()
    assert AuditEvent.objects.filter(action="figures.neighbours_loaded").count() == 1
