"""The list of reports, a report's own page, and the pages on which a draft is begun, sent and signed."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from markupsafe import Markup

from kinfold.reports import fingerprint, period_words, render_html, stylesheet
from kinfold.reports.times import covered_words
from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.audit import events
from kinfold.web.core import clock
from kinfold.web.insight.actions import reports as actions
from kinfold.web.insight.forms import BeginForm, CirculationForm, SignForm
from kinfold.web.insight.models import FrozenFile, Report, Section
from kinfold.web.insight.selectors import owed
from kinfold.web.insight.selectors import reports as selectors

TYPES = {
    FrozenFile.Form.HTML: "text/html; charset=utf-8",
    FrozenFile.Form.PDF: "application/pdf",
    FrozenFile.Form.WORD: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    FrozenFile.Form.EXCEL: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    FrozenFile.Form.CSV: "application/zip",
}
DOWNLOADS = (FrozenFile.Form.PDF, FrozenFile.Form.WORD, FrozenFile.Form.EXCEL, FrozenFile.Form.CSV)


@permission(Permission.REPORT_READ)
def reports(request: SignedInRequest) -> HttpResponse:
    boards = owed.owed(request.user, clock.today())
    context = {"boards": boards, "coming": owed.coming(boards), "may_write": request.user.may(Permission.REPORT_WRITE),
               "covered_words": covered_words}  # fmt: skip
    return render(request, "insight/reports.jinja", context)


@permission(Permission.REPORT_WRITE)
def begin(request: SignedInRequest, duty_id: UUID) -> HttpResponse:
    duty = owed.duty(request.user, duty_id)
    if duty is None:
        raise Http404
    today = clock.today()
    form = BeginForm(request.POST or None, periods=owed.periods_to_report(request.user, duty, today))
    if request.method == "POST" and form.is_valid():
        report = actions.begin(duty=duty, by=request.user, now=clock.now(), today=today, **form.cleaned_data)
        return redirect("insight:report", report.pk)
    return render(request, "insight/begin_report.jinja", {"form": form, "duty": duty})


@permission(Permission.REPORT_READ)
def report(request: SignedInRequest, report_id: UUID) -> HttpResponse:
    """A draft as it would be published today, or what was published, byte for byte."""
    one = report_of(request, report_id)
    context = {
        "report": one,
        "title": f"{one.duty.board.name}: {one.duty.title}, {period_words(one.period)}",
        "covers": covered_words(one.period),
    }
    events.record("report.read", by=request.user, about=one)
    return _published(request, one, context) if one.published_at else _draft(request, one, context)


def _published(request: SignedInRequest, one: Report, context: dict[str, Any]) -> HttpResponse:
    kept = selectors.frozen(request.user, one.pk, FrozenFile.Form.HTML)
    assert kept is not None
    context["page"] = Markup(bytes(kept.content).decode())  # noqa: S704  made by render_html when it was published
    files = {file.form: file for file in selectors.files_of(one)}
    context["files"] = [files[form] for form in DOWNLOADS if form in files]
    return render(request, "insight/published.jinja", context)


def _draft(request: SignedInRequest, one: Report, context: dict[str, Any]) -> HttpResponse:
    value = selectors.value_of(request.user, one, clock.today())
    context |= {
        "page": render_html(value) if value else Markup(),
        "fingerprint": fingerprint(value) if value else "",
        "sections": selectors.sections_shown(request.user, one, clock.now()),
        "priorities": selectors.priorities_in(one),
        "may_write": request.user.may(Permission.REPORT_WRITE),
        "may_sign": request.user.may(Permission.REPORT_SIGN),
        "due": owed.due_on(one.covers),
    }
    return render(request, "insight/draft.jinja", context)


@permission(Permission.REPORT_WRITE)
def circulation(request: SignedInRequest, report_id: UUID) -> HttpResponse:
    one = report_of(request, report_id)
    if only_looking_at_what_is_published(request, one):
        return redirect("insight:report", report_id)
    initial = {"circulation": "\n".join(one.circulation), "version": one.version}
    form = CirculationForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        lines = [line.strip() for line in form.cleaned_data["circulation"].splitlines() if line.strip()]
        version = form.cleaned_data["version"]
        try:
            actions.send_to(report=one, circulation=lines, version=version, by=request.user)
        except ValidationError as problem:
            form.add_error(None, problem)
        else:
            return redirect("insight:report", report_id)
    return render(request, "insight/circulation.jinja", {"form": form, "report": one})


@permission(Permission.REPORT_SIGN)
def sign(request: SignedInRequest, report_id: UUID) -> HttpResponse:
    one = report_of(request, report_id)
    if only_looking_at_what_is_published(request, one):
        return redirect("insight:report", report_id)
    initial = {"version": one.version, "fingerprint": request.GET.get("read", "")}
    form = SignForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            actions.publish(
                report=one,
                by=request.user,
                now=clock.now(),
                today=clock.today(),
                version=form.cleaned_data["version"],
                read=form.cleaned_data["fingerprint"],
            )
        except ValidationError as problem:
            form.add_error(None, problem)
        else:
            messages.success(request, "The report is signed off and published. It will not change.")
            return redirect("insight:report", report_id)
    shown = selectors.sections_shown(request.user, one, clock.now())
    context = {
        "form": form,
        "report": one,
        "covers": covered_words(one.period),
        "comments": selectors.open_comments(request.user, one),
        "unready": [each.section for each in shown if each.section.state != Section.State.READY],
    }
    return render(request, "insight/sign.jinja", context)


@permission(Permission.REPORT_READ)
def download(request: SignedInRequest, report_id: UUID, form: str) -> HttpResponse:
    """A published report in one form: an export, so it is written down who took it."""
    kept = selectors.frozen(request.user, report_id, form)
    if kept is None or form not in DOWNLOADS:
        raise Http404
    events.record("report.exported", by=request.user, about=kept.report, details={"form": form, "sha256": kept.sha256})
    name = f"{slugify(kept.report.duty.board.name)}-{kept.report.duty.number}-{kept.report.period.lower()}.{form}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(bytes(kept.content), content_type=TYPES[FrozenFile.Form(form)], headers=headers)


@permission(Permission.REPORT_READ)
def styles(request: SignedInRequest) -> HttpResponse:
    """The report's own stylesheet, the same that it is printed with."""
    return HttpResponse(stylesheet(), content_type="text/css", headers={"Cache-Control": "private, max-age=3600"})


def only_looking_at_what_is_published(request: SignedInRequest, report: Report) -> bool:
    """There is no page to change it on; whoever sends a change all the same is told why it is refused."""
    return request.method != "POST" and report.published_at is not None


def report_of(request: SignedInRequest, pk: UUID) -> Report:
    one = selectors.report(request.user, pk)
    if one is None:
        raise Http404
    return one
