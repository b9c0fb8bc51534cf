"""The work tray in a person's own calendar program."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from kinfold.web.access.checks import act_as
from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission, public
from kinfold.web.core import clock
from kinfold.web.deadlines import selectors as deadlines
from kinfold.web.notices import feeds
from kinfold.web.record.calendar_file import calendar
from kinfold.web.record.tray import KINDS, shared_with


@permission(Permission.TRAY_OWN)
def own(request: SignedInRequest) -> HttpResponse:
    return render(request, "record/calendar.jinja", {"feed": feeds.feed_of(request.user), "address": ""})


@permission(Permission.TRAY_OWN)
@require_POST
def make(request: SignedInRequest) -> HttpResponse:
    """The address is on this answer alone."""
    token = feeds.make_feed(by=request.user, at=clock.now())
    address = request.build_absolute_uri(reverse("record:calendar_file", args=[token]))
    response = render(request, "record/calendar.jinja", {"feed": feeds.feed_of(request.user), "address": address})
    response["Cache-Control"] = "no-store"
    return response


@permission(Permission.TRAY_OWN)
@require_POST
def end(request: SignedInRequest) -> HttpResponse:
    feeds.end_feed(by=request.user, at=clock.now())
    messages.success(request, "The address opens nothing any more.")
    return redirect("record:calendar")


@public
def file(request: HttpRequest, token: str) -> HttpResponse:
    """For a calendar program, which cannot sign in: the address is the key, and what it opens names nobody."""
    now = clock.now()
    user = feeds.whose_feed(token, now)
    if user is None or not user.may(Permission.TRAY_OWN):
        raise Http404
    act_as(user)
    rows = shared_with(user, deadlines.tray(user, now, KINDS))
    tray = request.build_absolute_uri(reverse("record:tray"))
    text = calendar(rows, name="Kinfold", address=tray, now=now)
    headers = {"Content-Disposition": 'attachment; filename="kinfold.ics"', "Cache-Control": "no-store"}
    return HttpResponse(text, content_type="text/calendar; charset=utf-8", headers=headers)
