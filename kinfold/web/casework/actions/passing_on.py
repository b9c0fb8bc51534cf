"""Passing a colleague's work on, all of it or some, at once: when they leave, fall ill, or have too much."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime
from itertools import groupby
from uuid import UUID

from django.db import transaction

from kinfold.web.access import grants
from kinfold.web.access.checks import can_see, require
from kinfold.web.access.models import Record, User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.casework import facts, notice_kinds, rules
from kinfold.web.casework.actions import involvements
from kinfold.web.casework.actions.handovers import clock_of
from kinfold.web.casework.models import Handover, Involvement, Status
from kinfold.web.commitments.models import Commitment
from kinfold.web.core.rules import hold
from kinfold.web.core.versions import locked, save_version
from kinfold.web.deadlines import actions as deadlines
from kinfold.web.deadlines.models import Deadline
from kinfold.web.notices import actions as notices
from kinfold.web.people.models import Person

Work = Involvement | Handover | Commitment | Deadline


@transaction.atomic
def pass_on(*, colleague: User, passed: Iterable[tuple[Work, User]], on: date, by: User, at: datetime) -> Counter[str]:
    """All of it or nothing; says how many rows of each kind went. Parts go first, since they open the files."""
    taken = sorted(passed, key=lambda one: not isinstance(one[0], Involvement))
    hold(rules.cw23_somebody_takes_something, taken)
    for work, to in taken:
        require(by, Permission.LEAD_ASSIGN, on=work)
        hold(rules.cw20_lead_is_a_current_colleague, to)
        hold(rules.cw24_goes_to_somebody_else, colleague, to)
    held = [(locked(work), to) for work, to in taken]
    for work, _ in held:
        hold(rules.cw25_is_still_theirs, colleague, work)
    former = _pass_parts([(work, to) for work, to in held if isinstance(work, Involvement)], colleague, on, by, at)
    for work, to in held:
        if not isinstance(work, Involvement):
            _pass(work, to, colleague, by, at)
    involvements.close(former, at)
    count = Counter(type(work).__name__ for work, _ in held)
    events.record("casework.work_passed_on", by=by, about=colleague, details=dict(count))
    notices.notify(notice_kinds.PASSED_TO_YOU, to={to.pk: to for _, to in held if to.pk != by.pk}.values())
    if colleague.pk != by.pk:
        notices.notify(notice_kinds.PASSED_FROM_YOU, to=User.objects.filter(pk=colleague.pk))
    return count


def _pass_parts(
    parts: list[tuple[Involvement, User]], colleague: User, on: date, by: User, at: datetime
) -> list[Involvement]:
    """The rows whose grants end when the action does."""
    rows = [row for row, _ in parts]
    running = [row for row in rows if row.ended_on is None]
    for row in rows:
        if row.ended_on is not None:
            row.change_reason = rules.LEFT_PASSED_ON
    Involvement.objects.bulk_update([row for row in rows if row not in running], ["change_reason"])
    involvements.finish(running, on=on, by=by, reason=rules.PASSED_ON)
    people = {person.pk: person for person in Person.objects.filter(pk__in=[row.person_id for row in rows])}

    def together(one: tuple[Involvement, User]) -> tuple[str, str, str]:
        return str(one[1].pk), str(one[0].episode_id), one[0].role

    for _, group in groupby(sorted(parts, key=together), key=together):
        same = list(group)
        first, to = same[0]
        children = [people[row.person_id] for row, _ in same]
        hold(rules.cw26_nobody_else_leads, first.role, children)
        involvements.begin(
            children, role=first.role, on=on, at=at, by=by, episode=first.episode, user=to, team=facts.team_of(to)
        )
        if first.role in rules.OPENS_TO_TEAM:
            working = Status.objects.current_on(on).filter(episode=first.episode_id, person__in=children)
            working.filter(worker=colleague).update(worker=to)
    return rows


def _pass(work: Handover | Commitment | Deadline, to: User, colleague: User, by: User, at: datetime) -> None:
    if isinstance(work, Handover):
        _open_to(work.pk, to, colleague, at)
        work.to_user = to
        save_version(work, expected=None, fields=["to_user"])
        deadlines.reassign(clock_of(work), about=work, user=to)
    hold(rules.cw27_sees_the_file, can_see(to, work.record_id))
    if isinstance(work, Commitment):
        work.promiser_user = to
        save_version(work, expected=None, fields=["promiser_user"])
    elif isinstance(work, Deadline):
        deadlines.give([work], to=to, team=facts.team_of(to))
    people = (work.person_id,) if isinstance(work, Deadline) and work.person_id else ()
    events.record("casework.task_passed_on", by=by, about=work, people=people, details={"to": str(to.pk)})


def _open_to(source: UUID, to: User, colleague: User, at: datetime) -> None:
    """The files that a handover opened to one person open to the other."""
    opened = grants.opened_by(source)
    records = Record.objects.filter(pk__in=opened.values("record"))
    opened.filter(user=colleague, ended_at__isnull=True).update(ended_at=at)
    for record in records:
        grants.grant(record, to=to, reason="A handover was passed on", at=at, source_id=source)
