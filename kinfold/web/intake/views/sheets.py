"""A return as a spreadsheet: taken away, sent back, and what was wrong with one that was set aside."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify

from kinfold.indicators.periods import quarter
from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.audit import events
from kinfold.web.core import clock
from kinfold.web.intake.actions import filling as actions
from kinfold.web.intake.forms import SendForm
from kinfold.web.intake.models import Upload
from kinfold.web.intake.selectors import filling
from kinfold.web.intake.selectors import returns as selectors
from kinfold.web.intake.spreadsheets.writing import write
from kinfold.web.intake.views.returns import found

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@permission(Permission.RETURN_FILL)
def download(request: SignedInRequest, return_id: UUID) -> HttpResponse:
    one = found(request, return_id)
    content = write(filling.sheet_of(request.user, one))
    events.record("return.sheet_exported", by=request.user, about=one)
    return _file(content, f"return-{slugify(one.agency.name)}-{one.period.lower()}.xlsx", EXCEL)


@permission(Permission.RETURN_FILL)
def send(request: SignedInRequest, return_id: UUID) -> HttpResponse:
    one = found(request, return_id)
    if not one.being_filled and request.method != "POST":
        return redirect("intake:return", return_id)
    form = SendForm(request.POST, request.FILES) if request.method == "POST" else SendForm()
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data["sheet"]
        try:
            upload = actions.take_in(of=one, name=given.name, content=given.read(), by=request.user, now=clock.now())
        except ValidationError as problem:
            form.add_error(None, problem)
        else:
            if upload.faults:
                return redirect("intake:sent", upload.pk)
            messages.success(request, "The sheet is in the return. Check what is left to mend, then sign it off.")
            return redirect("intake:return", return_id)
    caption = f"{one.agency.name}, {quarter(one.period).title}"
    return render(request, "intake/send.jinja", {"form": form, "return_": one, "caption": caption})


@permission(Permission.RETURN_READ)
def sent(request: SignedInRequest, upload_id: UUID) -> HttpResponse:
    """What was wrong with a file, by cell."""
    one = _upload(request, upload_id)
    context = {"upload": one, "return_": one.of, "may_fill": request.user.may(Permission.RETURN_FILL)}
    return render(request, "intake/sent.jinja", context)


@permission(Permission.RETURN_READ)
def as_sent(request: SignedInRequest, upload_id: UUID) -> HttpResponse:
    """The file itself, byte for byte, to be saved and never opened by the browser."""
    one = _upload(request, upload_id)
    events.record("return.file_exported", by=request.user, about=one.of, details={"sha256": one.sha256})
    return _file(bytes(one.content), f"sent-{one.created_at:%Y-%m-%d}-{one.sha256[:8]}.bin", "application/octet-stream")


def _file(content: bytes, name: str, kind: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=kind, headers=headers)


def _upload(request: SignedInRequest, pk: UUID) -> Upload:
    one = selectors.upload(request.user, pk)
    if one is None:
        raise Http404
    return one
