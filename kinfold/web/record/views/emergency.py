"""Emergency access as the Caldicott Guardian reviews it: what was asked, what was opened, and how often."""

import csv
from dataclasses import asdict
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.audit import events
from kinfold.web.core import clock
from kinfold.web.emergency import actions, selectors
from kinfold.web.emergency.forms import ReviewForm
from kinfold.web.record.audit_words import in_words
from kinfold.web.record.selectors import audit

COLUMNS = {
    "title": "Quarter", "asked": "Asked", "opened": "Opened a file", "justified": "Justified",
    "not_justified": "Not justified", "follow_up": "To be followed up", "waiting": "Waiting for review",
}  # fmt: skip


@permission(Permission.EMERGENCY_REVIEW)
def all_requests(request: SignedInRequest) -> HttpResponse:
    context = {
        "found": selectors.all_requests(request.user, clock.now()), "quarters": selectors.by_quarter(request.user),
        "columns": COLUMNS,
    }  # fmt: skip
    return render(request, "record/emergencies.jinja", context)


@permission(Permission.EMERGENCY_REVIEW)
def review(request: SignedInRequest, request_id: UUID) -> HttpResponse:
    asked = selectors.request_seen(request.user, request_id, Permission.EMERGENCY_REVIEW)
    if asked is None:
        raise Http404
    form = ReviewForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.review(request=asked, by=request.user, now=clock.now(), **form.cleaned_data)
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            messages.success(request, "Your review is recorded.")
            return redirect("record:emergencies")
    events.record("emergency.read", by=request.user, about=asked)
    seen = list(audit.seen_in_an_emergency(viewer=request.user, request=asked))
    context = {
        "one": selectors.shown([asked], clock.now())[0], "form": form, "words": in_words,
        "lines": audit.lines(request.user, seen),
        "names": audit.names_of(request.user, [event.record_id for event in seen]),
    }  # fmt: skip
    return render(request, "record/emergency.jinja", context)


@permission(Permission.EMERGENCY_REVIEW)
def counts(request: SignedInRequest) -> HttpResponse:
    """For the board: how often and with what outcome, by quarter."""
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="emergency-access.csv"'
    rows = csv.writer(response)
    rows.writerow(COLUMNS.values())
    rows.writerows([asdict(each)[key] for key in COLUMNS] for each in selectors.by_quarter(request.user))
    events.record("emergency.exported", by=request.user)
    return response
