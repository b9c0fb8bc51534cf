"""The pages of a return: a task list, a form that keeps what was typed, a sheet sent back, a signature."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from kinfold.web.core import clock
from kinfold.web.intake.models import Answer, PublishedRelease, Return, ReturnVersion, Upload
from kinfold.web.intake.selectors.filling import sheet_of
from tests.indicators.gathering.test_published_file import INJURIES, OHID, SELF_HARM, file_of
from tests.web.intake.conftest import JULY, QUARTER, figures
from tests.web.intake.sheets import changed, filled_in

NEGLECT = "police.crimes_of_neglect"


@pytest.fixture(autouse=True)
def on_3_july(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: JULY)
    monkeypatch.setattr(clock, "today", lambda: JULY.date())


@pytest.fixture
def desk(contact, browser_of):
    return browser_of(contact)


def text(answer) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def test_the_task_list_has_every_figure_by_room(asked, desk):
    page = text(desk.get(f"/returns/{asked.pk}"))
    assert "Hampshire Constabulary: figures for April to June 2024" in page
    for words in (
        "Crimes against children",
        "Exploitation",
        "Domestic abuse",
        "0 of 15 figures are ready",
        "To fill in",
    ):
        assert words in page


def test_the_list_names_the_state_and_the_day(asked, desk):
    page = text(desk.get("/returns"))
    for words in ("April to June 2024", "Hampshire Constabulary", "To fill in", "26 July 2024", "Nobody yet"):
        assert words in page


def test_the_work_tray_shows_what_is_due(asked, desk):
    assert "Send your agency’s figures for the quarter" in text(desk.get("/work"))


def test_a_wrong_figure_is_saved_and_told_beside_its_box(asked, desk):
    address = f"/returns/{asked.pk}/figures/{NEGLECT}"
    answer = desk.post(address, {"version": "0", "box_0": "eleven", "note": ""})
    page = answer.content.decode()
    assert 'href="#id_box_0"' in page
    assert "Crimes must be a number, such as 14" in page
    assert "What you typed is saved" in page
    assert Answer.objects.get().typed["Whole, value"] == "eleven"
    again = desk.get(address).content.decode()
    assert 'value="eleven"' in again
    assert "Error: " in again


def test_a_right_figure_goes_back_to_the_list(asked, desk):
    boxes = {f"box_{place}": value for place, value in enumerate(figures(QUARTER, 3)[NEGLECT].values())}
    answer = desk.post(f"/returns/{asked.pk}/figures/{NEGLECT}", {"version": "0", "note": "", **boxes}, follow=True)
    assert "Crimes of child neglect recorded: saved" in text(answer)
    assert "1 of 15 figures are ready" in text(answer)


def test_somebody_elses_save_is_shown_side_by_side(asked, desk):
    address = f"/returns/{asked.pk}/figures/{NEGLECT}"
    desk.post(address, {"version": "0", "box_0": "4", "note": ""})
    answer = desk.post(address, {"version": "0", "box_0": "5", "note": ""})
    assert answer.status_code == 409
    assert "Someone else changed this while you were writing" in text(answer)
    assert "Whole, value: 5" in text(answer)


def test_what_is_not_asked_for_is_not_there(asked, desk):
    assert desk.get(f"/returns/{asked.pk}/figures/send.plans").status_code == 404
    assert desk.get(f"/returns/{asked.pk}/versions/1").status_code == 404


def test_the_sheet_comes_down_and_goes_back(asked, desk, contact):
    down = desk.get(f"/returns/{asked.pk}/sheet")
    assert down.headers["Content-Disposition"] == 'attachment; filename="return-hampshire-constabulary-2024-25-q1.xlsx"'
    good = filled_in(sheet_of(contact, asked), figures(QUARTER, 12))
    bad = changed(good, lambda page: page.__setitem__("F7", "lots"))
    answer = desk.post(f"/returns/{asked.pk}/send", {"sheet": SimpleUploadedFile("a.xlsx", bad)}, follow=True)
    assert "The sheet was set aside" in text(answer)
    assert "“lots” must be a number, such as 14" in text(answer)
    assert not Answer.objects.exists()
    answer = desk.post(f"/returns/{asked.pk}/send", {"sheet": SimpleUploadedFile("b.xlsx", good)}, follow=True)
    assert "The sheet is in the return" in text(answer)
    assert "15 of 15 figures are ready" in text(answer)
    one = Upload.objects.get(name="a.xlsx")
    kept = desk.get(f"/returns/files/{one.pk}/file")
    assert (kept.content, kept.headers["Content-Type"]) == (bad, "application/octet-stream")


def test_signing_asks_for_a_tick_and_revising_for_a_reason(asked, desk, fill):
    fill(asked, number=12)
    sign, revise = f"/returns/{asked.pk}/sign-off", f"/returns/{asked.pk}/revise"
    assert "tick that your agency answers for them" in text(desk.post(sign, {"version": "1"}))
    assert "signed off" in text(desk.post(sign, {"version": "1", "checked": "on"}, follow=True))
    assert ReturnVersion.objects.get().number == 1
    assert "Say why" in text(desk.post(revise, {"version": "2", "reason": ""}))
    page = text(desk.post(revise, {"version": "2", "reason": "A late crime"}, follow=True))
    assert "Being revised" in page
    assert "A late crime" in page
    version = text(desk.get(f"/returns/{asked.pk}/versions/1"))
    assert "Version 1: Hampshire Constabulary, April to June 2024" in version


def test_an_unfinished_return_says_what_is_left(asked, desk):
    page = text(desk.post(f"/returns/{asked.pk}/sign-off", {"version": "1", "checked": "on"}))
    assert "Some figures are missing or need to be mended" in page
    assert "Still to do Crimes of child neglect recorded" in page


def test_an_analyst_asks_and_reads_and_does_not_fill_in(contact, analyst, browser_of):
    theirs = browser_of(analyst)
    assert "Ask for April to June 2024" in text(theirs.get("/returns"))
    assert "1 agencies are asked" in text(theirs.post("/returns/ask", follow=True))
    one = Return.objects.get()
    assert theirs.get(f"/returns/{one.pk}").status_code == 200
    assert theirs.get(f"/returns/{one.pk}/figures/{NEGLECT}").status_code == 403
    assert theirs.get(f"/returns/{one.pk}/sign-off").status_code == 403


def release(file, **fields):
    told = {
        "publisher": OHID, "title": "Child and Maternal Health", "licence": "Open Government Licence v3.0",
        "address": "https://fingertips.phe.org.uk", "published_on-day": "4", "published_on-month": "6",
        "published_on-year": "2024", "file": SimpleUploadedFile("figures.csv", file),
    }  # fmt: skip
    return told | fields


def test_published_figures_are_loaded_with_their_source(analyst, browser_of):
    office = browser_of(analyst)
    page = text(office.post("/published/load", release(file_of(INJURIES, SELF_HARM)), follow=True))
    for words in ("Child and Maternal Health: loaded", "Open Government Licence v3.0", "85.7", "612.4", "Portsmouth"):
        assert words in page
    one = PublishedRelease.objects.get()
    assert (one.loaded_by, bytes(one.content)) == (analyst, file_of(INJURIES, SELF_HARM))
    assert "loaded already" in text(office.post("/published/load", release(file_of(INJURIES, SELF_HARM))))


def test_a_file_with_a_fault_is_refused_by_line_and_nothing_of_it_is_loaded(analyst, browser_of):
    bad = file_of(INJURIES, SELF_HARM | {"numerator": "210", "denominator": "34000"})
    page = text(browser_of(analyst).post("/published/load", release(bad)))
    assert "Line 3: hospital.self_harm_admissions is published without counts" in page
    assert not PublishedRelease.objects.exists()


def test_a_release_has_an_address_that_is_safe_to_follow(analyst, browser_of):
    page = text(browser_of(analyst).post("/published/load", release(file_of(INJURIES), address="javascript:alert(1)")))
    assert "must begin with https://" in page


def test_nothing_is_sent_without_a_file(asked, desk):
    assert "Choose the sheet to send" in text(desk.post(f"/returns/{asked.pk}/send", {}))
    empty = SimpleUploadedFile("a.xlsx", BytesIO().getvalue())
    assert "The file is empty" in text(desk.post(f"/returns/{asked.pk}/send", {"sheet": empty}))
