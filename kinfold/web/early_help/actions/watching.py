"""Keeping an eye on a child without a plan: for a time, with a contact due, and with a reason at both ends."""

from datetime import date, datetime, time

from django.db import transaction

from kinfold.web.access import grants
from kinfold.web.access.checks import require
from kinfold.web.access.models import Record, Team, User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.casework.facts import team_of
from kinfold.web.core.clock import LONDON
from kinfold.web.core.rules import hold
from kinfold.web.core.versions import locked, save_version
from kinfold.web.core.words import in_london
from kinfold.web.deadlines import actions as deadlines
from kinfold.web.early_help import rules
from kinfold.web.early_help.deadline_kinds import WATCH_CONTACT
from kinfold.web.early_help.models import Watch, WatchContact
from kinfold.web.people.models import Person


@transaction.atomic
def watch_over(
    *, person: Person, reason: str, ends_by: date, parents_know: bool, why_not_told: str, by: User, at: datetime
) -> Watch:
    """Whoever starts it sees the record while it lasts, and so does their team where it is not restricted. A child
    who is on the list stays there once."""
    require(by, Permission.WATCH_KEEP, on=person)
    person, today = locked(person), in_london(at).date()
    if (running := Watch.objects.open().filter(person=person).first()) is not None:
        return running
    hold(rules.eh40_is_a_child, person, today)
    hold(rules.eh32_says_why_it_is_watched, reason)
    hold(rules.eh33_ends_in_time, ends_by, today)
    hold(rules.eh34_says_why_parents_do_not_know, parents_know, why_not_told)
    watch = Watch.objects.create(
        person=person, record_id=person.record_id, reason=reason.strip(), parents_know=parents_know,
        why_not_told="" if parents_know else why_not_told.strip(), started_on=today, started_by=by, ends_by=ends_by,
    )  # fmt: skip
    holders: list[User | Team] = [by]
    if person.record.level == Record.Level.OPEN:
        holders += by.teams
    for holder in holders:
        grants.grant(person.record, to=holder, reason="Keeps an eye on the child", at=at, source_id=watch.pk)
    _ask_again(watch, at)
    events.record("early_help.watch_started", by=by, about=watch, people=(person.pk,))
    return watch


@transaction.atomic
def record_contact(
    *, watch: Watch, contacted_on: date, words: str, ends_by: date, by: User, at: datetime, version: int | None = None
) -> WatchContact:
    """The next is due from then; ``ends_by`` is when the list ends now. Sent twice it is one."""
    require(by, Permission.WATCH_KEEP, on=watch)
    held, today = locked(watch), in_london(at).date()
    hold(rules.eh35_is_still_watched, held)
    hold(rules.eh36_contact_fits, contacted_on, held.started_on, today)
    hold(rules.eh37_says_what_was_learnt, words)
    hold(rules.eh33_ends_in_time, ends_by, today)
    said = {"contacted_on": contacted_on, "words": words.strip(), "recorded_by": by}
    if (before := WatchContact.objects.filter(watch=held, **said).first()) is not None:
        return before
    if held.ends_by != ends_by:
        held.ends_by = ends_by
        save_version(held, expected=version, fields=["ends_by"])
    made = WatchContact.objects.create(watch=held, record_id=held.record_id, recorded_at=at, **said)
    deadlines.meet(WATCH_CONTACT, about=held, at=at)
    _ask_again(held, datetime.combine(contacted_on, time(12), LONDON))
    events.record("early_help.watch_contact", by=by, about=held, people=(held.person_id,))
    return made


@transaction.atomic
def stop_watching(*, watch: Watch, because: str, by: User, at: datetime, version: int | None = None) -> Watch:
    require(by, Permission.WATCH_KEEP, on=watch)
    held = locked(watch)
    hold(rules.eh35_is_still_watched, held)
    hold(rules.eh38_says_why_it_ends, because)
    held.ended_on, held.ended_by, held.ended_because = in_london(at).date(), by, because.strip()
    save_version(held, expected=version, fields=["ended_on", "ended_by", "ended_because"])
    deadlines.withdraw(WATCH_CONTACT, about=held, at=at)
    events.record("early_help.watch_ended", by=by, about=held, people=(held.person_id,))
    grants.end_grants(held.pk, at=at)
    return held


def _ask_again(watch: Watch, at: datetime) -> None:
    by = watch.started_by
    deadlines.start(WATCH_CONTACT, about=watch, at=at, user=by, team=team_of(by), person=watch.person)
