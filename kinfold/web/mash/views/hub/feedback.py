"""Answering the referrer: the words drafted from the decisions, changed if need be, and sent in one press."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.core import clock
from kinfold.web.core.versions import StaleVersion
from kinfold.web.local.selectors import value
from kinfold.web.mash.actions.feedback import drafted, send_feedback
from kinfold.web.mash.actions.hub import children_of
from kinfold.web.mash.forms.hub.short import FeedbackForm
from kinfold.web.mash.hub_rules import hd18_every_child_is_decided
from kinfold.web.mash.selectors.contact import contact_of
from kinfold.web.mash.views.hub.answers import changed_meanwhile, tried


@permission(Permission.FEEDBACK_SEND)
def feedback(request: SignedInRequest, contact_id: UUID) -> HttpResponse:
    contact = contact_of(request.user, contact_id)
    here = reverse("mash:contact", args=[contact.pk])
    if contact.anonymous:
        messages.info(request, "Nobody knows who made this contact, so there is nobody to answer.")
        return redirect(here)
    if request.method == "GET" and not hd18_every_child_is_decided(children_of(contact)):
        messages.info(request, "Decide for every child before you answer.")
        return redirect(here)
    begin = {} if request.method == "POST" else {"words": drafted(contact, str(value("mash_phone")))}
    form = FeedbackForm(request.POST or None, initial=begin)
    if request.method == "POST" and form.is_valid():
        words = form.cleaned_data["words"]
        try:
            if tried(form, lambda: send_feedback(contact=contact, words=words, by=request.user, at=clock.now())):
                messages.success(request, "The answer is sent.")
                return redirect(here)
        except StaleVersion as stale:
            return changed_meanwhile(request, stale, here)
    return render(request, "mash/hub/feedback.jinja", {"form": form, "contact": contact})
