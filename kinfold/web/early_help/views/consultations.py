"""Team Around the Worker, and the log of link co-ordinators."""

from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render

from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.core import clock
from kinfold.web.core.versions import read_version
from kinfold.web.early_help.actions.consultations import record_consultation, say_whether_referred
from kinfold.web.early_help.forms.consultations import ConsultationForm, ReferredForm
from kinfold.web.early_help.selectors import consultations as selectors

A_YEAR = timedelta(days=365)


@permission(Permission.CONSULTATION_HOLD)
def consultations(request: SignedInRequest) -> HttpResponse:
    since = clock.today() - A_YEAR
    context = {
        "agencies": selectors.asked_by_agency(since), "latest": selectors.latest_consultations(request.user),
        "since": since,
    }  # fmt: skip
    return render(request, "early_help/consultations.jinja", context)


@permission(Permission.CONSULTATION_HOLD)
def new(request: SignedInRequest) -> HttpResponse:
    form = ConsultationForm(request.POST or None, today=clock.today(), initial={"held_on": clock.today()})
    if request.method == "POST" and form.is_valid():
        try:
            record_consultation(said=form.said, by=request.user, at=clock.now())
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            messages.success(request, "The consultation is saved. No child’s record was made.")
            return redirect("early_help:consultations")
    return render(request, "early_help/new_consultation.jinja", {"form": form})


@permission(Permission.CONSULTATION_HOLD)
def consultation(request: SignedInRequest, consultation_id: UUID) -> HttpResponse:
    held = selectors.consultation_of(request.user, consultation_id)
    form = ReferredForm(request.POST or None, initial={"version": held.version}) if held.referral_intended else None
    if form is not None and request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        say_whether_referred(consultation=held, referred=bool(said["referred"]), by=request.user, at=clock.now(),
                             version=read_version(said["version"]))  # fmt: skip
        messages.success(request, "It is recorded.")
        return redirect("early_help:consultations")
    return render(request, "early_help/consultation.jinja", {"held": held, "form": form})
