"""Asking people for the sections of a report, writing them, commenting on them, and chasing what is late."""

from datetime import date, datetime, timedelta

from django.db import transaction

from kinfold.reports.times import covered_words
from kinfold.web.access import grants
from kinfold.web.access.checks import require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.core.clock import LONDON
from kinfold.web.core.rules import hold
from kinfold.web.core.versions import locked, save_version
from kinfold.web.deadlines import actions as deadlines
from kinfold.web.deadlines import selectors as due_things
from kinfold.web.insight import notice_kinds, rules
from kinfold.web.insight.models import Comment, Report, Section
from kinfold.web.insight.selectors import reports as selectors
from kinfold.web.notices.actions import notify
from kinfold.web.partnership.deadline_kinds import REPORT_SECTION

CHASED_EVERY = timedelta(days=7)


def put_on_the_clock(section: Section, *, at: datetime) -> None:
    """For the action that makes or reopens a section: due some working days after its period ends, or after now."""
    report = section.report
    assert report.working_record is not None
    ends = datetime.combine(report.covers.last_day, datetime.min.time(), LONDON)
    subject = f"{section.name}. {report.duty.board.name}, {covered_words(report.period)}: {report.duty.title}"
    grants.grant(report.working_record, to=section.author, reason="Writes a part of the report", at=at,
                 source_id=section.pk)  # fmt: skip
    deadlines.start(REPORT_SECTION, about=section, at=max(ends, at), record=report.working_record,
                    user=section.author, subject=subject[:400])  # fmt: skip


@transaction.atomic
def assign(*, section: Section, author: User, version: int, by: User, at: datetime) -> Section:
    """Somebody else is asked for the section; the clock goes on, and whoever was asked before no longer has it."""
    require(by, Permission.REPORT_WRITE)
    hold(rules.re1_is_a_draft, locked(section.report))
    hold(rules.re9_author_may_read_reports, author in selectors.who_may_write(by))
    if section.author_id == author.pk:
        return section
    section.author = author
    save_version(section, expected=version, fields=["author"])
    grants.end_grants(section.pk, at=at)
    if section.report.working_record is not None:
        grants.grant(section.report.working_record, to=author, reason="Writes a part of the report", at=at,
                     source_id=section.pk)  # fmt: skip
    deadlines.reassign(REPORT_SECTION, about=section, user=author)
    notify(notice_kinds.ASKED, to=author, about_id=section.pk)
    events.record("report.section_assigned", by=by, about=section.report, details={"section": section.key})
    return section


@transaction.atomic
def write(*, section: Section, text: str, ready: bool, version: int, by: User, at: datetime, today: date) -> Section:
    """Whoever writes last is named, with the day; what stood before is in the history. Ready ends the clock."""
    if section.author_id != by.pk:
        require(by, Permission.REPORT_WRITE)
    require(by, Permission.REPORT_READ)
    hold(rules.re1_is_a_draft, locked(section.report))
    text = text.strip()
    hold(rules.re8_ready_is_written, text if ready else "not yet")
    state = Section.State.READY if ready else Section.State.DRAFT if text else Section.State.TO_WRITE
    if text == section.text and state == section.state:
        return section
    fields = ["state"]
    if text != section.text:
        section.text, section.written_by, section.written_on = text, by, today
        fields += ["text", "written_by", "written_on"]
    section.state = state
    save_version(section, expected=version, fields=fields)
    if ready:
        deadlines.meet(REPORT_SECTION, about=section, at=at)
    elif section.report.working_record is not None:
        put_on_the_clock(section, at=at)
    events.record("report.section_written", by=by, about=section.report, details={"section": section.key})
    return section


@transaction.atomic
def comment(*, section: Section, text: str, by: User, at: datetime) -> Comment:
    """By anybody who may read the draft; its author is told."""
    require(by, Permission.REPORT_READ)
    hold(rules.re1_is_a_draft, locked(section.report))
    hold(rules.re10_says_something, text.strip())
    made = Comment.objects.create(section=section, text=text.strip(), author=by, written_at=at)
    if section.author_id != by.pk:
        notify(notice_kinds.COMMENTED, to=section.author, about_id=section.pk)
    events.record("report.commented_on", by=by, about=section.report, details={"section": section.key})
    return made


@transaction.atomic
def resolve(*, comment: Comment, by: User, at: datetime) -> Comment:
    """By whoever may write the section, or by whoever made the comment."""
    if by.pk not in (comment.author_id, comment.section.author_id):
        require(by, Permission.REPORT_WRITE)
    require(by, Permission.REPORT_READ)
    hold(rules.re1_is_a_draft, locked(comment.section.report))
    comment = locked(comment)
    if comment.resolved_at is None:
        comment.resolved_at, comment.resolved_by = at, by
        save_version(comment, expected=None, fields=["resolved_at", "resolved_by"])
        events.record("report.comment_resolved", by=by, about=comment.section.report)
    return comment


@transaction.atomic
def chase(*, report: Report, by: User, now: datetime, today: date) -> int:
    """Tells the authors whose sections are late, once a week; returns how many were told."""
    require(by, Permission.REPORT_WRITE)
    sections = {one.pk: one for one in selectors.sections_of(report)}
    chased = 0
    for pk, clock in due_things.open_for(sections, REPORT_SECTION).items():
        one = sections[pk]
        lately = one.chased_on is not None and today - one.chased_on < CHASED_EVERY
        if lately or not clock.is_overdue_at(now):
            continue
        notify(notice_kinds.LATE, to=one.author, about_id=pk)
        Section.objects.filter(pk=pk).update(chased_on=today)
        events.record("report.section_chased", by=by, about=report, details={"section": one.key})
        chased += 1
    return chased
