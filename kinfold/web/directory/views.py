"""The pages of the directory: looking for a service, one service, and keeping its entry."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.core import clock
from kinfold.web.core.versions import read_version
from kinfold.web.directory import actions, opening
from kinfold.web.directory.forms import ServiceForm
from kinfold.web.directory.models import Service
from kinfold.web.directory.searching import search


@permission(Permission.DIRECTORY_READ)
def services(request: SignedInRequest) -> HttpResponse:
    may_keep = request.user.may(Permission.DIRECTORY_KEEP)
    context = search(request, clock.now(), keeps=may_keep) | {
        "may_keep": may_keep, "may_read_groups": request.user.may(Permission.GROUP_READ),
    }  # fmt: skip
    return render(request, "directory/services.jinja", context)


@permission(Permission.DIRECTORY_READ)
def service(request: SignedInRequest, service_id: UUID) -> HttpResponse:
    found = get_object_or_404(Service.objects.select_related("organisation", "assured_by", "team"), pk=service_id)
    context = {
        "service": found, "out_of_date": found.is_out_of_date_at(clock.now()), "lines": opening.lines(found.sessions),
        "may_keep": request.user.may(Permission.DIRECTORY_KEEP),
        "may_refer": request.user.may(Permission.SERVICE_REFER),
        "may_read_groups": request.user.may(Permission.GROUP_READ),
    }  # fmt: skip
    return render(request, "directory/service.jinja", context)


@permission(Permission.DIRECTORY_KEEP)
def enter(request: SignedInRequest) -> HttpResponse:
    form = ServiceForm(request.POST or None, today=clock.today(), initial={"state": Service.State.OPEN})
    if request.method == "POST" and form.is_valid():
        told = {name: said for name, said in form.cleaned_data.items() if name != "version"}
        try:
            made = actions.enter(**told, by=request.user, at=clock.now())
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            messages.success(request, "The service is in the directory.")
            return redirect("directory:service", made.pk)
    return render(request, "directory/entry.jinja", {"form": form, "service": None})


@permission(Permission.DIRECTORY_KEEP)
def change(request: SignedInRequest, service_id: UUID) -> HttpResponse:
    found = get_object_or_404(Service.objects.select_related("organisation"), pk=service_id)
    form = ServiceForm(request.POST or None, today=clock.today(), initial=_as_typed(found))
    if request.method == "POST" and form.is_valid():
        told = dict(form.cleaned_data)
        typed, organisation = told.pop("version"), told.pop("organisation")
        try:
            actions.change(
                service=found, organisation=organisation, told=told, version=read_version(typed) or 0, by=request.user,
                at=clock.now(),
            )  # fmt: skip
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            messages.success(request, "The entry is saved.")
            return redirect("directory:service", found.pk)
    return render(request, "directory/entry.jinja", {"form": form, "service": found})


@permission(Permission.DIRECTORY_KEEP)
@require_POST
def assure(request: SignedInRequest, service_id: UUID) -> HttpResponse:
    found = get_object_or_404(Service, pk=service_id)
    try:
        actions.assure(service=found, by=request.user, at=clock.now())
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    else:
        messages.success(request, "Thank you. It says now that you checked it today.")
    return redirect("directory:service", found.pk)


def _as_typed(found: Service) -> dict[str, Any]:
    told = {name: getattr(found, name) for name in actions.TOLD}
    return told | {
        "version": found.version, "organisation": found.organisation.name, "opening": opening.typed(found.sessions),
        "team": str(found.team_id or ""),
    }  # fmt: skip
