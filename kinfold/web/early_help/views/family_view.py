"""The family's side of its link: the code first, then its plan; and a clear page for a link that opens nothing.

Nothing of a family is shown before the code, and nothing is kept in the browser.
"""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from kinfold.web.access.routes import public
from kinfold.web.core import clock
from kinfold.web.early_help.actions import family_links as actions
from kinfold.web.early_help.actions.signing import sign_by_link
from kinfold.web.early_help.forms.family import FamilyCodeForm, SignForm, WrongForm
from kinfold.web.early_help.models import FamilyLink, FamilySaid
from kinfold.web.early_help.selectors.family_view import family_view
from kinfold.web.early_help.selectors.plans import share_name
from kinfold.web.sharing.actions.links import tries_left

SIGNS = "sign"


@public
def opened(request: HttpRequest, token: str) -> HttpResponse:
    now, asker = clock.now(), request.user if request.user.is_authenticated else None
    with actions.held(token, asker=asker) as link:
        response = _answer(request, link, now)
    response["Referrer-Policy"] = "same-origin"  # the address is the key: no other site learns of it
    response["Cache-Control"] = "no-store"
    return response


def _answer(request: HttpRequest, link: FamilyLink | None, now: datetime) -> HttpResponse:
    if link is None or link.closed_at or link.has_expired(now) or family_view(link, clock.today()) is None:
        return render(request, "early_help/family_closed.jinja", status=404 if link is None else 410)
    code = FamilyCodeForm(request.POST or None)
    if request.method != "POST" or not code.is_valid():
        return render(request, "early_help/family_code.jinja", {"form": code})
    if not actions.try_code(link, code.cleaned_data["code"], now):
        left = tries_left(link, now)
        if left <= 0:
            return render(request, "early_help/family_closed.jinja", status=410)
        tries = "1 try" if left == 1 else f"{left} tries"
        code.add_error("code", f"That is not the code. You have {tries} left. Ask your worker if you do not have it")
        return render(request, "early_help/family_code.jinja", {"form": code})
    return _shown(request, link, code.cleaned_data["code"], now)


def _shown(request: HttpRequest, link: FamilyLink, code: str, now: datetime) -> HttpResponse:
    saying = request.POST.get("say", "")
    form = WrongForm(request.POST if saying == FamilySaid.Kind.WRONG else None)
    signing = SignForm(request.POST if saying == SIGNS else None)
    thanks = ""
    if saying == SIGNS:
        if signing.is_valid():
            sign_by_link(link=link, written_name=signing.cleaned_data["written_name"], at=now)
            thanks = "Thank you. You have signed the plan."
    elif saying == FamilySaid.Kind.SEE_RECORD:
        actions.say(link=link, kind=FamilySaid.Kind.SEE_RECORD, words="", at=now)
        thanks = "You asked to see your record. You get it within a month."
    elif saying == FamilySaid.Kind.WRONG and form.is_valid():
        try:
            actions.say(link=link, kind=FamilySaid.Kind.WRONG, words=form.cleaned_data["words"], at=now)
        except ValidationError as refused:
            form.add_error("words", refused)
        else:
            form, thanks = WrongForm(), "Thank you. Your worker will read this and answer you here."
    elif not saying:
        actions.opened(link, now)
    view = family_view(link, clock.today())
    if view is None:
        return render(request, "early_help/family_closed.jinja", status=410)
    context = {"view": view, "paper": view.paper, "page": view.paper.page, "share_name": share_name, "now": now,
               "code": code, "form": form, "signing": signing, "thanks": thanks, "link": link}  # fmt: skip
    return render(request, "early_help/family_view.jinja", context)
