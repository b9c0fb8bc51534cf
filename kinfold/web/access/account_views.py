"""The account administrator's pages, and changing one's own password."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from kinfold.web.access import actions, selectors
from kinfold.web.access.forms import AccountForm, PasswordForm, RoleForm
from kinfold.web.access.models import Agency, Membership, Team, User
from kinfold.web.access.permissions import Permission, Role
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.core import clock


@permission(Permission.ACCOUNTS_MANAGE)
def accounts(request: SignedInRequest) -> HttpResponse:
    words, closed = request.GET.get("words", "").strip()[:100], request.GET.get("closed") == "yes"
    people = selectors.accounts(request.user, words=words, closed=closed)
    return render(request, "access/accounts.jinja", {"people": people, "words": words, "closed": closed})


@permission(Permission.ACCOUNTS_MANAGE)
def open_account(request: SignedInRequest) -> HttpResponse:
    form = AccountForm(request.POST or None, agencies=selectors.agencies())
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        try:
            user = actions.open_account(
                agency=get_object_or_404(Agency, pk=given.pop("agency")), by=request.user, **given
            )
        except ValidationError as refused:
            form.add_error("email", refused)
        else:
            messages.success(request, "Account opened. Now give it a role.")
            return redirect("access:one_account", user.pk)
    return render(request, "access/open_account.jinja", {"form": form})


@permission(Permission.ACCOUNTS_MANAGE)
def one_account(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Roles held, and the form that gives another."""
    user = _account(request, pk)
    form = RoleForm(request.POST or None, teams=selectors.teams_of(user.agency))
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        team = get_object_or_404(Team, pk=given["team"])
        try:
            actions.give_role(user=user, team=team, role=Role(given["role"]), on=clock.today(), by=request.user)
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            messages.success(request, "Role given.")
            return redirect("access:one_account", user.pk)
    return _one_account(request, user, form=form)


@permission(Permission.ACCOUNTS_MANAGE)
@require_POST
def end_role(request: SignedInRequest, pk: UUID) -> HttpResponse:
    membership = get_object_or_404(Membership, pk=pk)
    actions.end_role(membership=membership, on=clock.today(), by=request.user)
    messages.success(request, "Role ended.")
    return redirect("access:one_account", membership.user_id)


@permission(Permission.ACCOUNTS_MANAGE)
@require_POST
def new_password(request: SignedInRequest, pk: UUID) -> HttpResponse:
    """Shows the password on this answer alone: it is in no address, no session and no audit."""
    user = _account(request, pk)
    try:
        password = actions.give_new_password(user=user, by=request.user)
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
        return redirect("access:one_account", user.pk)
    response = _one_account(request, user, form=RoleForm(teams=selectors.teams_of(user.agency)), password=password)
    response["Cache-Control"] = "no-store"
    return response


@permission(Permission.HOME)
def change_password(request: SignedInRequest) -> HttpResponse:
    form = PasswordForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_password(user=request.user, **form.cleaned_data)
        except ValidationError as refused:
            form.add_error("old_password" if getattr(refused, "code", "") == "AC8" else "new_password", refused)
        else:
            update_session_auth_hash(request, request.user)
            messages.success(request, "Password changed.")
            return redirect("access:account")
    return render(request, "access/change_password.jinja", {"form": form})


def _account(request: SignedInRequest, pk: UUID) -> User:
    user = selectors.account(request.user, pk)
    if user is None:
        raise Http404
    return user


def _one_account(request: SignedInRequest, user: User, **more: Any) -> HttpResponse:
    context = {
        "person": user,
        "has_teams": any(key for key, _ in more["form"].fields["team"].choices),
        "held": selectors.roles_held(request.user, user),
        "password": None,
        **more,
    }
    return render(request, "access/one_account.jinja", context)
