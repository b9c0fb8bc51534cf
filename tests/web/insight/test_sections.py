"""A report's sections: asked of somebody, on the clock until ready, commented on, chased when late."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from kinfold.web.access.checks import Refused
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Role
from kinfold.web.deadlines import selectors as due_things
from kinfold.web.deadlines.models import Deadline
from kinfold.web.insight.actions import reports, sections
from kinfold.web.insight.models import Comment, Section
from kinfold.web.insight.selectors import reports as selectors
from kinfold.web.notices.models import Notice
from kinfold.web.partnership.deadline_kinds import KINDS
from tests.factories import worker
from tests.web.insight.conftest import NOW, QUARTER, TODAY

LATE = NOW + timedelta(days=60)


@pytest.fixture
def first(release, duty, analyst) -> Section:
    report = reports.begin(duty=duty, period=QUARTER, by=analyst, now=NOW, today=TODAY)
    return selectors.sections_of(report)[0]


@pytest.fixture
def officer() -> User:
    return worker(Role.BOARD_SUPPORT)


def ask(section: Section, author: User, by: User, version: int = 1) -> Section:
    return sections.assign(section=section, author=author, version=version, by=by, at=NOW)


def write(section: Section, by: User, text: str = "Well.", version: int = 1, *, ready: bool = False) -> Section:
    return sections.write(section=section, text=text, ready=ready, version=version, by=by, at=NOW, today=TODAY)


def in_the_tray_of(user: User) -> list[tuple[str, str]]:
    return [(row.words, row.subject) for row in due_things.tray(user, NOW, KINDS)]


def test_a_section_stands_in_the_tray_of_whoever_is_asked_and_of_nobody_else(as_app, first, analyst, officer):
    with as_app(officer):
        assert in_the_tray_of(officer) == []
    ask(first, officer, analyst)
    with as_app(officer):
        assert in_the_tray_of(officer) == [
            (
                "Your part of a report",
                "What is going well. Early Help Board, January to March 2024: "
                "Quarterly report on Priority 1 of the Safeguarding Strategy",
            )
        ]
    assert Notice.objects.filter(user=officer, about_id=first.pk).exists()
    ask(first, worker(Role.BOARD_CHAIR), analyst, version=2)
    with as_app(officer):
        assert in_the_tray_of(officer) == []


def test_it_is_due_fifteen_working_days_after_its_period_or_after_it_is_asked_for(first):
    assert Deadline.objects.get(about_id=first.pk).due.isoformat() == "2024-07-03"


def test_ready_ends_the_clock_and_writing_on_starts_it_again(first, analyst):
    write(first, analyst, ready=True)
    assert not Deadline.objects.open().filter(about_id=first.pk).exists()
    assert Section.objects.get(pk=first.pk).state == "ready"
    write(first, analyst, text="Better.", version=2)
    assert Deadline.objects.open().filter(about_id=first.pk).exists()
    assert Section.objects.get(pk=first.pk).state == "draft"


def test_nothing_written_is_not_ready(first, analyst):
    with pytest.raises(ValidationError, match="Write the section before"):
        write(first, analyst, text=" ", ready=True)


def test_only_its_author_and_those_who_write_reports_write_it(first, analyst, officer):
    with pytest.raises(Refused):
        write(first, officer)
    ask(first, officer, analyst)
    assert write(first, officer, version=2).written_by == officer


def test_only_somebody_who_may_read_reports_is_asked(first, analyst):
    with pytest.raises(ValidationError, match="lets them read reports"):
        ask(first, worker(Role.EARLY_HELP_LEAD), analyst)


def test_whoever_reads_the_draft_comments_and_open_comments_are_said_before_it_is_signed(first, chair, browser_of):
    browser = browser_of(chair)
    assert browser.post(f"/reports/sections/{first.pk}", {"text": "Say how many schools."}).status_code == 302
    for page in (f"/reports/sections/{first.pk}", f"/reports/{first.report_id}/sign-off"):
        assert "Say how many schools." in browser.get(page).content.decode()
    made = Comment.objects.get()
    assert browser.post(f"/reports/comments/{made.pk}/resolved").status_code == 302
    assert "Resolved by Bo Chair" in browser.get(f"/reports/sections/{first.pk}").content.decode()
    assert "not resolved" not in browser.get(f"/reports/{first.report_id}/sign-off").content.decode()


def test_a_comment_is_resolved_by_whoever_wrote_it_or_writes_the_section(first, analyst, chair, officer):
    made = sections.comment(section=first, text="Say how many.", by=chair, at=NOW)
    assert Notice.objects.filter(user=analyst, about_id=first.pk).exists()
    with pytest.raises(Refused):
        sections.resolve(comment=made, by=officer, at=NOW)
    assert sections.resolve(comment=made, by=analyst, at=NOW).resolved_by == analyst


def test_a_late_author_is_told_once_a_week(first, analyst, officer):
    ask(first, officer, analyst)
    write(selectors.sections_of(first.report)[1], analyst, ready=True)

    def chase(days: int) -> int:
        now = LATE + timedelta(days=days)
        return sections.chase(report=first.report, by=analyst, now=now, today=now.date())

    assert sections.chase(report=first.report, by=analyst, now=NOW, today=TODAY) == 0
    assert [chase(0), chase(1), chase(7)] == [1, 0, 1]
    assert Notice.objects.filter(user=officer, words__endswith="is late").count() == 1  # the first is not read yet
