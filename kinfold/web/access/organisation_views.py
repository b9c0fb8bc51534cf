"""Agencies and their teams, for the account administrator."""

from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from kinfold.web.access import connecting, organising, selectors
from kinfold.web.access.forms import AgencyForm, SystemForm, TeamForm
from kinfold.web.access.models import Agency, User
from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.core import clock

ON_A_PAGE = 40


@permission(Permission.ACCOUNTS_MANAGE)
def agencies(request: SignedInRequest) -> HttpResponse:
    words = request.GET.get("words", "").strip()[:100]
    found = selectors.agencies_with_teams(request.user, words=words)
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    query = urlencode({"words": words}) if words else ""
    return render(request, "access/agencies.jinja", {"page": page, "words": words, "query": query})


@permission(Permission.ACCOUNTS_MANAGE)
def open_agency(request: SignedInRequest) -> HttpResponse:
    form = AgencyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            agency = organising.open_agency(by=request.user, **form.cleaned_data)
        except ValidationError as refused:
            form.add_error("name", refused)
        else:
            messages.success(request, f"{agency} added. Now give it a team.")
            return redirect("access:open_team", agency.pk)
    context = {"form": form, "back": reverse("access:agencies"), "heading_words": "Add an agency", "about": ""}
    return render(request, "access/organisation.jinja", context)


@permission(Permission.ACCOUNTS_MANAGE)
def open_team(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """``for`` in the address is the account that waits for a role: there the administrator goes back."""
    agency = get_object_or_404(Agency, pk=pk)
    form = TeamForm(request.POST or None, initial={"name": "" if agency.teams.exists() else agency.name})
    back = _back(request)
    if request.method == "POST" and form.is_valid():
        try:
            team = organising.open_team(agency=agency, by=request.user, **form.cleaned_data)
        except ValidationError as refused:
            form.add_error("name", refused)
        else:
            messages.success(request, f"{team} added.")
            return redirect(back)
    context = {"form": form, "back": back, "heading_words": "Add a team", "about": agency.name}
    return render(request, "access/organisation.jinja", context)


@permission(Permission.ACCOUNTS_MANAGE)
def systems(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """The agency's own systems that send to Kinfold, and the form that connects another."""
    agency = get_object_or_404(Agency, pk=pk)
    form = SystemForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            system, key = connecting.connect(
                agency=agency, name=form.cleaned_data["name"], on=clock.today(), by=request.user, at=clock.now()
            )
        except ValidationError as refused:
            form.add_error("name", refused)
        else:
            return _systems(request, agency, SystemForm(), system=system, key=key)
    return _systems(request, agency, form)


@permission(Permission.ACCOUNTS_MANAGE)
@require_POST
def renew_key(request: SignedInRequest, pk: UUID) -> HttpResponse:
    system = get_object_or_404(User, pk=pk, system=True)
    key = connecting.renew_key(system=system, by=request.user, at=clock.now())
    return _systems(request, _agency_of(system), SystemForm(), system=system, key=key)


@permission(Permission.ACCOUNTS_MANAGE)
@require_POST
def disconnect(request: SignedInRequest, pk: UUID) -> HttpResponse:
    system = get_object_or_404(User, pk=pk, system=True)
    connecting.disconnect(system=system, by=request.user, at=clock.now())
    messages.success(request, f"{system.name} is disconnected.")
    return redirect("access:systems", _agency_of(system).pk)


def _agency_of(system: User) -> Agency:
    if system.agency is None:
        raise Http404
    return system.agency


def _systems(
    request: SignedInRequest, agency: Agency, form: SystemForm, *, system: User | None = None, key: str = ""
) -> HttpResponse:
    """The key is on this answer alone: in no address, no session and no audit."""
    connected = selectors.systems_of(request.user, agency)
    context = {"agency": agency, "form": form, "connected": connected, "system": system, "key": key}
    response = render(request, "access/systems.jinja", context)
    if key:
        response["Cache-Control"] = "no-store"
    return response


def _back(request: SignedInRequest) -> str:
    try:
        waiting = User.objects.filter(pk=UUID(request.GET.get("for", ""))).first()
    except ValueError:
        waiting = None
    return reverse("access:one_account", args=[waiting.pk]) if waiting else reverse("access:agencies")
