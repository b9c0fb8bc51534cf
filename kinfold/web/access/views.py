"""Signing in and out, home, and the demonstration's personas."""

from django.conf import settings
from django.contrib.auth import login, logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from kinfold.web.access.forms import SignInForm
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.access.personas import PERSONAS
from kinfold.web.access.routes import SignedInRequest, permission, public
from kinfold.web.access.wording import WORDS
from kinfold.web.audit import events

BACKEND = "django.contrib.auth.backends.ModelBackend"


@public
def sign_in(request: HttpRequest) -> HttpResponse:
    form = SignInForm(request.POST or None, request=request)
    if request.method == "POST" and form.is_valid():
        login(request, form.user, backend=BACKEND)
        events.record("access.signed_in", by=form.user)
        return redirect(_next_page(request))
    if form.tried:
        tried = User.objects.filter(email=form.cleaned_data["username"].lower()).first()
        events.refuse("refused.sign_in", by=None, about=tried)
    personas = list(PERSONAS.values()) if settings.DEMO else []
    return render(request, "access/sign_in.jinja", {"form": form, "personas": personas, "next": _next_page(request)})


@public
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    if request.user.is_authenticated:
        events.record("access.signed_out", by=request.user)
    logout(request)
    return redirect("sign_in")


@public
def demo_as(request: HttpRequest, persona: str) -> HttpResponse:
    """Signs in as a persona: in the demonstration alone; anywhere else there is no such page."""
    if not settings.DEMO or persona not in PERSONAS:
        raise Http404
    user = User.objects.get(email=PERSONAS[persona].email)
    login(request, user, backend=BACKEND)
    events.record("access.signed_in_as_persona", by=user)
    return redirect(_next_page(request))


@permission(Permission.HOME)
def account(request: SignedInRequest) -> HttpResponse:
    """A person's own account: who they are here and what they may do."""
    allowed = [words for held, words in WORDS.items() if held != Permission.HOME and request.user.may(held)]
    return render(request, "access/account.jinja", {"user": request.user, "allowed": allowed})


def _next_page(request: HttpRequest) -> str:
    """Where the person was going, when that is on this site."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    if url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure()):
        return wanted
    return "/"


@public
def locked_out(request: HttpRequest, credentials: object = None, *args: object, **kwargs: object) -> HttpResponse:
    events.refuse("access.locked_out", by=None, details={"path": request.path})
    return render(request, "access/locked_out.jinja", status=429)
