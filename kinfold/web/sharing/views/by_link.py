"""Replying by a link: its code first, then the reply; and a clear page for a link that opens nothing any more.

Nothing of a child is shown before the code. Opening the link does not use it up: mail programs open links themselves.
"""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from kinfold.web.access.routes import public
from kinfold.web.audit import events
from kinfold.web.core import clock
from kinfold.web.local import selectors as local
from kinfold.web.sharing.actions import links
from kinfold.web.sharing.actions.replies import reply_by_link
from kinfold.web.sharing.forms import CodeForm, ReplyForm
from kinfold.web.sharing.models import AgencyRequest, ReplyLink
from kinfold.web.sharing.selectors.requests import shown
from kinfold.web.sharing.wording import PURPOSES


@public
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    now = clock.now()
    asker = request.user if request.user.is_authenticated else None
    with links.held(token, now, asker=asker) as link:
        response = _answer(request, token, link, now)
    response["Referrer-Policy"] = "same-origin"  # the address is the key: no other site learns of it
    return response


def _answer(request: HttpRequest, token: str, link: ReplyLink | None, now: datetime) -> HttpResponse:
    if (why := _closed(link, now)) or link is None:
        context = {"why": why, "link": link, "telephone": local.value("mash_phone")}
        return render(request, "sharing/link_closed.jinja", context, status=404 if link is None else 410)
    if request.method != "POST":
        return _ask_for_code(request, CodeForm())
    code = CodeForm(request.POST)
    if not code.is_valid():
        return _ask_for_code(request, code)
    if not links.try_code(link, code.cleaned_data["code"], now):
        left = links.tries_left(link, now)
        if left <= 0:
            return _answer(request, token, link, now)
        tries = "1 try" if left == 1 else f"{left} tries"
        code.add_error("code", f"That is not the code. You have {tries} left. Ring the hub if you do not have it")
        return _ask_for_code(request, code)
    return _reply(request, token, link, code.cleaned_data["code"], now)


def _reply(request: HttpRequest, token: str, link: ReplyLink, code: str, now: datetime) -> HttpResponse:
    one = shown(AgencyRequest.objects.filter(pk=link.request_id), now)[0]
    sending = "outcome" in request.POST or "send" in request.POST
    form = ReplyForm(request.POST if sending else None, questions=one.questions, by_link=True)
    if sending and form.is_valid():
        try:
            reply_by_link(link=link, said=form.said, name=form.cleaned_data["name"], at=now)
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            return redirect("sharing:by_link", token)
    elif not sending:
        events.record("sharing.request_read", by=None, about=one.request)
    context = {
        "form": form, "one": one, "asked": one.request, "purposes": PURPOSES, "code": code,
        "numbers": local.emergency_numbers(), "telephone": local.value("mash_phone"),
    }  # fmt: skip
    return render(request, "sharing/asked.jinja", context)


def _ask_for_code(request: HttpRequest, form: CodeForm) -> HttpResponse:
    context = {"form": form, "telephone": local.value("mash_phone")}
    return render(request, "sharing/link_code.jinja", context)


def _closed(link: ReplyLink | None, now: datetime) -> str:
    """Why the link opens nothing: in the order in which a person would want to know."""
    if link is None:
        return "unknown"
    if link.used_at is not None:
        return "used"
    if link.request.withdrawn_at is not None:
        return "taken_back"
    if links.tries_left(link, now) <= 0:
        return "locked"
    if link.closed_at is not None:
        return "replaced"
    return "expired" if link.has_expired(now) else ""
