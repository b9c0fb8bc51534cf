"""The list of reports, a report's own page, and the pages on which a draft is written and signed."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from markupsafe import Markup

from kinfold.reports import fingerprint, period_in_full, period_words, render_html, stylesheet
from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.audit import events
from kinfold.web.core import clock
from kinfold.web.insight.actions import reports as actions
from kinfold.web.insight.forms import BeginForm, CirculationForm, RemarkForm, SignForm
from kinfold.web.insight.models import FrozenFile, Remark, Report
from kinfold.web.insight.selectors import reports as selectors
from kinfold.web.partnership.selectors import strategies as partnership

TYPES = {
    FrozenFile.Form.HTML: "text/html; charset=utf-8",
    FrozenFile.Form.PDF: "application/pdf",
    FrozenFile.Form.WORD: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    FrozenFile.Form.EXCEL: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
DOWNLOADS = (FrozenFile.Form.PDF, FrozenFile.Form.WORD, FrozenFile.Form.EXCEL)


@permission(Permission.REPORT_READ)
def reports(request: SignedInRequest) -> HttpResponse:
    context = {
        "reports": selectors.reports(request.user),
        "priorities": partnership.reported(request.user),
        "may_write": request.user.may(Permission.REPORT_WRITE),
        "period_in_full": period_in_full,
    }
    return render(request, "insight/reports.jinja", context)


@permission(Permission.REPORT_WRITE)
def begin(request: SignedInRequest, key: str) -> HttpResponse:
    priority = partnership.priority(request.user, key)
    if priority is None:
        raise Http404
    today = clock.today()
    form = BeginForm(request.POST or None, quarters=selectors.quarters_to_report(request.user, today))
    if request.method == "POST" and form.is_valid():
        report = actions.begin(priority=priority, by=request.user, today=today, **form.cleaned_data)
        return redirect("insight:report", report.pk)
    return render(request, "insight/begin_report.jinja", {"form": form, "priority": priority})


@permission(Permission.REPORT_READ)
def report(request: SignedInRequest, report_id: UUID) -> HttpResponse:
    """A draft as it would be published today, or what was published, byte for byte."""
    one = _report(request, report_id)
    shown = ""
    if one.published_at is not None:
        kept = selectors.frozen(request.user, one.pk, FrozenFile.Form.HTML)
        assert kept is not None
        page = Markup(bytes(kept.content).decode())  # noqa: S704  made by render_html when it was published
    else:
        value = selectors.value_of(request.user, one, clock.today())
        page = render_html(value) if value else Markup()
        shown = fingerprint(value) if value else ""
    events.record("report.read", by=request.user, about=one)
    context = {
        "report": one,
        "title": f"{one.priority.board.name}: Priority {one.priority.number}, {period_words(one.period)}",
        "page": page,
        "fingerprint": shown,
        "files": sorted(
            (file for file in selectors.files_of(one) if file.form in DOWNLOADS),
            key=lambda file: DOWNLOADS.index(FrozenFile.Form(file.form)),
        ),
        "remarks": selectors.remarks_of(one),
        "may_write": one.published_at is None and request.user.may(Permission.REPORT_WRITE),
        "may_sign": one.published_at is None and request.user.may(Permission.REPORT_SIGN),
    }
    return render(request, "insight/report.jinja", context)


@permission(Permission.REPORT_WRITE)
def commentary(request: SignedInRequest, report_id: UUID, part: str) -> HttpResponse:
    remark = selectors.remark(request.user, report_id, part)
    if remark is None:
        raise Http404
    if _only_looking_at_what_is_published(request, remark.report):
        return redirect("insight:report", report_id)
    label = Remark.Part(remark.part).label
    initial = {"text": remark.text, "version": remark.version}
    form = RemarkForm(request.POST or None, label=label, initial=initial)
    if request.method == "POST" and form.is_valid():
        text, version = form.cleaned_data["text"], int(form.cleaned_data["version"])
        try:
            actions.write(remark=remark, text=text, version=version, by=request.user, today=clock.today())
        except ValidationError as problem:
            form.add_error(None, problem)
        else:
            messages.success(request, f"{label}: saved")
            return redirect("insight:report", report_id)
    context = {"form": form, "report": remark.report, "remark": remark, "title": label, "period_words": period_words}
    return render(request, "insight/commentary.jinja", context)


@permission(Permission.REPORT_WRITE)
def circulation(request: SignedInRequest, report_id: UUID) -> HttpResponse:
    one = _report(request, report_id)
    if _only_looking_at_what_is_published(request, one):
        return redirect("insight:report", report_id)
    initial = {"circulation": "\n".join(one.circulation), "version": one.version}
    form = CirculationForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        lines = [line.strip() for line in form.cleaned_data["circulation"].splitlines() if line.strip()]
        version = int(form.cleaned_data["version"])
        try:
            actions.send_to(report=one, circulation=lines, version=version, by=request.user)
        except ValidationError as problem:
            form.add_error(None, problem)
        else:
            return redirect("insight:report", report_id)
    return render(request, "insight/circulation.jinja", {"form": form, "report": one})


@permission(Permission.REPORT_SIGN)
def sign(request: SignedInRequest, report_id: UUID) -> HttpResponse:
    one = _report(request, report_id)
    if _only_looking_at_what_is_published(request, one):
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
                version=int(form.cleaned_data["version"]),
                read=form.cleaned_data["fingerprint"],
            )
        except ValidationError as problem:
            form.add_error(None, problem)
        else:
            messages.success(request, "The report is signed off and published. It will not change.")
            return redirect("insight:report", report_id)
    return render(request, "insight/sign.jinja", {"form": form, "report": one, "period_in_full": period_in_full})


@permission(Permission.REPORT_READ)
def download(request: SignedInRequest, report_id: UUID, form: str) -> HttpResponse:
    """A published report in one form: an export, so it is written down who took it."""
    kept = selectors.frozen(request.user, report_id, form)
    if kept is None or form not in DOWNLOADS:
        raise Http404
    events.record("report.exported", by=request.user, about=kept.report, details={"form": form, "sha256": kept.sha256})
    name = f"priority-{kept.report.priority.number}-{kept.report.period.lower()}.{form}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(bytes(kept.content), content_type=TYPES[FrozenFile.Form(form)], headers=headers)


@permission(Permission.REPORT_READ)
def styles(request: SignedInRequest) -> HttpResponse:
    """The report's own stylesheet, the same that it is printed with."""
    return HttpResponse(stylesheet(), content_type="text/css", headers={"Cache-Control": "private, max-age=3600"})


def _only_looking_at_what_is_published(request: SignedInRequest, report: Report) -> bool:
    """There is no page to change it on; whoever sends a change all the same is told why it is refused."""
    return request.method != "POST" and report.published_at is not None


def _report(request: SignedInRequest, pk: UUID) -> Report:
    one = selectors.report(request.user, pk)
    if one is None:
        raise Http404
    return one
