"""A request in the tray of whoever was asked: what is asked and why, and their reply."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render

from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.audit import events
from kinfold.web.core import clock
from kinfold.web.local import selectors as local
from kinfold.web.sharing.actions.replies import reply
from kinfold.web.sharing.forms import ReplyForm
from kinfold.web.sharing.models import AgencyRequest
from kinfold.web.sharing.selectors import requests as selectors
from kinfold.web.sharing.wording import PURPOSES


@permission(Permission.REQUEST_ANSWER)
def asked(request: SignedInRequest, asked_id: UUID) -> HttpResponse:
    found, now = selectors.request_to(request.user, asked_id), clock.now()
    one = selectors.shown(AgencyRequest.objects.filter(pk=found.pk), now)[0]
    form = ReplyForm(request.POST or None, questions=one.questions)
    if request.method == "POST" and form.is_valid():
        try:
            reply(request=found, said=form.said, by=request.user, at=now)
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            messages.success(request, "Thank you. The hub has your reply.")
            return redirect("sharing:asked", found.pk)
    events.record("sharing.request_read", by=request.user, about=found)
    context = {
        "form": form, "one": one, "asked": one.request, "purposes": PURPOSES, "code": "",
        "numbers": local.emergency_numbers(), "telephone": local.value("mash_phone"),
    }  # fmt: skip
    return render(request, "sharing/asked.jinja", context)
