"""The consultation line: a professional rings for advice; what has to be a contact becomes one in the same press."""

from datetime import timedelta

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.core import clock
from kinfold.web.mash.actions import advising
from kinfold.web.mash.forms.hub.advising import AdviceForm
from kinfold.web.mash.selectors import advice as selectors
from kinfold.web.mash.views.hub.answers import tried

COUNTED_OVER = timedelta(days=365)


@permission(Permission.ADVICE_GIVE)
def give(request: SignedInRequest) -> HttpResponse:
    form, now = AdviceForm(request.POST or None), clock.now()
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        if form.is_contact:
            draft = advising.begin_contact(
                asked=form.asked, question=said["question"], advised=said["advised"], minutes=said["minutes"],
                by=request.user, at=now,
            )  # fmt: skip
            messages.info(request, "This has to be a contact. What they asked is in its form. Go through it with them.")
            return redirect("mash:carry_on", draft.pk)
        if tried(form, lambda: advising.give_advice(
            asked=form.asked, question=said["question"], advised=said["advised"], minutes=said["minutes"],
            by=request.user, at=now,
        )):  # fmt: skip
            messages.success(request, "The advice is saved. No child’s record was made.")
            return redirect("mash:advice")
    return render(request, "mash/hub/give_advice.jinja", {"form": form})


@permission(Permission.ADVICE_GIVE)
def advice(request: SignedInRequest) -> HttpResponse:
    since = clock.now() - COUNTED_OVER
    context = {
        "latest": selectors.latest_advice(request.user),
        "agencies": selectors.advice_by_agency(request.user, since),
        "months": selectors.advice_by_month(request.user, since),
        "since": since,
    }
    return render(request, "mash/hub/advice.jinja", context)
