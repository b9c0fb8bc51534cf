"""A person's first page, and their saved views."""

from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.core import clock
from kinfold.web.today import saved
from kinfold.web.today.cards import cards
from kinfold.web.today.models import SavedView


@permission(Permission.HOME)
def today(request: SignedInRequest) -> HttpResponse:
    views = SavedView.objects.of(request.user).filter(page__in=saved.PAGES)
    context = {
        "cards": list(cards(request.user, clock.now())),
        "views": [(view, saved.PAGES[view.page][0]) for view in views],
    }
    return render(request, "today/today.jinja", context)


@permission(Permission.HOME)
@require_POST
def save_view(request: SignedInRequest) -> HttpResponse:
    """Back to the page, which looks as it did."""
    page, query = request.POST.get("page", ""), QueryDict(request.POST.get("query", "")[:2000])
    try:
        saved.save(page=page, name=request.POST.get("name", ""), query=query, by=request.user)
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    else:
        messages.success(request, "The view is saved. It stands here, and on your page for today.")
    if page not in saved.PAGES:
        return redirect("today:today")
    return redirect(f"{reverse(page)}?{urlencode(saved.picked(page, query))}")


@permission(Permission.HOME)
@require_POST
def throw_view_away(request: SignedInRequest, view_id: UUID) -> HttpResponse:
    gone = saved.throw_away(view_id=view_id, by=request.user, at=clock.now())
    if gone is None:
        raise Http404
    messages.success(request, f"The view “{gone.name}” is thrown away.")
    return redirect(gone.page)
