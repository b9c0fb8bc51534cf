"""The volunteers of a service, for its team and for those who keep the directory."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render

from kinfold.web.access.checks import NotVisible
from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.audit import events
from kinfold.web.core import clock
from kinfold.web.core.versions import read_version
from kinfold.web.directory.models import Service
from kinfold.web.groups.actions import volunteers as actions
from kinfold.web.groups.forms import VolunteerForm
from kinfold.web.groups.selectors.groups import volunteers_page
from kinfold.web.groups.selectors.people import group_of, looks_after_volunteers, members_of, volunteer_of


@permission(Permission.VOLUNTEER_KEEP)
def volunteers(request: SignedInRequest, service_id: UUID) -> HttpResponse:
    service = _looked_after(request, service_id)
    rows, today = volunteers_page(request.user, service), clock.today()
    events.record("groups.volunteers_read", by=request.user, about=service, details={"group": service.name})
    context = {
        "service": service, "today": today, "active": [one for one in rows if one.until is None or one.until >= today],
        "left": [one for one in rows if one.until is not None and one.until < today],
        "reads_group": request.user.may(Permission.GROUP_READ),
    }  # fmt: skip
    return render(request, "groups/volunteers.jinja", context)


@permission(Permission.VOLUNTEER_KEEP)
def add(request: SignedInRequest, service_id: UUID) -> HttpResponse:
    service = _looked_after(request, service_id)
    form = VolunteerForm(request.POST or None, team=members_of(service), today=clock.today(),
                         initial={"since": clock.today()})  # fmt: skip
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.add_volunteer(service=service, by=request.user, at=clock.now(),
                                         key=form.cleaned_data["key"], **form.told())  # fmt: skip
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            messages.success(request, f"{made.name} is a volunteer of {service.name}.")
            return redirect("groups:volunteers", service.pk)
    return render(request, "groups/volunteer.jinja", {"form": form, "service": service, "volunteer": None})


@permission(Permission.VOLUNTEER_KEEP)
def volunteer(request: SignedInRequest, volunteer_id: UUID) -> HttpResponse:
    found = volunteer_of(request.user, volunteer_id)
    team = members_of(found.service)
    if found.supervised_by not in team:
        team.append(found.supervised_by)
    first = {name: getattr(found, name) for name in actions.TOLD} | {
        "version": found.version, "supervised_by": str(found.supervised_by_id),
    }  # fmt: skip
    form = VolunteerForm(request.POST or None, team=team, today=clock.today(), initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_volunteer(volunteer=found, version=read_version(form.cleaned_data["version"]),
                                     by=request.user, at=clock.now(), **form.told())  # fmt: skip
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            messages.success(request, "It is saved.")
            return redirect("groups:volunteers", found.service_id)
    events.record("groups.volunteer_read", by=request.user, about=found)
    context = {"form": form, "service": found.service, "volunteer": found, "today": clock.today()}
    return render(request, "groups/volunteer.jinja", context)


def _looked_after(request: SignedInRequest, service_id: UUID) -> Service:
    service = group_of(service_id)
    if not looks_after_volunteers(request.user, service):
        raise NotVisible("There is nothing here that you may see.")
    return service
