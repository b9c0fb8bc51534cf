"""Agencies and their teams, for the account administrator."""

from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from kinfold.web.access import organising, selectors
from kinfold.web.access.forms import AgencyForm, TeamForm
from kinfold.web.access.models import Agency, User
from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission

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


def _back(request: SignedInRequest) -> str:
    try:
        waiting = User.objects.filter(pk=UUID(request.GET.get("for", ""))).first()
    except ValueError:
        waiting = None
    return reverse("access:one_account", args=[waiting.pk]) if waiting else reverse("access:agencies")
