"""A colleague knows a family outside work: said by them, or by whoever oversees the work; and taken back."""

from datetime import datetime

from django.db import transaction

from kinfold.web.access import grants
from kinfold.web.access.checks import require
from kinfold.web.access.models import Membership, Record, User
from kinfold.web.access.permissions import Permission, roles_with
from kinfold.web.audit import events
from kinfold.web.casework import notice_kinds, rules
from kinfold.web.casework.models import Conflict
from kinfold.web.core.rules import hold
from kinfold.web.core.versions import locked
from kinfold.web.notices import actions as notices
from kinfold.web.people.models import Person


@transaction.atomic
def declare_conflict(*, user: User, person: Person, how: str, by: User, at: datetime) -> Conflict:
    """From now on the database shows the colleague nothing of this person and their families. Said twice it is one.

    Their parts stay theirs by name until somebody passes them on: no family loses its lead without a word.
    """
    own = user.pk == by.pk
    require(by, Permission.CONFLICT_DECLARE if own else Permission.CONFLICT_OVERSEE, on=person)
    hold(rules.cw28_says_how_they_know_them, how)
    person = locked(person)
    same = Conflict.objects.visible_to(by).filter(user=user, person=person, ended_at__isnull=True).first()
    if same is not None:
        return same
    overseers = _overseers(user)
    held = grants.new_record(level=Record.Level.RESTRICTED, agency=by.agency)
    for holder in {by, *overseers}:
        grants.grant(held, to=holder, reason="Oversees who works with whom", at=at, source_id=held.pk)
    conflict = Conflict.objects.create(user=user, person=person, how=how, declared_at=at, declared_by=by, record=held)
    events.record(
        "casework.conflict_declared", by=by, about=conflict
    )  # names nobody: it tells what the colleague knows
    notices.notify(notice_kinds.CONFLICT_DECLARED, to=[one for one in overseers if one != by])
    return conflict


@transaction.atomic
def end_conflict(*, conflict: Conflict, reason: str, by: User, at: datetime) -> Conflict:
    """By somebody else than the colleague. What opened the family's file to them before opens it again."""
    require(by, Permission.CONFLICT_OVERSEE, on=conflict)
    conflict = locked(conflict)
    hold(rules.cw29_somebody_else_ends_it, conflict, by)
    hold(rules.cw30_says_why_it_ends, reason)
    if conflict.ended_at is not None:
        return conflict
    conflict.ended_at, conflict.ended_by, conflict.ended_reason = at, by, reason.strip()
    conflict.save(update_fields=["ended_at", "ended_by", "ended_reason"])
    events.record("casework.conflict_ended", by=by, about=conflict)
    return conflict


def _overseers(user: User) -> list[User]:
    """The managers in the colleague's own teams, and the Caldicott Guardian; never the colleague."""
    held = Membership.objects.filter(ended_on__isnull=True, role__in=roles_with(Permission.CONFLICT_OVERSEE))
    near = held.filter(team__in=user.teams) | held.filter(role__in=roles_with(Permission.EMERGENCY_REVIEW))
    return list(User.objects.filter(pk__in=near.values("user"), is_active=True).exclude(pk=user.pk).order_by("pk"))
