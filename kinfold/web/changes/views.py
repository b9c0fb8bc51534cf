"""Taking in a file of changes, what became of it, and deciding about the lines that wait."""

import csv
from io import StringIO
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from kinfold.web.access.models import Agency
from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.audit import events
from kinfold.web.changes import actions, selectors
from kinfold.web.changes.files.columns import COLUMNS
from kinfold.web.changes.forms import LEAVE_OUT, DecideForm, FileForm
from kinfold.web.changes.models import PutAside
from kinfold.web.core import clock
from kinfold.web.core.words import in_london


@permission(Permission.CHANGES_TAKE_IN)
def files(request: SignedInRequest) -> HttpResponse:
    posted = (request.POST, request.FILES) if request.method == "POST" else ()
    form = FileForm(*posted, agencies=selectors.agencies())
    if request.method == "POST" and form.is_valid():
        agency, sent = get_object_or_404(Agency, pk=form.cleaned_data["agency"]), form.cleaned_data["file"]
        try:
            made = actions.accept(agency=agency, name=sent.name, content=sent.read(), by=request.user, at=clock.now())
        except ValidationError as refused:
            form.add_error("file", refused)
        else:
            return redirect("changes:file", made.pk)
    context = {"form": form, "columns": COLUMNS, "files": selectors.files(request.user),
               "waiting": selectors.waiting(request.user).in_all}  # fmt: skip
    return render(request, "changes/files.jinja", context)


@permission(Permission.CHANGES_TAKE_IN)
def file(request: SignedInRequest, change_file_id: UUID) -> HttpResponse:
    one = selectors.file_of(request.user, change_file_id)
    context = {"file": one, "faults": one.faults[: selectors.MOST_FAULTS]}
    page = "changes/_file.jinja" if request.headers.get("HX-Request") else "changes/file.jinja"
    return render(request, page, context)


@permission(Permission.CHANGES_TAKE_IN)
def faults(request: SignedInRequest, change_file_id: UUID) -> HttpResponse:
    """For whoever sent the file: which line and column, and what is wrong; nothing of who is known here."""
    one = selectors.file_of(request.user, change_file_id)
    text = StringIO()
    sheet = csv.writer(text)
    sheet.writerow(["line", "column", "what_is_wrong"])
    sheet.writerows(one.faults)
    events.record("changes.faults_taken_out", by=request.user, about=one, details={"faults": len(one.faults)})
    name = f"what-is-wrong-{in_london(one.sent_at):%Y-%m-%d}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return HttpResponse("\ufeff" + text.getvalue(), content_type="text/csv; charset=utf-8", headers=headers)


@permission(Permission.CHANGES_TAKE_IN)
def waiting(request: SignedInRequest) -> HttpResponse:
    found = selectors.waiting(request.user)
    people = tuple({line.person_id for line in found.lines})
    events.record("changes.waiting_read", by=request.user, people=people)
    return render(request, "changes/waiting.jinja", {"waiting": found})


@permission(Permission.CHANGES_TAKE_IN)
def put_aside(request: SignedInRequest, put_aside_id: UUID) -> HttpResponse:
    line = selectors.line_of(request.user, put_aside_id)
    people = selectors.who_it_may_be(request.user, line)
    events.record("changes.line_read", by=request.user, about=line, people=tuple(one.pk for one in people))
    change = selectors.change_of(line) if line.waits else None
    older = line.why == PutAside.Why.OLDER
    form = DecideForm(request.POST or None, people=people if change else [], older=older) if line.waits else None
    if form is not None and request.method == "POST" and form.is_valid():
        said, now = form.cleaned_data, clock.now()
        try:
            if said["what"] == LEAVE_OUT:
                actions.leave_out(line=line, reason=said["reason"], by=request.user, at=now)
            else:
                actions.take_in_line(line=line, person_id=UUID(said["what"]), by=request.user, at=now)
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            messages.success(request, "It is left out." if said["what"] == LEAVE_OUT else "It is taken in.")
            return redirect("changes:waiting")
    told, sides = selectors.sides_of(request.user, line, change, people) if change else (None, [])
    context = {"line": line, "people": people, "told": told, "sides": sides, "form": form}
    return render(request, "changes/put_aside.jinja", context)
