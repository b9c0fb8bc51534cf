"""Beginning a board's report, saying who receives it, and publishing it for good."""

import hashlib
from dataclasses import replace
from datetime import date, datetime

from django.db import transaction

from kinfold.reports import fingerprint, render_annex_xlsx, render_docx, render_html, render_pdf, to_json
from kinfold.reports.data import render_csvs
from kinfold.reports.values import Report as ReportValue
from kinfold.reports.zips import zipped
from kinfold.web.access import grants
from kinfold.web.access.checks import require
from kinfold.web.access.models import Record, User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.core.rules import hold
from kinfold.web.core.versions import locked, save_version
from kinfold.web.insight import rules
from kinfold.web.insight.actions.sections import put_on_the_clock
from kinfold.web.insight.building import build, is_over, signature
from kinfold.web.insight.models import FrozenFile, Report, Section
from kinfold.web.insight.outlines import outline_of
from kinfold.web.insight.selectors import owed
from kinfold.web.insight.selectors import released as r
from kinfold.web.insight.selectors import reports as selectors
from kinfold.web.local import selectors as local
from kinfold.web.partnership.actions import boards
from kinfold.web.partnership.models import Duty

OPEN_TO_ALL = "official"


@transaction.atomic
def begin(*, duty: Duty, period: str, by: User, now: datetime, today: date) -> Report:
    """The period's draft with its sections, each to be written by whoever begins it until others are asked.

    The one that is there already, if somebody began it.
    """
    require(by, Permission.REPORT_WRITE)
    known = {key for key, _ in owed.periods_to_report(by, duty, today)}
    hold(rules.re6_is_a_period_with_figures, period in known)
    outline = outline_of(duty)
    marking = OPEN_TO_ALL if outline.audience == "public" else str(local.value("report_marking", today))
    goes_to = [duty.goes_to] if duty.goes_to else []
    report, begun = Report.objects.get_or_create(
        duty=duty,
        period=period,
        defaults={
            "marking": r.marking_words(marking),
            "circulation": duty.board.circulation or goes_to,
            "prepared_by": by,
            "prepared_on": today,
        },
    )
    if not begun:
        return report
    record = grants.new_record(level=Record.Level.RESTRICTED)
    grants.grant(record, to=by, reason="Prepares the report", at=now, source_id=report.pk)
    report.working_record = record
    save_version(report, expected=None, fields=["working_record"])
    for position, asked in enumerate(outline.sections, start=1):
        section = Section(report=report, position=position, key=asked.key, part=asked.part, title=asked.title,
                          under=asked.under, author=by)  # fmt: skip
        section.save(force_insert=True)
        put_on_the_clock(section, at=now)
    events.record("report.begun", by=by, about=report, details={"period": period})
    return report


@transaction.atomic
def send_to(*, report: Report, circulation: list[str], version: int, by: User) -> Report:
    """Who receives the report, a line each."""
    require(by, Permission.REPORT_WRITE)
    hold(rules.re1_is_a_draft, locked(report))
    hold(rules.re5_goes_to_somebody, circulation)
    report.circulation = circulation
    save_version(report, expected=version, fields=["circulation"])
    events.record("report.circulation_changed", by=by, about=report)
    return report


@transaction.atomic
def publish(*, report: Report, by: User, now: datetime, today: date, version: int, read: str) -> Report:
    """Signs the report off and freezes it: its words and figures, and every form of it, byte for byte.

    `read` is the fingerprint of the draft that the signer had before them: nobody signs figures they have not seen.
    """
    from kinfold.web.insight.tasks import deliver_published

    require(by, Permission.REPORT_SIGN)
    report = locked(report)
    hold(rules.re1_is_a_draft, report)
    hold(rules.re2_signed_by_somebody_else, report.prepared_by_id == by.pk or _wrote(by, report))
    material = selectors.material_of(by, report, today)
    hold(rules.re3_period_is_over, material is not None and is_over(report, material.released))
    assert material is not None
    hold(rules.re4_every_section_is_written, [one.name for one in material.sections if not one.text])
    hold(rules.re5_goes_to_somebody, report.circulation)
    draft = build(report, material)
    hold(rules.re7_is_what_was_read, fingerprint(draft) == read)
    value = replace(draft, signed_off_by=signature(by), published_on=today)
    FrozenFile.objects.bulk_create(
        FrozenFile(report=report, form=form, content=content, sha256=hashlib.sha256(content).hexdigest())
        for form, content in rendered(value).items()
    )
    report.value, report.fingerprint = to_json(value), fingerprint(value)
    report.release = material.released.release
    report.published_at, report.signed_off_by = now, by
    save_version(report, expected=version, fields=["value", "fingerprint", "release", "published_at", "signed_off_by"])
    events.record("report.published", by=by, about=report, details={"fingerprint": report.fingerprint})
    if not boards.deliver_for(duty=report.duty, period=report.period, by=by, at=now):
        deliver_published.defer(report_id=str(report.pk))
    return report


def rendered(value: ReportValue) -> dict[FrozenFile.Form, bytes]:
    """Every form; the same value gives the same bytes."""
    return {
        FrozenFile.Form.HTML: str(render_html(value)).encode(),
        FrozenFile.Form.PDF: render_pdf(value),
        FrozenFile.Form.WORD: render_docx(value),
        FrozenFile.Form.EXCEL: render_annex_xlsx(value),
        FrozenFile.Form.CSV: zipped(render_csvs(value)),
    }


def _wrote(by: User, report: Report) -> bool:
    """Any version of any section, not only the last."""
    history = Section.pgh_event_model.objects.filter(pgh_obj__report=report)  # type: ignore[attr-defined]
    return bool(history.filter(written_by=by).exclude(text="").exists())
