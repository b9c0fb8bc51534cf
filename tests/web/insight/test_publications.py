"""Figures for the public: small numbers kept in every file and between files, and two people for each."""

import zipfile
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from procrastinate.contrib.django.models import ProcrastinateJob

from kinfold.reports.public import ABOUT, FIGURES, INDICATORS, figures_of
from kinfold.web.access.checks import Refused
from kinfold.web.core.versions import StaleVersion
from kinfold.web.insight.actions import publications as actions
from kinfold.web.insight.models import Figure, PublicFile
from tests.web.insight.conftest import NOW, TODAY

SMALL = {"numerator": 3, "value": 3}


def prepared(analyst):
    one = actions.prepare(by=analyst, today=TODAY)
    actions.make(one)
    one.refresh_from_db()
    return one


def published(analyst, chair):
    one = prepared(analyst)
    return actions.publish(one=one, by=chair, now=NOW, version=one.version)


@pytest.fixture
def few(release):
    """Three indicators' figures of the release, so that protecting them takes no time."""
    kept = ("mash.children", "mash.contacts", "mash.signposted")
    Figure.objects.filter(release=release).exclude(indicator__in=kept)._raw_delete("default")
    return release


def test_no_small_number_no_agency_and_no_period_under_way_is_in_the_file(few, analyst):
    shown = figures_of(bytes(prepared(analyst).content))
    assert any(one.status == "suppressed" for one in shown)
    assert not any(one.numerator is not None and 1 <= one.numerator <= 5 for one in shown)
    assert "agency" not in {one.by for one in shown}
    assert "2024-25-Q1" not in {one.period for one in shown}
    hidden = {(one.indicator, one.period, one.by, one.group) for one in shown if one.status == "suppressed"}
    small = few.figures.filter(numerator__range=(1, 5), denominator=None, by="ward", period="2023-24-Q4")
    assert {(one.indicator, one.period, one.by, one.group) for one in small} <= hidden
    assert small.exists()


def test_the_file_says_what_it_is_and_counts_what_it_hides(few, analyst):
    one = prepared(analyst)
    with zipfile.ZipFile(BytesIO(bytes(one.content))) as kept:
        assert kept.namelist() == [ABOUT, FIGURES, INDICATORS]
        assert "1 to 5 are not shown" in kept.read(ABOUT).decode()
        assert "mash.children" in kept.read(INDICATORS).decode()
    shown = figures_of(bytes(one.content))
    assert one.hidden == sum(each.status == "suppressed" for each in shown) > 0
    assert one.shown == sum(each.status == "shown" for each in shown) > 0


def test_the_same_figures_give_the_same_bytes_and_what_was_hidden_stays_hidden(few, analyst, chair):
    first = published(analyst, chair)
    assert prepared(analyst).sha256 == first.sha256
    hidden = few.figures.get(indicator="mash.children", by="ward", period="2023-24-Q4", group=_hidden_ward(first))
    Figure.objects.filter(pk=hidden.pk).update(numerator=40, value=40)
    again = {(one.period, one.group): one for one in figures_of(bytes(prepared(analyst).content))
             if one.indicator == "mash.children" and one.by == "ward"}  # fmt: skip
    assert again["2023-24-Q4", hidden.group].status == "suppressed"


def _hidden_ward(one):
    return next(
        each.group for each in figures_of(bytes(one.content))
        if (each.indicator, each.by, each.period, each.status)
        == ("mash.children", "ward", "2023-24-Q4", "suppressed")
    )  # fmt: skip


def test_rounded_where_the_partnership_chooses_so(few, analyst, monkeypatch):
    monkeypatch.setattr("kinfold.web.local.selectors.value", lambda key, today: "rounded")
    shown = [one for one in figures_of(bytes(prepared(analyst).content)) if one.status == "shown"]
    counts = [one.numerator for one in shown if one.denominator is None]
    assert counts
    assert all(count % 5 == 0 for count in counts)


def test_the_person_who_prepared_it_does_not_publish_it(few, analyst, chair):
    one = prepared(analyst)
    with pytest.raises(Refused):
        actions.publish(one=one, by=analyst, now=NOW, version=one.version)
    PublicFile.objects.filter(pk=one.pk).update(prepared_by=chair)
    with pytest.raises(ValidationError, match="Somebody else must publish"):
        actions.publish(one=one, by=chair, now=NOW, version=one.version)


def test_it_is_published_once_as_it_was_read(few, analyst, chair):
    one = prepared(analyst)
    with pytest.raises(StaleVersion):
        actions.publish(one=one, by=chair, now=NOW, version=one.version - 1)
    actions.publish(one=one, by=chair, now=NOW, version=one.version)
    with pytest.raises(ValidationError, match="cannot be published"):
        actions.publish(one=one, by=chair, now=NOW, version=one.version + 1)


def test_a_draft_that_does_not_know_the_newest_file_is_not_published(few, analyst, chair):
    early, late = prepared(analyst), prepared(analyst)
    actions.publish(one=late, by=chair, now=NOW, version=late.version)
    with pytest.raises(ValidationError, match="Another file was published since"):
        actions.publish(one=early, by=chair, now=NOW, version=early.version)


def test_pressing_twice_prepares_one_file(release, analyst):
    assert actions.prepare(by=analyst, today=TODAY) == actions.prepare(by=analyst, today=TODAY)
    assert ProcrastinateJob.objects.filter(task_name="insight.prepare_public_file").count() == 1


def test_what_goes_wrong_leaves_room_for_another(few, analyst, monkeypatch):
    one = actions.prepare(by=analyst, today=TODAY)
    monkeypatch.setattr(actions, "render_public", lambda *_, **__: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        actions.make(one)
    one.refresh_from_db()
    assert one.state == PublicFile.State.FAILED
    monkeypatch.undo()
    assert prepared(analyst).state == PublicFile.State.READY


def test_the_pages_offer_each_what_they_may_do(few, analyst, chair, browser_of):
    one = prepared(analyst)
    mine, theirs = browser_of(analyst), browser_of(chair)
    assert "Prepare a file" in mine.get(reverse("insight:public_files")).content.decode()
    page = theirs.get(reverse("insight:public_files")).content.decode()
    assert "Prepare a file" not in page
    assert reverse("insight:publish_public_file", args=[one.pk]) in page
    download = theirs.get(reverse("insight:public_file", args=[one.pk]))
    assert download["Content-Disposition"] == 'attachment; filename="figures-to-2024-06-11-draft.zip"'
    assert figures_of(download.content) == figures_of(bytes(one.content))
    address = reverse("insight:publish_public_file", args=[one.pk])
    assert theirs.post(address, {"version": one.version, "read": "on"}).status_code == 302
    one.refresh_from_db()
    assert one.published_by == chair
