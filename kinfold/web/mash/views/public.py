"""Telling the hub without an account: what to do in an emergency first, then one short page."""

from ipaddress import ip_address, ip_network

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kinfold.web.access.routes import public
from kinfold.web.core import clock
from kinfold.web.local.selectors import emergency_numbers, numbers_for_young_people
from kinfold.web.mash.actions.public import SentBy, tell_publicly
from kinfold.web.mash.forms.public import WorriedForm, YoungPersonForm
from kinfold.web.mash.hub_times import hub_times

TRAP = "leave_this_empty"  # a box that people do not see, and machines fill in


@public
def start(request: HttpRequest) -> HttpResponse:
    today = clock.today()
    context = {
        "numbers": emergency_numbers(today),
        "young": numbers_for_young_people(today),
        "hub": hub_times(clock.now()),
    }
    return render(request, "mash/public/start.jinja", context)


@public
def about_a_child(request: HttpRequest) -> HttpResponse:
    return _ask(request, WorriedForm(request.POST or None), "a-child")


@public
def about_me(request: HttpRequest) -> HttpResponse:
    return _ask(request, YoungPersonForm(request.POST or None), "me")


def _ask(request: HttpRequest, form: WorriedForm | YoungPersonForm, about: str) -> HttpResponse:
    now = clock.now()
    numbers = numbers_for_young_people() if about == "me" else emergency_numbers()
    context = {"form": form, "numbers": numbers, "hub": hub_times(now), "about": about, "trap": TRAP}
    if request.method == "POST" and form.is_valid():
        if request.POST.get(TRAP) and not form.cleaned_data["again"]:
            form.ask_again()
            return render(request, "mash/public/tell.jinja", context)
        sent_by = SentBy(form.source_code, form.key, form.can_be_reached, network=_network(request),
                         signed_in=request.user if request.user.is_authenticated else None)  # fmt: skip
        try:
            reference = tell_publicly(telling=form.telling, sent_by=sent_by, at=now)
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            return render(request, "mash/public/sent.jinja", context | {"reference": reference, "form": None})
    return render(request, "mash/public/tell.jinja", context)


def _network(request: HttpRequest) -> str:
    """The sender's network; empty where it is a proxy's or this machine's, which say nothing of the sender."""
    try:
        address = ip_address(request.META.get("REMOTE_ADDR", ""))
    except ValueError:
        return ""
    if not address.is_global:
        return ""
    return str(ip_network((address, 64 if address.version == 6 else 32), strict=False))
