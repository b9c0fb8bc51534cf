"""Drafting a board's report, writing its commentary, and publishing it for good."""

import hashlib
from dataclasses import replace
from datetime import date, datetime

from django.db import transaction

from kinfold.indicators.periods import period as period_of
from kinfold.reports import fingerprint, render_annex_xlsx, render_docx, render_html, render_pdf, to_json
from kinfold.web.access.checks import require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.core.rules import hold
from kinfold.web.core.versions import locked, save_version
from kinfold.web.insight import rules
from kinfold.web.insight.building import build
from kinfold.web.insight.models import FrozenFile, Remark, Report
from kinfold.web.insight.selectors import released as r
from kinfold.web.insight.selectors import reports as selectors
from kinfold.web.local import selectors as local
from kinfold.web.partnership.models import Priority


@transaction.atomic
def begin(*, priority: Priority, period: str, by: User, today: date) -> Report:
    """The quarter's draft; the one that is there already, if somebody began it."""
    require(by, Permission.REPORT_WRITE)
    hold(rules.re6_is_a_quarter_with_figures, period in {key for key, _ in selectors.quarters_to_report(by, today)})
    report, begun = Report.objects.get_or_create(
        priority=priority,
        period=period,
        defaults={
            "marking": r.marking_words(str(local.value("report_marking", today))),
            "circulation": priority.board.circulation,
            "prepared_by": by,
            "prepared_on": today,
        },
    )
    if begun:
        Remark.objects.bulk_create(
            Remark(report=report, part=part, author=by, written_on=today) for part in Remark.Part
        )
        events.record("report.begun", by=by, about=report, details={"period": period})
    return report


@transaction.atomic
def write(*, remark: Remark, text: str, version: int, by: User, today: date) -> Remark:
    """Whoever writes last is named as author, with the day; what stood before is in the history."""
    require(by, Permission.REPORT_WRITE)
    hold(rules.re1_is_a_draft, locked(remark.report))
    if text.strip() == remark.text:
        return remark
    remark.text, remark.author, remark.written_on = text.strip(), by, today
    save_version(remark, expected=version, fields=["text", "author", "written_on"])
    events.record("report.commentary_written", by=by, about=remark.report, details={"part": remark.part})
    return remark


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
    require(by, Permission.REPORT_SIGN)
    report = locked(report)
    hold(rules.re1_is_a_draft, report)
    remarks = selectors.remarks_of(report)
    hold(rules.re2_signed_by_somebody_else, report.prepared_by_id == by.pk or _wrote(by, remarks))
    released = r.newest(by, today, "board")
    over = released is not None and period_of(report.period).starts_on < released.so_far.starts_on
    hold(rules.re3_quarter_is_over, over)
    assert released is not None
    hold(rules.re4_commentary_is_there, sum(bool(one.text) for one in remarks))
    hold(rules.re5_goes_to_somebody, report.circulation)
    gathered = selectors.gathered_for(by, report)
    draft = build(report, released, selectors.actions_of(report), remarks, gathered)
    hold(rules.re7_is_what_was_read, fingerprint(draft) == read)
    value = replace(draft, signed_off_by=f"{by.name}, {by.post}".rstrip(", "), published_on=today)
    forms = {
        FrozenFile.Form.HTML: str(render_html(value)).encode(),
        FrozenFile.Form.PDF: render_pdf(value),
        FrozenFile.Form.WORD: render_docx(value),
        FrozenFile.Form.EXCEL: render_annex_xlsx(value),
    }
    FrozenFile.objects.bulk_create(
        FrozenFile(report=report, form=form, content=content, sha256=hashlib.sha256(content).hexdigest())
        for form, content in forms.items()
    )
    report.value, report.fingerprint, report.release = to_json(value), fingerprint(value), released.release
    report.published_at, report.signed_off_by = now, by
    save_version(report, expected=version, fields=["value", "fingerprint", "release", "published_at", "signed_off_by"])
    events.record("report.published", by=by, about=report, details={"fingerprint": report.fingerprint})
    return report


def _wrote(by: User, remarks: list[Remark]) -> bool:
    """Any version of the commentary, not only the last."""
    history = Remark.pgh_event_model.objects.filter(pgh_obj__in=[one.pk for one in remarks])  # type: ignore[attr-defined]
    return history.filter(author=by).exclude(text="").exists()
