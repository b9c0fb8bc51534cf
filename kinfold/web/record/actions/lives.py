"""A child is born, dies or moves away: said once, at the head of every page, and told to whoever helps."""

from datetime import date, datetime
from typing import Any

from django.db import transaction

from kinfold.web.access.models import User
from kinfold.web.audit import events
from kinfold.web.before_birth import actions as before_birth
from kinfold.web.casework.models import Involvement
from kinfold.web.core.rules import hold
from kinfold.web.core.words import in_london
from kinfold.web.notices import actions as notices
from kinfold.web.people import rules
from kinfold.web.people.actions import update_person
from kinfold.web.people.models import Person
from kinfold.web.record import notices as kinds


@transaction.atomic
def record_birth(
    *, person: Person, born_on: date, facts: dict[str, Any], by: User, at: datetime, version: int | None = None
) -> Person:
    """The child who was expected: the file, the plan made before the birth and everything in it stay theirs."""
    hold(rules.li1_was_expected, person)
    person = _said(person, {"unborn": False, "born_on": born_on, **facts}, "person.born", kinds.BORN, by, at, version)
    before_birth.is_born(person, at=at)
    return person


@transaction.atomic
def record_death(*, person: Person, died_on: date, by: User, at: datetime, version: int | None = None) -> Person:
    hold(rules.li2_has_lived, person)
    person = _said(person, {"died_on": died_on}, "person.died", kinds.DIED, by, at, version)
    before_birth.is_over(person, at=at)
    return person


@transaction.atomic
def record_move_away(
    *, person: Person, on: date, to: str, passed_on: str, by: User, at: datetime, version: int | None = None
) -> Person:
    """To another council’s area, and what was passed on to it, or why nothing was. Help here ends by itself only where
    somebody ends it."""
    hold(rules.li3_not_in_the_future, on, in_london(at).date())
    hold(rules.li4_says_where_to, to)
    hold(rules.li5_says_what_was_passed_on, passed_on)
    facts = {"moved_away_on": on, "moved_to": to.strip(), "passed_on": passed_on.strip()}
    person = _said(person, facts, "person.moved_away", kinds.MOVED_AWAY, by, at, version)
    before_birth.is_over(person, at=at)
    return person


@transaction.atomic
def record_return(*, person: Person, by: User, at: datetime, version: int | None = None) -> Person:
    """They live here again; the history keeps that they were away."""
    facts = {"moved_away_on": None, "moved_to": "", "passed_on": ""}
    return _said(person, facts, "person.came_back", kinds.CAME_BACK, by, at, version)


def _said(
    person: Person, facts: dict[str, Any], action: str, kind: Any, by: User, at: datetime, version: int | None
) -> Person:
    today = in_london(at).date()
    person = update_person(person=person, facts=facts, version=version, today=today, by=by)
    events.record(action, by=by, about=person, people=(person.pk,))
    helping = Involvement.objects.current_on(today).filter(person=person, user__isnull=False).exclude(user=by)
    notices.notify(kind, to=[one.user for one in helping.select_related("user") if one.user], about_id=person.pk)
    return person
