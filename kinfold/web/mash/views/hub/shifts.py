"""Handing the board over at the end of a shift, and taking it along on paper when the network fails."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.audit import events
from kinfold.web.core import clock
from kinfold.web.local.selectors import emergency_numbers
from kinfold.web.mash.actions.shifts import leave_note, read_note
from kinfold.web.mash.forms.hub.short import ShiftNoteForm
from kinfold.web.mash.selectors.board import board
from kinfold.web.mash.selectors.shifts import TO_DECIDE, note_of
from kinfold.web.mash.selectors.shifts import shift as shift_now
from kinfold.web.mash.views.hub.answers import tried


@permission(Permission.CONTACT_BOARD)
def shift(request: SignedInRequest) -> HttpResponse:
    form, now = ShiftNoteForm(request.POST or None), clock.now()
    sent = request.method == "POST" and form.is_valid()
    if sent and tried(form, lambda: leave_note(words=form.cleaned_data["words"], by=request.user, at=now)):
        messages.success(request, "Your note is left. Your colleagues are told that there is one.")
        return redirect("mash:shift")
    return render(request, "mash/hub/shift.jinja", {"form": form, "shift": shift_now(request.user, now)})


@permission(Permission.CONTACT_BOARD)
@require_POST
def read(request: SignedInRequest, note_id: UUID) -> HttpResponse:
    read_note(note=note_of(request.user, note_id), by=request.user, at=clock.now())
    return redirect("mash:shift")


@permission(Permission.CONTACT_BOARD)
def on_paper(request: SignedInRequest) -> HttpResponse:
    """What waits, with whom to ring and room to write: no address, school or story stands on it."""
    now = clock.now()
    shown = board(request.user, now)
    events.record("board.printed", by=request.user, details={"contacts": shown.total})
    sections = [section for section in shown.sections if section.key in TO_DECIDE and section.rows]
    context = {"sections": sections, "board": shown, "numbers": emergency_numbers(clock.today())}
    return render(request, "mash/hub/on_paper.jinja", context)
