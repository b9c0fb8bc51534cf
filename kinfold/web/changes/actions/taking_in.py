"""Taking a file in: what is certain is recorded, what is not is put aside, what is about nobody known is forgotten."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection, transaction

from kinfold.web.access.checks import require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission, roles_with
from kinfold.web.audit import events
from kinfold.web.changes import notice_kinds
from kinfold.web.changes.actions.recording import New
from kinfold.web.changes.files.columns import ADDRESS
from kinfold.web.changes.files.judging import Verdict, after, judge
from kinfold.web.changes.files.reading import Change, Places, Read, lines_of, read
from kinfold.web.changes.matching import Known, Met, known, whom
from kinfold.web.changes.models import ChangeFile, PutAside
from kinfold.web.core.ids import new_id
from kinfold.web.core.versions import one_at_a_time
from kinfold.web.core.words import in_london
from kinfold.web.notices.actions import notify
from kinfold.web.people.models import Setting

Why, Outcome = PutAside.Why, PutAside.Outcome


@dataclass
class Sorted:
    """Each change of a file by what is to become of it. ``unseen`` ones are counted as not known."""

    certain: list[tuple[Change, Met]] = field(default_factory=list)
    aside: list[tuple[Change, Sequence[Met], str]] = field(default_factory=list)
    known_before: list[Change] = field(default_factory=list)
    not_known: int = 0


@transaction.atomic
def take_in(*, file: ChangeFile, by: User, at: datetime) -> ChangeFile:
    """All that can be, in one transaction. Taken in twice, by two jobs or as two files, it changes nothing more."""
    require(by, Permission.CHANGES_TAKE_IN, on=file)
    one_at_a_time("changes.take_in")
    held = ChangeFile.objects.select_for_update(of=("self",)).get(pk=file.pk)
    if held.taken_in_at is not None or held.stopped_at is not None:
        return held
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # history's triggers would look through all that waits for it
    lines = lines_of(bytes(held.content))
    found = read(lines, Places(Setting.objects.all()), in_london(held.sent_at).date())
    sorted_out = _sort(found, by)
    recorded = _record(sorted_out, file=held, by=by, at=at)
    new_aside = _put_aside(held, sorted_out, by=by, at=at)
    held.taken_in_at, held.content = at, b""
    held.in_all, held.recorded, held.failed = len(lines), recorded, found.failed
    held.put_aside, held.not_known = new_aside, sorted_out.not_known
    held.known_before = len(found.changes) - recorded - new_aside - sorted_out.not_known
    held.faults = [list(fault) for fault in found.faults]
    held.save()
    counted = {name: getattr(held, name) for name in ("in_all", "recorded", "put_aside", "not_known", "failed")}
    events.record("changes.taken_in", by=by, about=held, details=counted)
    return held


def _sort(found: Read, by: User) -> Sorted:
    """By number, date of birth and last name. Nobody is guessed: where there is any doubt, a person decides. Where one
    of those it may be about is unseen, it waits with them: what it says could be their secret."""
    met_by, sorted_out = whom(found.changes), Sorted()
    decided = _left_out(found.changes, by)
    for change in found.changes:
        met = met_by.get(change.line, [])
        fitting = sorted((one for one in met if one.same_birth), key=lambda one: one.seen)
        if not fitting:
            sorted_out.not_known += 1
        elif not fitting[0].seen:
            sorted_out.not_known += 1
            sorted_out.aside.append((change, fitting, Why.UNSEEN))
        elif change.mark in decided:
            sorted_out.known_before.append(change)
        elif len(met) > 1:
            sorted_out.aside.append((change, fitting, Why.UNSURE))
        else:
            sorted_out.certain.append((change, fitting[0]))
    return sorted_out


def _left_out(changes: Sequence[Change], by: User) -> set[str]:
    """The marks of lines of which somebody decided before that they are not taken in."""
    rows = PutAside.objects.visible_to(by).filter(mark__in={one.mark for one in changes}, outcome=Outcome.SET_ASIDE)
    return set(rows.values_list("mark", flat=True))


def _record(sorted_out: Sorted, *, file: ChangeFile, by: User, at: datetime) -> int:
    """What is certain, each person's in the order of its days; returns how many changes were new."""
    stands, new = known({met.person for _, met in sorted_out.certain}, by), New()
    for change, met in sorted(sorted_out.certain, key=lambda one: (one[0].on, one[0].line)):
        here = stands.periods.get((met.person, change.what), [])
        if (why := _doubt(change, met, stands)) is not None:
            sorted_out.aside.append((change, [met], why))
        elif (verdict := judge(change, here)) == Verdict.OLDER:
            sorted_out.aside.append((change, [met], Why.OLDER))
        elif verdict == Verdict.NEW:
            new.add(change, stands.people[met.person])
            stands.periods[met.person, change.what] = after(change, here)
    new.write(by=by, file=file.pk, at=at)
    waiting = PutAside.objects.visible_to(by).waiting().filter(mark__in=new.marks)  # what was in doubt has been mended
    waiting.update(decided_at=at, decided_by=by, outcome=Outcome.TAKEN_IN, said={})
    return len(new.marks)


def _doubt(change: Change, met: Met, stands: Known) -> str | None:
    person = stands.people[met.person]
    if not stands.goes_by(person.pk, change.surname):
        return Why.SURNAME
    if person.died_on is not None and change.on > person.died_on:
        return Why.UNSURE
    if change.what == ADDRESS and person.pk in stands.placed:
        return Why.PLACED
    return None


def _put_aside(file: ChangeFile, sorted_out: Sorted, *, by: User, at: datetime) -> int:
    """How many wait that did not before, of people whom whoever takes the file in may see.

    Of the others, those who hold the record are told that something waits; the page of the file says nothing of it.
    """
    rows: dict[str, Mapping[str, Any]] = {}
    for change, met, why in sorted_out.aside:
        rows.setdefault(change.mark, {
            "id": str(new_id()), "record": str(met[0].belongs_in), "number": change.line, "person": str(met[0].person),
            "may_be": [str(one.person) for one in met], "why": str(why), "mark": change.mark, "said": change.said,
        })  # fmt: skip
    if not rows:
        return 0
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT mark, put_aside_id, holders FROM changes_put_aside(%s, %s::jsonb, %s)",
            [file.pk, json.dumps(list(rows.values())), at],
        )
        new = cursor.fetchall()
    for mark, line, holders in new:
        if rows[mark]["why"] == Why.UNSEEN and holders:
            notify(notice_kinds.WAITS, to=_who_may_decide(holders), about_id=line)
    return sum(rows[mark]["why"] != Why.UNSEEN for mark, *_ in new)


def _who_may_decide(holders: Sequence[UUID]) -> list[User]:
    may = {"memberships__role__in": roles_with(Permission.CHANGES_TAKE_IN), "memberships__ended_on__isnull": True}
    return list(User.objects.filter(pk__in=holders, is_active=True, **may).distinct())
