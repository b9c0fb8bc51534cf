"""Saying that a child was born, that somebody died, or that they moved away and came back."""

from collections.abc import Callable
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.views.decorators.http import require_POST

from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.core import clock, errors
from kinfold.web.core.forms import GovukForm
from kinfold.web.core.versions import StaleVersion, read_version
from kinfold.web.people.models import Person
from kinfold.web.people.views.shown import address_of, asked, person_seen, saved
from kinfold.web.record.actions import lives
from kinfold.web.record.life_forms import BirthForm, DeathForm, MoveForm


@permission(Permission.PERSON_UPDATE)
def born(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    person = person_seen(request.user, person_id)
    begin = {"version": person.version, "forename": person.forename, "surname": person.surname}
    form = BirthForm(request.POST or None, today=clock.today(), initial=begin)

    def act(version: int | None) -> Person:
        said = form.cleaned_data
        facts = {name: said[name] or getattr(person, name) for name in ("forename", "surname", "sex")}
        return lives.record_birth(person=person, born_on=said["born_on"], facts=facts, version=version,
                                  by=request.user, at=clock.now())  # fmt: skip

    return _ask(request, person, form, "The child is born", act)


@permission(Permission.PERSON_UPDATE)
def died(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    person = person_seen(request.user, person_id)
    form = DeathForm(request.POST or None, today=clock.today(), initial={"version": person.version})

    def act(version: int | None) -> Person:
        return lives.record_death(person=person, died_on=form.cleaned_data["died_on"], version=version,
                                  by=request.user, at=clock.now())  # fmt: skip

    return _ask(request, person, form, "They have died", act)


@permission(Permission.PERSON_UPDATE)
def moved_away(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    person = person_seen(request.user, person_id)
    form = MoveForm(request.POST or None, today=clock.today(), initial={"version": person.version})

    def act(version: int | None) -> Person:
        said = {name: form.cleaned_data[name] for name in ("on", "to", "passed_on")}
        return lives.record_move_away(person=person, version=version, by=request.user, at=clock.now(), **said)

    return _ask(request, person, form, "They moved away", act)


@permission(Permission.PERSON_UPDATE)
@require_POST
def came_back(request: SignedInRequest, person_id: UUID) -> HttpResponse:
    person = person_seen(request.user, person_id)
    lives.record_return(person=person, by=request.user, at=clock.now())
    return saved(request, person, "It is saved. Add where they live now.")


def _ask(
    request: SignedInRequest, person: Person, form: GovukForm, title: str, act: Callable[[int | None], Person]
) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        try:
            act(read_version(form.cleaned_data["version"]))
        except StaleVersion:
            return errors.stale_version(request, fields=[], current_version=Person.objects.get(pk=person.pk).version,
                                        keep_href=address_of(person))  # fmt: skip
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            return saved(request, person, "It is saved. Whoever helps them is told to read this page.")
    return asked(request, person, form, title)
