"""The pages on which a return is filled in, signed off and opened again."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from kinfold.indicators.periods import quarter
from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.core import clock
from kinfold.web.intake.actions import filling as actions
from kinfold.web.intake.actions import signing
from kinfold.web.intake.forms import FigureForm, ReviseForm, SignForm
from kinfold.web.intake.models import Return
from kinfold.web.intake.selectors import filling as selectors
from kinfold.web.intake.selectors.filling import Filled
from kinfold.web.intake.views.returns import found


@permission(Permission.RETURN_FILL)
def figure(request: SignedInRequest, return_id: UUID, indicator: str) -> HttpResponse:
    """What is typed is saved even when it is wrong; the page then says what to mend."""
    one = found(request, return_id)
    filled = _filled(request, one, indicator)
    if not one.being_filled and request.method != "POST":
        return redirect("intake:return", return_id)
    form = FigureForm(request.POST, filled=filled) if request.method == "POST" else FigureForm.as_saved(filled)
    saved = False
    if request.method == "POST" and form.is_valid():
        version, note = form.cleaned_data["version"], form.cleaned_data["note"]
        try:
            actions.save(
                of=one, indicator=indicator, typed=form.typed, note=note, version=version, by=request.user,
                now=clock.now(),
            )  # fmt: skip
        except ValidationError as problem:
            form.add_error(None, problem)
        else:
            filled, saved = _filled(request, one, indicator), True
            if filled.done:
                messages.success(request, f"{filled.one.title}: saved")
                return redirect("intake:return", return_id)
            form = FigureForm.as_saved(filled)
    context = {
        "form": form,
        "return_": one,
        "filled": filled,
        "saved": saved,
        "caption": f"{one.agency.name}, {quarter(one.period).title}",
    }
    return render(request, "intake/figure.jinja", context)


@permission(Permission.RETURN_SIGN)
def sign_off(request: SignedInRequest, return_id: UUID) -> HttpResponse:
    one = found(request, return_id)
    if not one.being_filled and request.method != "POST":
        return redirect("intake:return", return_id)
    form = SignForm(request.POST or None, initial={"version": one.version})
    if request.method == "POST" and form.is_valid():
        version = form.cleaned_data["version"]
        try:
            signing.sign_off(of=one, version=version, by=request.user, now=clock.now(), today=clock.today())
        except ValidationError as problem:
            form.add_error(None, problem)
        else:
            messages.success(request, "The figures are signed off. Every version of them is kept.")
            return redirect("intake:return", return_id)
    answers = selectors.filled(request.user, one)
    context = {
        "form": form,
        "return_": one,
        "answers": answers,
        "whole_words": whole_words,
        "unfinished": [answer for answer in answers if not answer.done],
        "caption": f"{one.agency.name}, {quarter(one.period).title}",
    }
    return render(request, "intake/sign_off.jinja", context)


@permission(Permission.RETURN_SIGN)
def revise(request: SignedInRequest, return_id: UUID) -> HttpResponse:
    one = found(request, return_id)
    if one.being_filled and request.method != "POST":
        return redirect("intake:return", return_id)
    form = ReviseForm(request.POST or None, initial={"version": one.version})
    if request.method == "POST" and form.is_valid():
        try:
            signing.reopen(
                of=one, reason=form.cleaned_data["reason"], version=form.cleaned_data["version"], by=request.user
            )
        except ValidationError as problem:
            form.add_error(None, problem)
        else:
            messages.success(request, "The return is open again. The figures signed before stay in use until you sign.")
            return redirect("intake:return", return_id)
    context = {"form": form, "return_": one, "caption": f"{one.agency.name}, {quarter(one.period).title}"}
    return render(request, "intake/revise.jinja", context)


def whole_words(answer: Filled) -> str:
    """The whole figure with its unit, as whoever signs reads it."""
    whole = answer.given[0] if answer.given else None
    if whole is None:
        return "Not given"
    if whole.value is None:
        return "Nobody to count"
    if answer.one.unit == "GBP":
        return f"£{whole.value:,.0f}"
    number = f"{whole.value:,.1f}" if whole.denominator is not None else f"{whole.value:,f}"
    return f"{number}{answer.one.unit}" if answer.one.unit.startswith("%") else f"{number} {answer.one.unit}"


def _filled(request: SignedInRequest, one: Return, indicator: str) -> Filled:
    for answer in selectors.filled(request.user, one):
        if answer.one.key == indicator:
            return answer
    raise Http404
