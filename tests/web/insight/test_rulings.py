"""Targets, new baselines and changes of definition: decided, shown on every page, changed and withdrawn."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from kinfold.indicators.catalogue import BY_KEY
from kinfold.indicators.catalogue.gathered import GATHERED
from kinfold.indicators.periods import quarter
from kinfold.web.access.checks import Refused
from kinfold.web.audit.models import AuditEvent
from kinfold.web.core.versions import StaleVersion
from kinfold.web.insight.actions import rulings as actions
from kinfold.web.insight.actions.rulings import Decided
from kinfold.web.insight.models import Ruling
from kinfold.web.insight.selectors import deciding, released, rulings, scorecard
from kinfold.web.insight.selectors import gathered as g
from tests.web.insight.conftest import NOW, QUARTER, TODAY

IN_TIME, CONTACTS = BY_KEY["mash.decided_in_time"], BY_KEY["mash.contacts"]
SINCE = quarter("2023-24-Q1").starts_on
BASELINE = Decided(starts_on=SINCE, words="One front door", decided_by="Early Help Board", decided_on=date(2023, 5, 4))
TARGET = Decided(
    starts_on=SINCE, words="Trust Plan, page 12", decided_by="Early Help Board", decided_on=date(2023, 5, 4),
    value=Decimal(100), tolerance=Decimal("2.5"), reach_by=date(2025, 3, 31),
)  # fmt: skip


def text(response) -> str:
    return " ".join(response.content.decode().split())


@pytest.fixture
def decide(analyst):
    def decided(indicator, kind, said):
        return actions.record(indicator=indicator, kind=kind, said=said, by=analyst, today=TODAY)

    return decided


def shown(viewer, indicator):
    return scorecard.one(released.newest(viewer, TODAY), indicator)[0]


def test_a_new_baseline_reaches_the_chart_and_whatever_a_report_is_built_from(release, chair, decide, browser_of):
    decide(CONTACTS, "baseline", BASELINE)
    (since,) = shown(chair, CONTACTS).part.rebasings
    assert (since.on, since.reason, since.by) == (SINCE, "One front door", "Early Help Board")
    found = released.newest(chair, TODAY)
    counted = released.figures(found, keys=[CONTACTS.key])[CONTACTS.key]
    assert released.part(CONTACTS, counted, until=quarter(QUARTER)).rebasings == (since,)
    page = text(browser_of(chair).get(f"/scorecard/{CONTACTS.key}"))
    assert "New mean and limits from Q1 2023-24: One front door (Early Help Board, 1 April 2023)." in page
    earlier = text(browser_of(chair).get(f"/scorecard/{CONTACTS.key}?quarter=2022-23-Q4"))
    assert "New mean and limits from Q1" not in earlier


def test_a_target_is_said_on_the_page_and_marked_on_the_scorecard(release, chair, decide, browser_of):
    browser = browser_of(chair)
    assert "Target 100.0% or more" not in text(browser.get("/scorecard"))
    decide(IN_TIME, "target", TARGET)
    one = shown(chair, IN_TIME)
    assert one.signal.chart.assurance in ("failing", "inconsistent")
    assert "Target 100.0% or more by 31 March 2025: m" in text(browser.get("/scorecard"))
    page = text(browser.get(f"/scorecard/{IN_TIME.key}"))
    assert "The target is 100.0% or more by 31 March 2025 (Trust Plan, page 12; Early Help Board, 4 May 2023)." in page
    assert f"it is {'met' if one.latest.value == 100 else 'within' if one.latest.value >= 97.5 else 'not met'}" in page


def test_a_later_target_takes_over_and_an_old_one_stays_with_its_time(release, chair, decide):
    decide(IN_TIME, "target", TARGET)
    decide(
        IN_TIME, "target", Decided(**{**vars(TARGET), "starts_on": quarter(QUARTER).starts_on, "value": Decimal(80)})
    )
    assert shown(chair, IN_TIME).part.target.value == 80
    earlier = scorecard.one(released.newest(chair, TODAY), IN_TIME, quarter("2023-24-Q3"))[0]
    assert earlier.part.target.value == 100
    assert scorecard.one(released.newest(chair, TODAY), IN_TIME, quarter("2022-23-Q4"))[0].part.target is None
    newest, first = deciding.rulings_of(chair, IN_TIME, shown(chair, IN_TIME).part)
    assert newest.what.startswith("80.0% or more by 31 March 2025")
    assert first.what.startswith("100.0% or more by 31 December 2023")
    assert first.how_it_went in ("Met", "Not met", "Not met, but within its tolerance")


def test_a_change_of_definition_is_marked_and_cuts_nothing(release, chair, decide):
    decide(CONTACTS, "definition", Decided(**{**vars(BASELINE), "words": "once for each child"}))
    part = shown(chair, CONTACTS).part
    assert [(one.period, one.words) for one in part.breaks] == [("2023-24-Q1", "once for each child")]
    assert part.rebasings == ()


def test_a_decision_is_made_once_for_a_quarter_by_whoever_may_and_not_of_a_day_to_come(release, chair, decide):
    decide(CONTACTS, "baseline", BASELINE)
    for wrong, says in (
        ({}, "one from this quarter already"),
        ({"starts_on": date(2023, 5, 4)}, "Choose a quarter from the list"),
        ({"starts_on": quarter("2023-24-Q2").starts_on, "words": " "}, "Say in words"),
        ({"starts_on": quarter("2023-24-Q2").starts_on, "decided_on": date(2024, 6, 13)}, "today or earlier"),
    ):
        with pytest.raises(ValidationError, match=says):
            decide(CONTACTS, "baseline", Decided(**(vars(BASELINE) | wrong)))
    with pytest.raises(ValidationError, match="cannot be decided"):
        decide(next(one for one in GATHERED if one.collected == "published"), "baseline", BASELINE)
    with pytest.raises(ValidationError, match="from 0 to 100"):
        decide(IN_TIME, "target", Decided(**(vars(TARGET) | {"value": Decimal(101)})))
    with pytest.raises(Refused):
        actions.record(indicator=CONTACTS, kind="baseline", said=BASELINE, by=chair, today=TODAY)


def test_the_database_holds_a_target_to_its_value(analyst):
    with pytest.raises(IntegrityError, match="ruling_target_has_its_value"), transaction.atomic():
        Ruling.objects.create(
            indicator=CONTACTS.key, kind="target", starts_on=SINCE, words="x", decided_by="y", decided_on=SINCE,
            recorded_by=analyst,
        )  # fmt: skip


def test_what_was_decided_is_changed_withdrawn_and_remembered(release, chair, analyst, decide, browser_of):
    row = decide(CONTACTS, "baseline", BASELINE)
    browser = browser_of(analyst)
    at = f"/decided/{row.pk}"
    sent = {
        "starts_on": "2023-07-01", "words": "One team", "decided_by": "The Executive", "version": 1,
        "decided_on-day": 4, "decided_on-month": 5, "decided_on-year": 2023,
    }  # fmt: skip
    assert 'value="2023-04-01" selected' in text(browser.get(at))
    assert browser.post(at, sent).status_code == 302
    row.refresh_from_db()
    assert (row.words, row.starts_on, row.version) == ("One team", date(2023, 7, 1), 2)
    with pytest.raises(StaleVersion):
        actions.withdraw(ruling=row, because="Wrong", version=1, by=analyst, now=NOW)
    assert browser.post(f"{at}/withdraw", {"because": "It was a blip", "version": 2}).status_code == 302
    assert shown(chair, CONTACTS).part.rebasings == ()
    assert browser.get(at).status_code == 404
    written = AuditEvent.objects.filter(about_id=row.pk).order_by("at").values_list("action", flat=True)
    assert [one.rpartition("_")[2] for one in written] == ["recorded", "changed", "withdrawn"]
    assert Ruling.pgh_event_model.objects.filter(pgh_obj=row.pk, words="One front door").exists()


def test_a_target_is_set_on_a_page_of_its_own(release, analyst, chair, browser_of):
    browser, at = browser_of(analyst), f"/scorecard/{IN_TIME.key}/decided/target"
    assert "Percentage of" in text(browser.get(at))
    sent = {
        "value": "eighty", "tolerance": "2.5", "starts_on": "2024-04-01", "words": "Trust Plan", "decided_by": "Board",
        "decided_on-day": 4, "decided_on-month": 5, "decided_on-year": 2024, "version": 0,
    }  # fmt: skip
    assert "Target must be a number, such as 14" in text(browser.post(at, sent))
    assert browser.post(at, sent | {"value": "80"}).status_code == 302
    assert Ruling.objects.get().value == 80
    assert browser_of(chair).get(at).status_code == 403
    assert browser.get(f"/scorecard/{IN_TIME.key}/decided/nonsense").status_code == 404


def test_figures_that_agencies_send_have_targets_too(release, chair, analyst):
    neglect = next(one for one in GATHERED if one.key == "police.crimes_of_neglect")
    assert "target" not in deciding.kinds_for(neglect) or neglect.better != "neither"
    wanted = next(one for one in GATHERED if one.collected == "published" and one.better == "lower")
    actions.record(
        indicator=wanted, kind="target", said=Decided(**(vars(TARGET) | {"value": Decimal(1)})), by=analyst, today=TODAY
    )
    decided = rulings.ruled([wanted.key])[wanted.key]
    part = g.part(wanted, [], released.newest(chair, TODAY), until=quarter(QUARTER))
    assert (part.target, part.rebasings) == (decided.targets[0], ())
