"""Going away: who stands in, from which day to which; said by the person themselves or by a manager of theirs."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from kinfold.web.access.models import Cover, User
from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.casework import actions
from kinfold.web.casework import selectors as casework
from kinfold.web.core import clock
from kinfold.web.record.forms import AwayForm


@permission(Permission.COVER_ARRANGE)
def own(request: SignedInRequest) -> HttpResponse:
    return _arrange(request, request.user)


@permission(Permission.LEAD_ASSIGN)
def of_colleague(request: SignedInRequest, user_id: UUID) -> HttpResponse:
    colleague = casework.colleagues(request.user).filter(pk=user_id, is_active=True).exclude(pk=request.user.pk).first()
    if colleague is None:
        raise Http404
    return _arrange(request, colleague)


@permission(Permission.COVER_ARRANGE)
@require_POST
def end(request: SignedInRequest, cover_id: UUID) -> HttpResponse:
    """By whoever is away, whoever stands in, or a manager; nobody else learns that there is such a thing."""
    cover = Cover.objects.select_related("away", "by").filter(pk=cover_id, ended_at__isnull=True).first()
    if cover is None or not _concerns(cover, request.user):
        raise Http404
    actions.end_cover(cover=cover, by=request.user, at=clock.now())
    messages.success(request, f"{cover.by.name} no longer stands in for {cover.away.name}.")
    if request.user.pk in (cover.away_id, cover.by_id):
        return redirect("record:away")
    return redirect("record:colleague_away", cover.away_id)


def _arrange(request: SignedInRequest, away: User) -> HttpResponse:
    today, able = clock.today(), list(casework.who_can_cover(away))
    form = AwayForm(request.POST or None, able=able)
    if request.method == "POST" and form.is_valid():
        days = {"first_day": form.cleaned_data["first_day"], "last_day": form.cleaned_data["last_day"]}
        try:
            actions.arrange_cover(away=away, cover=form.chosen, by=request.user, today=today, at=clock.now(), **days)
        except ValidationError as refused:
            form.add_error("last_day", refused)
        else:
            messages.success(request, f"{form.chosen.name} stands in on those days, and is told.")
            return redirect(request.path)
    own_page = away.pk == request.user.pk
    context = {
        "form": form, "away": away, "own": own_page, "able": able, "covers": casework.covers_of(away, today),
        "covering": casework.covered_by(request.user, today) if own_page else [],
    }  # fmt: skip
    return render(request, "record/away.jinja", context)


def _concerns(cover: Cover, viewer: User) -> bool:
    if viewer.pk in (cover.away_id, cover.by_id):
        return True
    return viewer.may(Permission.LEAD_ASSIGN) and casework.colleagues(viewer).filter(pk=cover.away_id).exists()
