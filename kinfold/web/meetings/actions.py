"""Planning a meeting, holding it and calling it off."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db import transaction

from kinfold.web.access.checks import require
from kinfold.web.access.models import Agency, Record, RecordBound, User
from kinfold.web.audit import events
from kinfold.web.core import clock
from kinfold.web.core.rules import hold as hold_rule
from kinfold.web.core.versions import locked, save_version
from kinfold.web.meetings import rules
from kinfold.web.meetings.models import Attendance, Meeting
from kinfold.web.people.models import Person


@dataclass(frozen=True)
class Attending:
    """Somebody's place at a meeting, by post where they have no account. ``attended`` is None until it is known."""

    who: Person | User | Agency | str
    invited: bool = True
    attended: bool | None = None


@transaction.atomic
def plan(*, kind: str, about: RecordBound, due_on: date, by: User, record: Record | None = None) -> Meeting:
    """The next meeting of its kind; while one is planned, it is that one, due on the new day."""
    require(by, rules.PERMISSION_OF_MEETING[kind], on=about)
    return begin(kind=kind, about=about, due_on=due_on, by=by, record=record)


def begin(*, kind: str, about: RecordBound, due_on: date, by: User, record: Record | None = None) -> Meeting:
    """For another action, which has asked whether the person may: a plan that starts plans its own review."""
    locked(about)
    planned = Meeting.objects.planned().filter(kind=kind, about_id=about.pk).first()
    if planned is None:
        planned = Meeting.objects.create(
            kind=kind, about_kind=about._meta.label_lower, about_id=about.pk, due_on=due_on, recorded_by=by,
            record_id=record.pk if record else about.record_id,
        )  # fmt: skip
        events.record("meetings.planned", by=by, about=planned)
    elif planned.due_on != due_on:
        planned.due_on = due_on
        save_version(planned, expected=None, fields=["due_on"])
        events.record("meetings.moved", by=by, about=planned)
    return planned


@transaction.atomic
def hold(
    *,
    meeting: Meeting,
    held_on: date,
    outcome: str,
    by: User,
    attending: Iterable[Attending],
    notes: str = "",
    version: int | None = None,
    today: date | None = None,
) -> Meeting:
    """Held once: pressing the button again with the same day and outcome changes nothing."""
    require(by, rules.PERMISSION_OF_MEETING[meeting.kind], on=meeting)
    attending = list(attending)
    meeting = locked(meeting)
    if (meeting.held_on, meeting.outcome, meeting.recorded_by_id) == (held_on, outcome, by.pk):
        return meeting
    hold_rule(rules.me1_is_still_planned, meeting)
    hold_rule(rules.me2_held_by_today, held_on, today or clock.today())
    hold_rule(rules.me3_outcome_is_known, meeting.kind, outcome)
    hold_rule(rules.me4_somebody_came, sum(1 for one in attending if one.attended))
    meeting.held_on, meeting.outcome, meeting.notes, meeting.recorded_by = held_on, outcome, notes.strip(), by
    save_version(meeting, expected=version, fields=["held_on", "outcome", "notes", "recorded_by"])
    places = _places(meeting)
    for one in attending:
        place = places.get(one.who) or _place(meeting, one.who, invited=one.invited and not places)
        place.attended = one.attended
        place.save()
    events.record("meetings.held", by=by, about=meeting, details={"outcome": outcome})
    return meeting


@transaction.atomic
def invite(
    *,
    meeting: Meeting,
    meets_on: date,
    meets_at: time | None,
    place: str,
    who: Iterable[Person | User | Agency | str],
    by: User,
    today: date,
    version: int | None = None,
) -> list[User]:
    """When and where, and who is asked to come. Whoever was invited and is not any more stays as somebody who was not.

    Returns the colleagues who should be told: all of them where the day, the time or the place is new, else the new.
    """
    require(by, rules.PERMISSION_OF_MEETING[meeting.kind], on=meeting)
    meeting, wanted = locked(meeting), list(dict.fromkeys(who))
    hold_rule(rules.me1_is_still_planned, meeting)
    hold_rule(rules.me5_meets_from_today, meets_on, today)
    hold_rule(rules.me6_somebody_is_invited, len(wanted))
    moved = (meeting.meets_on, meeting.meets_at, meeting.place) != (meets_on, meets_at, place.strip())
    places = _places(meeting)
    before = {one for one, held in places.items() if held.invited}
    if not moved and before == set(wanted):
        return []
    meeting.meets_on, meeting.meets_at, meeting.place = meets_on, meets_at, place.strip()
    save_version(meeting, expected=version, fields=["meets_on", "meets_at", "place"])
    for one in dict.fromkeys([*wanted, *places]):
        held = places.get(one) or _place(meeting, one, invited=True)
        held.invited = one in wanted
        held.save()
    events.record("meetings.invited", by=by, about=meeting)
    return [one for one in wanted if isinstance(one, User) and one != by and (moved or one not in before)]


@transaction.atomic
def cancel(*, meeting: Meeting, by: User, at: datetime, version: int | None = None) -> Meeting:
    require(by, rules.PERMISSION_OF_MEETING[meeting.kind], on=meeting)
    meeting = locked(meeting)
    if meeting.cancelled_at is not None:
        return meeting
    hold_rule(rules.me1_is_still_planned, meeting)
    meeting.cancelled_at = at
    save_version(meeting, expected=version, fields=["cancelled_at"])
    events.record("meetings.cancelled", by=by, about=meeting)
    return meeting


_COLUMN = {Person: "person", User: "user", Agency: "agency", str: "post"}


def _places(meeting: Meeting) -> dict[Person | User | Agency | str, Attendance]:
    """Without those of people whom whoever acts may not see: their places stay as they are."""
    rows = meeting.attendances.select_related("person", "user", "agency")
    return {who: row for row in rows if (who := row.person or row.user or row.agency or row.post)}


def _place(meeting: Meeting, who: Person | User | Agency | str, *, invited: bool) -> Attendance:
    return Attendance(meeting=meeting, record_id=meeting.record_id, invited=invited, **{_COLUMN[type(who)]: who})
