"""Asking for emergency access, and what became of it."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.audit import events
from kinfold.web.core import clock
from kinfold.web.emergency import actions, selectors
from kinfold.web.emergency.forms import AskForm
from kinfold.web.emergency.models import EmergencyRequest
from kinfold.web.local import selectors as local


@permission(Permission.EMERGENCY_ASK)
def ask(request: SignedInRequest) -> HttpResponse:
    form = AskForm(request.POST or None, today=clock.today())
    if request.method == "POST" and form.is_valid():
        try:
            asked = actions.ask(**form.cleaned_data, by=request.user, now=clock.now())
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            return redirect("emergency:one", asked.pk)
    context = {"form": form, "hours": local.value("emergency_access_hours"), "numbers": local.emergency_numbers()}
    return render(request, "emergency/ask.jinja", context)


@permission(Permission.EMERGENCY_ASK)
def one(request: SignedInRequest, request_id: UUID) -> HttpResponse:
    """To the asker what was opened; to those who keep a restricted file, who asks."""
    asked = _seen(request, request_id)
    events.record("emergency.read", by=request.user, about=asked)
    context = {
        "one": selectors.shown([asked], clock.now())[0], "own": asked.asked_by_id == request.user.pk,
        "numbers": local.emergency_numbers(),
    }  # fmt: skip
    return render(request, "emergency/one.jinja", context)


@permission(Permission.EMERGENCY_ASK)
@require_POST
def end(request: SignedInRequest, request_id: UUID) -> HttpResponse:
    actions.end(request=_seen(request, request_id), by=request.user, now=clock.now())
    messages.success(request, "Emergency access has ended.")
    return redirect("emergency:one", request_id)


def _seen(request: SignedInRequest, request_id: UUID) -> EmergencyRequest:
    found = selectors.request_seen(request.user, request_id, Permission.EMERGENCY_ASK)
    if found is None:
        raise Http404
    return found
