"""Recording a session of a group with its register, changing it, and putting somebody on the register."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time

from django.db import transaction

from kinfold.web.access.checks import require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.core.clock import LONDON
from kinfold.web.core.rules import hold
from kinfold.web.core.versions import locked, one_at_a_time, save_version
from kinfold.web.directory.models import Service
from kinfold.web.groups import rules
from kinfold.web.groups.models import Attendance, Session, Volunteer
from kinfold.web.groups.selectors.people import members_of
from kinfold.web.people.models import Person
from kinfold.web.people.secret_addresses import address_leaks
from kinfold.web.people.secret_text import SecretAddressWritten
from kinfold.web.people.selectors import kept_secret
from kinfold.web.signposting import actions as signposting
from kinfold.web.signposting.models import Signpost

TOLD = ("held_on", "starts_at", "led_by", "volunteer", "done", "others", "cancelled_because")
PROSE = ("done", "cancelled_because")


@dataclass(frozen=True)
class Told:
    """What somebody says of a session. ``cancelled_because`` is empty where it was held; ``how`` is the register."""

    held_on: date
    starts_at: time
    led_by: User | None = None
    volunteer: Volunteer | None = None
    done: str = ""
    others: int = 0
    cancelled_because: str = ""
    how: Mapping[Person, str] = field(default_factory=dict)


@transaction.atomic
def record_session(*, service: Service, told: Told, by: User, at: datetime) -> Session:
    """Once: the same said again by the same person is what was said."""
    require(by, Permission.GROUP_RUN)
    hold(rules.gr1_run_by_their_team, service, by.teams)
    one_at_a_time("groups.session", service.pk, told.held_on)
    then = Session.objects.filter(service=service, held_on=told.held_on, starts_at=told.starts_at).first()
    if then is not None and then.recorded_by_id == by.pk and _says(then, told):
        return then
    hold(rules.gr8_is_the_only_one_then, [then] if then else [])
    session = Session(service=service, recorded_by=by)
    _put(session, told, by, at)
    session.save(force_insert=True)
    _mark(session, told.how, by)
    events.record("groups.session_recorded", by=by, about=session, people=tuple(person.pk for person in told.how),
                  details={"group": service.name})  # fmt: skip
    return session


@transaction.atomic
def change_session(*, session: Session, told: Told, version: int | None, by: User, at: datetime) -> Session:
    """The register too: who is not in ``told.how`` stays as they were."""
    require(by, Permission.GROUP_RUN)
    hold(rules.gr1_run_by_their_team, session.service, by.teams)
    one_at_a_time("groups.session", session.service_id, told.held_on)
    session = locked(session)
    if session.version != version and _says(session, told):
        return session
    then = Session.objects.filter(service=session.service, held_on=told.held_on, starts_at=told.starts_at)
    hold(rules.gr8_is_the_only_one_then, list(then.exclude(pk=session.pk)))
    _put(session, told, by, at)
    session.recorded_by = by
    save_version(session, expected=version, fields=[*TOLD, "recorded_by"])
    _mark(session, told.how, by)
    events.record("groups.session_changed", by=by, about=session, people=tuple(person.pk for person in told.how),
                  details={"group": session.service.name})  # fmt: skip
    return session


@transaction.atomic
def add_to_register(*, service: Service, person: Person, on: date, knows: bool, by: User, at: datetime) -> Signpost:
    """Somebody of a family already known came for the first time; a session recorded of that day has them down."""
    require(by, Permission.GROUP_RUN, on=person)
    hold(rules.gr1_run_by_their_team, service, by.teams)
    made = signposting.come(service=service, person=person, on=on, knows=knows, by=by, at=at)
    held = Session.objects.filter(service=service, held_on=on, cancelled_because="").order_by("starts_at").first()
    if held is not None and not Attendance.objects.filter(session__service=service, session__held_on=on,
                                                          person=person).exists():  # fmt: skip
        _mark(held, {person: Attendance.How.CAME}, by)
    return made


def _put(session: Session, told: Told, by: User, at: datetime) -> None:
    """Onto the row, not saved, once every rule holds. Who led it is asked about again only where that changes."""
    before = (session.held_on, session.led_by_id, session.volunteer_id)
    for name in TOLD:
        value = getattr(told, name)
        setattr(session, name, value.strip() if isinstance(value, str) else value)
    _hold_prose(session, told, by)
    if session.cancelled:
        came = 0 if session._state.adding else session.attendances.filter(how=Attendance.How.CAME).count()
        hold(rules.gr7_nobody_came_to_what_was_cancelled, True, came + told.others)
        session.led_by = session.volunteer = None
        session.done = ""
        return
    hold(rules.gr2_begun_by_now, datetime.combine(told.held_on, told.starts_at, LONDON), at)
    hold(rules.gr3_somebody_led, session.led_by, session.volunteer)
    if before == (session.held_on, session.led_by_id, session.volunteer_id):
        return
    hold(rules.gr5_leader_is_of_the_team, session.led_by, members_of(session.service))
    hold(rules.gr6_volunteers_here, session.volunteer, session.service, session.held_on)
    hold(rules.gr4_not_led_alone_without_a_check, session.led_by, session.volunteer, session.held_on)


def _hold_prose(session: Session, told: Told, by: User) -> None:
    """No session says where somebody of its register lives whose address is secret: its row is in nobody's record."""
    known = {person.pk for person in told.how}
    if not session._state.adding:
        known |= set(session.attendances.values_list("person", flat=True))
    secret = kept_secret(known)
    for name in PROSE:
        if secret and address_leaks(getattr(session, name), secret):
            details = {"table": session._meta.db_table, "column": name}
            events.refuse("refused.secret_address_written", by=by, about=session.service, details=details)
            raise SecretAddressWritten(name)


def _says(session: Session, told: Told) -> bool:
    """Whether this is what was said before, by the same button pressed twice."""
    if any(getattr(session, name) != getattr(told, name) for name in ("held_on", "starts_at", "others")):
        return False
    if session.cancelled or told.cancelled_because:
        return session.cancelled_because == told.cancelled_because.strip()
    if (session.led_by, session.volunteer, session.done) != (told.led_by, told.volunteer, told.done.strip()):
        return False
    marked = dict(session.attendances.values_list("person", "how"))
    return all(marked.get(person.pk) == how for person, how in told.how.items())


def _mark(session: Session, how: Mapping[Person, str], by: User) -> None:
    """Each in the record of the person. A session that was cancelled has no register."""
    if session.cancelled:
        return
    said = {person.pk: mark for person, mark in how.items()}
    before = list(Attendance.objects.visible_to(by).filter(session=session))
    changed = [row for row in before if row.how != said.get(row.person_id, row.how)]
    for row in changed:
        row.how = said[row.person_id]
    Attendance.objects.bulk_update(changed, ["how"])
    known = {row.person_id for row in before}
    Attendance.objects.bulk_create(
        Attendance(session=session, person=person, how=mark, record_id=person.record_id)
        for person, mark in how.items()
        if person.pk not in known
    )
