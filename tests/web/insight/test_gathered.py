"""What agencies sent and others published, on the scorecard, on a page of its own and in a priority's report."""

from __future__ import annotations

from kinfold.indicators.catalogue.gathered import GATHERED
from kinfold.indicators.gathering import is_small
from kinfold.indicators.periods import quarter
from kinfold.web.insight.actions import reports as actions
from kinfold.web.insight.selectors import gathered as g
from kinfold.web.insight.selectors import released
from kinfold.web.insight.selectors import reports as selectors
from kinfold.web.intake.models import ReturnedFigure, ReturnVersion
from kinfold.web.partnership.models import Duty
from tests.indicators.gathering.test_published_file import INJURIES, OHID
from tests.web.insight.conftest import NOW, QUARTER, TODAY, publish
from tests.web.intake.conftest import POLICE

NEGLECT, INJURED = "police.crimes_of_neglect", "hospital.injuries_to_fourteen"
BY_KEY = {one.key: one for one in GATHERED}
EARLIER, BEFORE = "2023-24-Q2", "2023-24-Q3"


def text(response) -> str:
    return " ".join(response.content.decode().split())


def test_a_page_says_what_is_counted_who_sends_it_and_each_figure(release, chair, contact, sign, browser_of):
    sign(QUARTER, 12)
    page = text(browser_of(chair).get(f"/scorecard/{NEGLECT}"))
    one = BY_KEY[NEGLECT]
    assert f"2.3 {one.title}" in page
    assert "Crimes of cruelty to children or young persons" in page
    assert f"Submitted by {POLICE}, every quarter" in page
    assert f"{POLICE}, signed off by {contact.name}" in page
    assert "12 in Q4 2023-24" in page


def test_a_quarter_that_was_not_sent_is_a_gap_and_no_figure(release, chair, sign):
    sign(EARLIER, 12)
    sign(QUARTER, 14)
    page = g.page_of(chair, BY_KEY[NEGLECT], released.newest(chair, TODAY), quarter(QUARTER))
    assert [(one.period, one.value, one.status) for one in page.shown.part.points] == [
        (EARLIER, 12, "shown"), (BEFORE, None, "not_submitted"), (QUARTER, 14, "shown"),
    ]  # fmt: skip


def test_a_revised_figure_keeps_the_one_it_replaced_with_the_reason(release, chair, sign, browser_of):
    sign(QUARTER, 12)
    sign(QUARTER, 14, "Two were recorded late")
    found = released.newest(chair, TODAY)
    page = g.page_of(chair, BY_KEY[NEGLECT], found, quarter(QUARTER))
    assert page.shown.part.points[-1].value == 14
    assert [(one.number, one.figure, one.reason) for one in page.revised] == [
        (2, "14", "Two were recorded late"), (1, "12", ""),
    ]  # fmt: skip
    assert "Two were recorded late" in text(browser_of(chair).get(f"/scorecard/{NEGLECT}"))


def test_a_change_of_definition_is_marked_and_both_are_kept(release, chair, sign, browser_of):
    sign(BEFORE, 12)
    of = sign(QUARTER, 14)
    version = ReturnVersion.objects.create(
        of=of, agency=of.agency, period=QUARTER, number=2, reason="Counted anew", signed_off_at=NOW,
        signed_off_by=ReturnVersion.objects.get(of=of).signed_off_by,
    )  # fmt: skip
    ReturnedFigure.objects.create(version=version, position=0, indicator=NEGLECT, value=9, definition="Another way.")
    page = g.page_of(chair, BY_KEY[NEGLECT], released.newest(chair, TODAY), quarter(QUARTER))
    assert [one.period for one in page.shown.part.breaks] == [QUARTER]
    shown = text(browser_of(chair).get(f"/scorecard/{NEGLECT}"))
    assert "Another way." in shown
    assert "Figures keep the definition they were signed under" in shown


def test_a_small_count_is_shown_to_nobody_whom_small_numbers_are_hidden_from(
    release, chair, analyst, sign, suppressed, browser_of
):
    sign(QUARTER, 4)
    sign(QUARTER, 7, "It was 4")
    hidden = g.page_of(chair, BY_KEY[NEGLECT], released.newest(chair, TODAY), quarter(QUARTER))
    assert [(one.figure, one.reason) for one in hidden.revised] == [("suppressed", "")] * 2
    sign(QUARTER, 3, "It was 3")
    for one in g.collected(chair, released.newest(chair, TODAY), quarter(QUARTER)):
        if one.indicator.owner == POLICE:
            assert (one.latest.value, one.latest.status) == (None, "suppressed"), one.indicator.key
    page = text(browser_of(chair).get(f"/scorecard/{NEGLECT}"))
    assert "It was" not in page
    assert "Checked" not in page
    told = g.page_of(analyst, BY_KEY[NEGLECT], released.newest(analyst, TODAY), quarter(QUARTER))
    assert [one.figure for one in told.revised] == ["3", "7", "4"]


def test_a_share_is_small_by_either_side_and_a_mean_by_its_children():
    share, wait = BY_KEY["send.therapies_in_time"], BY_KEY["send.wait_for_therapies"]
    assert is_small(share, value=None, numerator=20, denominator=24)
    assert is_small(share, value=None, numerator=4, denominator=24)
    assert not is_small(share, value=None, numerator=12, denominator=24)
    assert is_small(wait, value=None, numerator=80, denominator=4)
    assert not is_small(wait, value=None, numerator=4, denominator=80)
    assert not is_small(BY_KEY[INJURED], value=None, numerator=3, denominator=35000)


def test_what_was_published_has_its_source_release_and_licence(release, chair, analyst, browser_of):
    publish(analyst, INJURIES, INJURIES | {"period": "2019/20", "period_ends_on": "2020-04-01"})
    page = text(browser_of(chair).get(f"/scorecard/{INJURED}"))
    assert f"Published by {OHID}, every year" in page
    assert f"{OHID}, Injuries, 12 June 2024. Open Government Licence v3.0" in page
    points = g.page_of(chair, BY_KEY[INJURED], released.newest(chair, TODAY), quarter(QUARTER)).shown.part.points
    assert [(one.period, one.value) for one in points] == [
        ("2019/20", 85.7), ("to 2021", None), ("to 2022", None), ("2022/23", 85.7),
    ]  # fmt: skip


def test_the_scorecard_has_a_line_for_each_with_its_last_figure(release, chair, sign, browser_of):
    sign(BEFORE, 12)
    page = text(browser_of(chair).get("/scorecard"))
    for one in GATHERED:
        assert one.title in page
    assert "Q3 2023-24; Q4 2023-24 not sent in" in page
    assert "Not sent in" in page


def test_a_figure_of_a_later_quarter_is_not_on_an_earlier_scorecard(release, chair, sign):
    sign(QUARTER, 12)
    shown = {one.indicator.key: one for one in g.collected(chair, released.newest(chair, TODAY), quarter(BEFORE))}
    assert shown[NEGLECT].latest.status == "not_submitted"


def test_a_priority_report_has_what_is_gathered_in_the_strategys_order(release, duty, chair, analyst, sign):
    sign(QUARTER, 12)
    Duty.objects.filter(pk=duty.pk).update(covers=["safeguarding 2"])
    duty.refresh_from_db()
    draft = actions.begin(duty=duty, period=QUARTER, by=analyst, now=NOW, today=TODAY)
    parts = {part.key: part for part in selectors.value_of(chair, draft, TODAY).indicators}
    assert parts[NEGLECT].points[-1].value == 12
    assert parts["health.dental_decay"].number == "2.4a, 2.4b"
    assert parts["health.dental_decay"].points[-1].value is None
    numbers = [part.number.split(",")[0] for part in parts.values()]
    assert numbers == sorted(numbers)
    assert {"2.3", "2.4a", "2.5a", "2.5b"} <= set(numbers)


def test_there_are_no_rows_behind_a_figure_that_was_sent(release, analyst, browser_of):
    assert browser_of(analyst).get(f"/scorecard/{NEGLECT}/{QUARTER}/rows").status_code == 404
