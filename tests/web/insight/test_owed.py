"""Every report that a board owes can be begun, read and, when signed, is off the forward plan."""

from __future__ import annotations

from datetime import date

import pytest

from kinfold.indicators.asked.boards import Covered
from kinfold.reports import fingerprint
from kinfold.web.access.permissions import Role
from kinfold.web.deadlines.models import Deadline
from kinfold.web.insight import tasks
from kinfold.web.insight.actions import reports, sections
from kinfold.web.insight.models import Figure
from kinfold.web.insight.outlines import outline_of
from kinfold.web.insight.selectors import owed
from kinfold.web.insight.selectors import reports as selectors
from kinfold.web.partnership import tasks as partnership_tasks
from kinfold.web.partnership.actions import boards
from kinfold.web.partnership.models import DueReport, Duty
from tests.factories import worker
from tests.web.insight.conftest import NOW, TODAY


def begun(duty: Duty, by):
    period = owed.periods_to_report(by, duty, TODAY)[0][0]
    return reports.begin(duty=duty, period=period, by=by, now=NOW, today=TODAY)


def test_every_duty_of_every_board_can_be_given_its_report(release, duty, analyst):
    for one in Duty.objects.select_related("board"):
        report = begun(one, analyst)
        value = selectors.value_of(analyst, report, TODAY)
        asked = {measure.name for name in one.covers for measure in Covered.named(name).measures}
        answered = {name for part in outline_of(one).parts for _, each in part.measured_by for name in each.reported_in}
        assert asked <= answered
        assert bool(value.indicators or value.actions), one
        assert len(selectors.sections_of(report)) >= 2, one


def test_each_cycle_has_its_own_periods(release, duty, analyst):
    newest = {one.cycle: owed.periods_to_report(analyst, one, TODAY)[0][0] for one in Duty.objects.all()}
    assert newest == {"quarterly": "2023-24-Q4", "six_monthly": "2023-24-H2", "yearly": "2023-24",
                      "termly": "2024-T1", "as_it_comes": "2023-24-Q4"}  # fmt: skip


def test_the_partnerships_report_is_grouped_by_the_eight_priorities(release, duty, analyst):
    value = selectors.value_of(analyst, begun(Duty.objects.get(board__key="pscp", number=1), analyst), TODAY)
    unders = list(dict.fromkeys(part.under for part in value.indicators))
    assert [under[:11] for under in unders] == [f"Priority {n}:" for n in range(1, 9)]
    assert list(dict.fromkeys(action.under for action in value.actions)) == unders
    for part in value.indicators:
        assert not part.number or part.number.startswith((part.under[9], "AR."))


def test_the_annual_report_is_for_the_public(release, duty, analyst):
    report = begun(Duty.objects.get(shape="annual"), analyst)
    assert report.marking == "OFFICIAL"
    value = selectors.value_of(analyst, report, TODAY)
    assert [chapter.title for chapter in value.chapters][:3] == [
        "Foreword", "Introduction: the partnership and how it works", "About Portsmouth: the city in figures",
    ]  # fmt: skip
    assert value.notes.suppression.startswith("Numbers from 1 to 5")
    assert any(point.status == "suppressed" for part in value.indicators for point in part.points)
    contacts = next(part for part in value.indicators if part.number == "AR.2")
    of_the_year = Figure.objects.get(release=release, indicator=contacts.key, period="2023-24", by="")
    assert contacts.years[-1].period == "2023-24"
    assert contacts.years[-1].value == (None if of_the_year.hidden else of_the_year.value)


def test_the_needs_assessment_has_its_wards_with_the_children_who_live_there(release, duty, analyst):
    value = selectors.value_of(analyst, begun(Duty.objects.get(shape="needs"), analyst), TODAY)
    first = value.indicators[0]
    assert first.under == value.chapters[0].title
    assert [breakdown.by for breakdown in first.breakdowns] == ["Ward"]
    assert all(group.points[-1].denominator for group in first.breakdowns[0].groups if group.name != "Not recorded")


def test_what_is_due_first_stands_first(release, duty, chair, browser_of):
    shown = owed.owed(chair, TODAY)
    assert [one.due for one in shown] == sorted(one.due for one in shown)
    page = browser_of(chair).get("/reports").content.decode()
    assert "Quarterly report on the Education Strategy" in page


@pytest.fixture
def planned(duty):
    """The last quarter's report on the clock of a board that an officer looks after."""
    officer = worker(Role.BOARD_SUPPORT)
    boards.support(board=duty.board, team=officer.teams[0], by=officer, at=NOW)
    partnership_tasks.plan_ahead(0)
    return DueReport.objects.get(duty=duty, period="2023-24-Q4")


def test_the_morning_job_plans_ahead_and_says_board_and_period(planned):
    clock = Deadline.objects.get(about_id=planned.pk)
    assert clock.subject.startswith("Early Help Board, January to March 2024: Quarterly report")
    assert clock.due == date(2024, 5, 14)


def test_a_published_report_is_off_the_boards_forward_plan(planned, release, duty, analyst, chair):
    report = begun(duty, analyst)
    for section in selectors.sections_of(report):
        sections.write(section=section, text="Well.", ready=True, version=1, by=analyst, at=NOW, today=TODAY)
    read = fingerprint(selectors.value_of(chair, report, TODAY))
    reports.publish(report=report, by=chair, now=NOW, today=TODAY, version=2, read=read)
    assert Deadline.objects.open().filter(about_id=planned.pk).exists()  # the chair has no seat, and does not see it
    tasks.keep_up(0)
    assert Deadline.objects.get(about_id=planned.pk).met_at == NOW
