"""The list of children to keep an eye on."""

from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render

from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.audit import events
from kinfold.web.core import clock
from kinfold.web.core.versions import read_version
from kinfold.web.early_help.actions.watching import record_contact, stop_watching, watch_over
from kinfold.web.early_help.forms.watching import CONTACT, WatchedForm, WatchForm
from kinfold.web.early_help.models import Watch
from kinfold.web.early_help.selectors.watching import watch_of, watched
from kinfold.web.people.views.shown import person_seen

AT_FIRST = timedelta(weeks=12)


@permission(Permission.WATCH_KEEP)
def watch_list(request: SignedInRequest) -> HttpResponse:
    rows = watched(request.user)
    events.record("early_help.watch_list_read", by=request.user, people=tuple(row.watch.person_id for row in rows))
    return render(request, "early_help/watch_list.jinja", {"rows": rows, "today": clock.today()})


@permission(Permission.WATCH_KEEP)
def watch_child(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    person, today = person_seen(request.user, person_id), clock.today()
    if (running := Watch.objects.visible_to(request.user).open().filter(person=person).first()) is not None:
        return redirect("early_help:watch", running.pk)
    form = WatchForm(request.POST or None, today=today, initial={"ends_by": today + AT_FIRST})
    if request.method == "POST" and form.is_valid():
        try:
            watch = watch_over(person=person, by=request.user, at=clock.now(), **form.cleaned_data)
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            messages.success(request, "The child is on the list. A contact is due by itself.")
            return redirect("early_help:watch", watch.pk)
    return render(request, "early_help/watch_child.jinja", {"form": form, "person": person})


@permission(Permission.WATCH_KEEP)
def watch(request: SignedInRequest, watch_id: UUID) -> HttpResponse:
    held, today = watch_of(request.user, watch_id), clock.today()
    first = {"version": held.version, "contacted_on": today, "ends_by": held.ends_by}
    form = WatchedForm(request.POST or None, today=today, initial=first) if held.ended_on is None else None
    if form is not None and request.method == "POST" and form.is_valid():
        said, now = form.cleaned_data, clock.now()
        version = read_version(said["version"])
        try:
            if said["what"] == CONTACT:
                record_contact(watch=held, contacted_on=said["contacted_on"], words=said["words"],
                               ends_by=said["ends_by"], by=request.user, at=now, version=version)  # fmt: skip
            else:
                stop_watching(watch=held, because=said["because"], by=request.user, at=now, version=version)
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            messages.success(request, "It is recorded.")
            return redirect("early_help:watch_list")
    events.record("early_help.watch_read", by=request.user, about=held, people=(held.person_id,))
    return render(request, "early_help/watch.jinja", {"watch": held, "form": form, "today": today})
