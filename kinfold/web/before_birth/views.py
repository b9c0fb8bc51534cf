"""Which births are to come, and preparing for one."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.audit import events
from kinfold.web.before_birth import actions
from kinfold.web.before_birth.forms import MIDWIFE, PLAN, BirthForm
from kinfold.web.before_birth.models import ExpectedBirth
from kinfold.web.before_birth.selectors import birth_of, births, person_of_birth
from kinfold.web.core import clock
from kinfold.web.core.versions import read_version
from kinfold.web.people.views.shown import person_seen


@permission(Permission.EPISODE_READ)
def expected(request: SignedInRequest) -> HttpResponse:
    today = clock.today()
    found = births(request.user, today)
    events.record("before_birth.list_read", by=request.user, people=tuple(one.person.pk for one in found.expected))
    return render(request, "before_birth/expected.jinja", {"found": found, "today": today})


@permission(Permission.EPISODE_READ)
def birth_due(request: SignedInRequest, birth_id: UUID) -> HttpResponse:
    return redirect("before_birth:birth", person_of_birth(request.user, birth_id))


@permission(Permission.CONVERSATION_HOLD)
@require_POST
def begin(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    person = person_seen(request.user, person_id)
    try:
        actions.begin(person=person, by=request.user, at=clock.now())
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
    return redirect("before_birth:birth", person.pk)


@permission(Permission.EPISODE_READ)
def birth(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    """Everybody who helps reads it; whoever holds conversations writes it."""
    person, today = person_seen(request.user, person_id), clock.today()
    shown = birth_of(request.user, person)
    form = None
    if shown.birth is not None and request.user.may(Permission.CONVERSATION_HOLD):
        form = BirthForm(request.POST or None, today=today, initial=_now(shown.birth) | {"held_on": today})
    if form is not None and shown.birth is not None and request.method == "POST" and form.is_valid():
        try:
            _record(form, shown.birth, request)
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            messages.success(request, "It is recorded.")
            return redirect("before_birth:birth", person.pk)
    events.record("before_birth.read", by=request.user, about=shown.birth or person, people=(person.pk,))
    may_begin = request.user.may(Permission.CONVERSATION_HOLD) and person.unborn
    context = {"shown": shown, "person": person, "form": form, "may_begin": may_begin, "today": today}
    return render(request, "before_birth/birth.jinja", context)


def _now(held: ExpectedBirth) -> dict[str, object]:
    """What stands now, so that changing one thing loses nothing of the others."""
    return {
        "version": held.version,
        "midwife": held.midwife,
        "telephone": held.midwife_telephone,
        "hospital": held.hospital,
        "plan": held.plan,
        "plan_words": held.plan_words,
        "plan_on": held.plan_on or clock.today(),
    }


def _record(form: BirthForm, held: ExpectedBirth, request: SignedInRequest) -> None:
    said, by, version = form.cleaned_data, request.user, read_version(form.cleaned_data["version"])
    if said["what"] == MIDWIFE:
        actions.name_midwife(birth=held, midwife=said["midwife"], telephone=said["telephone"],
                             hospital=said["hospital"], by=by, version=version)  # fmt: skip
    elif said["what"] == PLAN:
        actions.put_plan_in_place(birth=held, plan=said["plan"], words=said["plan_words"], on=said["plan_on"], by=by,
                                  at=clock.now(), version=version)  # fmt: skip
    else:
        actions.record_talk(birth=held, topic=said["topic"], held_on=said["held_on"], with_whom=said["with_whom"],
                            words=said["words"], by=by, at=clock.now())  # fmt: skip
