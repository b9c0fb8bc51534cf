"""Recording a session with its register, calling one off, and putting somebody on the register."""

from datetime import date, time
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render

from kinfold.web.access.checks import NotVisible
from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.audit import events
from kinfold.web.core import clock, errors
from kinfold.web.core.versions import StaleVersion, read_version
from kinfold.web.core.words import clock_time, day
from kinfold.web.directory.models import Service
from kinfold.web.groups.actions import sessions as actions
from kinfold.web.groups.actions.sessions import Told
from kinfold.web.groups.forms import AddForm, CallOffForm, FindForm, SessionForm
from kinfold.web.groups.models import Attendance, Session, Volunteer
from kinfold.web.groups.selectors.people import group_of, members_of, runs, session_of
from kinfold.web.groups.selectors.register import to_mark
from kinfold.web.people.models import Person
from kinfold.web.people.selectors import named_like


@permission(Permission.GROUP_RUN)
def record(request: SignedInRequest, service_id: UUID) -> HttpResponse:
    """``day`` and ``at`` in the address: the usual time that the group's page pointed out."""
    service = _own(request, service_id)
    on, at = _asked_time(request)
    form = _session_form(request, service, None, {"held_on": on, "starts_at": at and clock_time(at)}, on)
    if request.method == "POST" and form.is_valid():
        try:
            actions.record_session(service=service, told=_told(form), by=request.user, at=clock.now())
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            messages.success(request, "The session is recorded.")
            return redirect("groups:group", service.pk)
    return render(request, "groups/session.jinja", {"form": form, "service": service, "session": None})


@permission(Permission.GROUP_RUN)
def change(request: SignedInRequest, session_id: UUID) -> HttpResponse:
    session = session_of(request.user, session_id)
    first = {
        "held_on": session.held_on, "starts_at": clock_time(session.starts_at), "led_by": str(session.led_by_id or ""),
        "volunteer": str(session.volunteer_id or ""), "others": session.others, "done": session.done,
        "version": session.version,
    }  # fmt: skip
    form = _session_form(request, session.service, session, first, session.held_on)
    if request.method == "POST" and form.is_valid():
        version = read_version(form.cleaned_data["version"])
        try:
            actions.change_session(session=session, told=_told(form), version=version, by=request.user, at=clock.now())
        except StaleVersion as stale:
            return _both(request, stale, form)
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            messages.success(request, "The session is saved.")
            return redirect("groups:group", session.service_id)
    events.record("groups.session_read", by=request.user, about=session,
                  people=tuple(person.pk for person in form.people.values()))  # fmt: skip
    return render(request, "groups/session.jinja", {"form": form, "service": session.service, "session": session})


@permission(Permission.GROUP_RUN)
def call_off(request: SignedInRequest, service_id: UUID) -> HttpResponse:
    service = _own(request, service_id)
    on, at = _asked_time(request)
    first = {"held_on": on, "starts_at": at and clock_time(at)}
    form = CallOffForm(request.POST or None, today=clock.today(), initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            actions.record_session(service=service, told=_called_off(form), by=request.user, at=clock.now())
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            messages.success(request, "The session is cancelled.")
            return redirect("groups:group", service.pk)
    return render(request, "groups/call_off.jinja", {"form": form, "service": service, "session": None})


@permission(Permission.GROUP_RUN)
def cancel(request: SignedInRequest, session_id: UUID) -> HttpResponse:
    """A session recorded as held was not, or the reason is put right."""
    session = session_of(request.user, session_id)
    first = {"held_on": session.held_on, "starts_at": clock_time(session.starts_at), "version": session.version,
             "because": session.cancelled_because}  # fmt: skip
    form = CallOffForm(request.POST or None, today=clock.today(), initial=first)
    if request.method == "POST" and form.is_valid():
        version = read_version(form.cleaned_data["version"])
        try:
            actions.change_session(session=session, told=_called_off(form), version=version, by=request.user,
                                   at=clock.now())  # fmt: skip
        except StaleVersion as stale:
            return _both(request, stale, None)
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            messages.success(request, "The session is cancelled.")
            return redirect("groups:group", session.service_id)
    return render(request, "groups/call_off.jinja", {"form": form, "service": session.service, "session": session})


@permission(Permission.GROUP_RUN)
def add(request: SignedInRequest, service_id: UUID) -> HttpResponse:
    """Found by name first, posted so that no name stays in an address; then chosen."""
    service = _own(request, service_id)
    today = clock.today()
    find = FindForm(request.POST or None, today=today)
    form: AddForm | None = None
    found: list[Person] = []
    if request.method == "POST" and find.is_valid():
        name, born_on = find.cleaned_data["name"], find.cleaned_data["born_on"]
        found = [one.person for one in named_like(viewer=request.user, name=name, born_on=born_on)]
        adds = "add" in request.POST
        form = AddForm(request.POST if adds else None, people=found, team=str(service.team), today=today,
                       initial={"on": today})  # fmt: skip
        if adds and form.is_valid():
            try:
                said = form.cleaned_data
                actions.add_to_register(service=service, person=form.chosen, on=said["on"], knows=said["knows"],
                                        by=request.user, at=clock.now())  # fmt: skip
            except ValidationError as refused:
                form.add_error(None, refused)
            else:
                messages.success(request, f"{form.chosen.name} is on the register.")
                return redirect("groups:group", service.pk)
    context = {"find": find, "form": form if form and form.is_bound else find, "add": form, "found": found,
               "service": service}  # fmt: skip
    return render(request, "groups/add.jinja", context)


def _own(request: SignedInRequest, service_id: UUID) -> Service:
    service = group_of(service_id)
    if not runs(request.user, service):
        raise NotVisible("There is nothing here that you may see.")
    return service


def _asked_time(request: SignedInRequest) -> tuple[date, time | None]:
    try:
        on = date.fromisoformat(request.GET.get("day", ""))
    except ValueError:
        on = clock.today()
    try:
        return on, time.fromisoformat(request.GET.get("at", ""))
    except ValueError:
        return on, None


def _session_form(
    request: SignedInRequest, service: Service, session: Session | None, first: dict[str, Any], on: date
) -> SessionForm:
    team = members_of(service)
    volunteers = list(Volunteer.objects.filter(service=service).active_on(on))
    if session is not None:  # whoever led it then may have left since
        team += [one for one in (session.led_by,) if one is not None and one not in team]
        volunteers += [one for one in (session.volunteer,) if one is not None and one not in volunteers]
    elif request.user in team:
        first = {"led_by": str(request.user.pk)} | first
    register = to_mark(request.user, service, on, session)
    return SessionForm(request.POST or None, team=team, volunteers=volunteers, register=register, today=clock.today(),
                       initial=first)  # fmt: skip


def _told(form: SessionForm) -> Told:
    said = form.cleaned_data
    return Told(held_on=said["held_on"], starts_at=said["starts_at"], led_by=form.leader, volunteer=form.led_with,
                done=said["done"], others=said["others"], how=form.how)  # fmt: skip


def _called_off(form: CallOffForm) -> Told:
    said = form.cleaned_data
    return Told(held_on=said["held_on"], starts_at=said["starts_at"], cancelled_because=said["because"])


def _both(request: SignedInRequest, stale: StaleVersion, form: SessionForm | None) -> HttpResponse:
    """What each of the two said, of the session and of its register."""
    mine, theirs = stale.both(Session)
    rows = [
        ("Day", day(mine.held_on), day(theirs.held_on)),
        ("Start time", clock_time(mine.starts_at), clock_time(theirs.starts_at)),
        ("Led by", mine.leaders, theirs.leaders),
        ("What you did", mine.done, theirs.done),
        ("Others who came", str(mine.others), str(theirs.others)),
        ("Cancelled", mine.cancelled_because, theirs.cancelled_because),
    ]
    if form is not None:
        words = dict(Attendance.How.choices)
        now = to_mark(request.user, theirs.service, theirs.held_on, theirs)
        rows += [(one.name, words[how], words.get(now.get(one, ""), "")) for one, how in form.how.items()]
    fields = [{"label": label, "mine": said or "Nothing", "theirs": saved or "Nothing"}
              for label, said, saved in rows if said != saved]  # fmt: skip
    return errors.stale_version(request, fields=fields, current_version=theirs.version,
                                keep_href=request.get_full_path())  # fmt: skip
