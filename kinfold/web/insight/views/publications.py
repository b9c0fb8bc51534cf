"""Figures for the public: the files, preparing one, and publishing it."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from kinfold.reports.public import HOW_PROTECTED
from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.audit import events
from kinfold.web.core import clock
from kinfold.web.insight.actions import publications as actions
from kinfold.web.insight.forms import PublishForm
from kinfold.web.insight.models import PublicFile
from kinfold.web.insight.selectors import publications as selectors


@permission(Permission.FIGURES_READ)
def files(request: SignedInRequest) -> HttpResponse:
    context = {
        "files": selectors.files(request.user),
        "may_prepare": request.user.may(Permission.FIGURES_COMPUTE),
        "may_publish": request.user.may(Permission.REPORT_SIGN),
        "viewer": request.user,
    }
    return render(request, "insight/public_files.jinja", context)


@permission(Permission.FIGURES_COMPUTE)
@require_POST
def prepare(request: SignedInRequest) -> HttpResponse:
    try:
        actions.prepare(by=request.user, today=clock.today())
    except ValidationError as problem:
        messages.error(request, " ".join(problem.messages))
    else:
        messages.success(request, "The file is being prepared. It takes about a minute; come back to this page.")
    return redirect("insight:public_files")


@permission(Permission.REPORT_SIGN)
def publish(request: SignedInRequest, public_file_id: UUID) -> HttpResponse:
    one = _file(request, public_file_id)
    form = PublishForm(request.POST or None, initial={"version": one.version})
    if request.method == "POST" and form.is_valid():
        try:
            actions.publish(one=one, by=request.user, now=clock.now(), version=form.cleaned_data["version"])
        except ValidationError as problem:
            form.add_error(None, problem)
        else:
            messages.success(request, "The file is published. It will not change.")
            return redirect("insight:public_files")
    context = {"form": form, "file": one, "how_protected": HOW_PROTECTED[selectors.counts_of(one)]}
    return render(request, "insight/publish_public_file.jinja", context)


@permission(Permission.FIGURES_READ)
def download(request: SignedInRequest, public_file_id: UUID) -> HttpResponse:
    one = _file(request, public_file_id)
    events.record("public_file.exported", by=request.user, about=one, details={"sha256": one.sha256})
    name = f"figures-to-{one.release.as_at:%Y-%m-%d}{'' if one.published_at else '-draft'}.zip"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(bytes(one.content), content_type="application/zip", headers=headers)


def _file(request: SignedInRequest, pk: UUID) -> PublicFile:
    """One that is there to be read; 404 for any other."""
    one = selectors.file(request.user, pk)
    if one is None or not one.sha256:
        raise Http404
    return one
