"""Published figures: the files loaded, and the page on which one is loaded."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from kinfold.indicators.catalogue.gathered import GATHERED
from kinfold.indicators.gathering import plain
from kinfold.indicators.gathering.published_file import COLUMNS
from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.core import clock
from kinfold.web.intake.actions import publishing
from kinfold.web.intake.forms import PublishedForm
from kinfold.web.intake.selectors import published as selectors


@permission(Permission.RETURN_OVERSEE)
def releases(request: SignedInRequest) -> HttpResponse:
    return render(request, "intake/published.jinja", {"releases": selectors.releases(request.user)})


@permission(Permission.RETURN_OVERSEE)
def load(request: SignedInRequest) -> HttpResponse:
    today = clock.today()
    posted = (request.POST, request.FILES) if request.method == "POST" else ()
    form = PublishedForm(*posted, today=today)
    if request.method == "POST" and form.is_valid():
        answers = dict(form.cleaned_data)
        file = answers.pop("file")
        try:
            release = publishing.load(
                **answers, name=file.name, content=file.read(), by=request.user, now=clock.now(), today=today
            )
        except ValidationError as problem:
            form.add_error("file", problem)
        else:
            messages.success(request, f"{release.title}: loaded")
            return redirect("intake:release", release.pk)
    return render(request, "intake/load_published.jinja", {"form": form, "columns": COLUMNS})


@permission(Permission.RETURN_OVERSEE)
def release(request: SignedInRequest, release_id: UUID) -> HttpResponse:
    one = selectors.release(request.user, release_id)
    if one is None:
        raise Http404
    context = {
        "release": one,
        "figures": selectors.figures_of(request.user, one),
        "titles": {each.key: each for each in GATHERED},
        "plain": plain,
    }
    return render(request, "intake/release.jinja", context)
