"""Somebody knows a family themselves: saying so, seeing who did, and saying that it no longer matters."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.casework import actions
from kinfold.web.casework import selectors as casework
from kinfold.web.casework.models import Conflict
from kinfold.web.core import clock
from kinfold.web.people.models import Person
from kinfold.web.people.views.shown import person_seen
from kinfold.web.record.forms import ConflictForm, WhyForm


@permission(Permission.CONFLICT_DECLARE)
def declare(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    """The colleague's own word; whoever oversees the work may say it of another."""
    person = person_seen(request.user, person_id)
    oversees = request.user.may(Permission.CONFLICT_OVERSEE)
    form = ConflictForm(request.POST or None, of_others=oversees)
    if request.method == "POST" and form.is_valid():
        colleague = form.colleague or request.user
        try:
            actions.declare_conflict(
                user=colleague, person=person, how=form.cleaned_data["how"], by=request.user, at=clock.now()
            )
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            who = "You" if colleague == request.user else colleague.name
            messages.success(request, f"It is saved. {who} cannot open this family’s file any more.")
            return redirect("record:conflicts")
    return render(request, "record/declare_conflict.jinja", {"form": form, "person": person, "oversees": oversees})


@permission(Permission.CONFLICT_DECLARE)
def conflicts(request: SignedInRequest) -> HttpResponse:
    """Whoever said it themselves sees that they did, and not about whom."""
    rows = casework.conflicts(request.user)
    about = Person.objects.visible_to(request.user).in_bulk([row.person_id for row in rows])
    context = {
        "rows": rows,
        "about": about,
        "oversees": request.user.may(Permission.CONFLICT_OVERSEE),
        "colleagues": set(casework.colleagues(request.user).values_list("pk", flat=True))
        if request.user.may(Permission.LEAD_ASSIGN)
        else set(),
    }
    return render(request, "record/conflicts.jinja", context)


@permission(Permission.CONFLICT_OVERSEE)
def end(request: SignedInRequest, conflict_id: UUID) -> HttpResponse:
    lasting = Conflict.objects.visible_to(request.user).filter(ended_at__isnull=True)
    conflict = lasting.select_related("user", "declared_by").filter(pk=conflict_id).first()
    if conflict is None:
        raise Http404
    form = WhyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.end_conflict(conflict=conflict, reason=form.cleaned_data["reason"], by=request.user, at=clock.now())
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            messages.success(request, f"It is saved. {conflict.user.name} is treated like everybody else again.")
            return redirect("record:conflicts")
    return render(request, "record/end_conflict.jinja", {"form": form, "conflict": conflict})
