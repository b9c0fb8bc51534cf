"""Telling families of services, referring them, and saying what became of it."""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction

from kinfold.web.access import grants
from kinfold.web.access.checks import require
from kinfold.web.access.models import Record, RecordBound, Team, User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.core.rules import hold
from kinfold.web.core.versions import locked, save_version
from kinfold.web.core.words import in_london
from kinfold.web.deadlines import actions as deadlines
from kinfold.web.directory.models import Service
from kinfold.web.notices.actions import notify
from kinfold.web.people.models import Person
from kinfold.web.signposting import notice_kinds, rules
from kinfold.web.signposting.deadline_kinds import PLACE
from kinfold.web.signposting.models import Signpost
from kinfold.web.signposting.selectors import standing


@transaction.atomic
def tell_of(
    *, service: Service, about: RecordBound, people: Iterable[Person], by: User, at: datetime
) -> list[Signpost]:
    """One for each of them; whoever was told before has been told."""
    require(by, Permission.SERVICE_REFER, on=about)
    hold(rules.sg1_is_offered, service)
    return [_said(Signpost.Way.TOLD, service, about, person, "", by=by, at=at)[0] for person in people]


@transaction.atomic
def tell_of_named(*, name: str, about: RecordBound, people: Iterable[Person], by: User, at: datetime) -> list[Signpost]:
    """The service of that name, where one alone in the directory has it; a name that is not there tells of nothing."""
    named = Service.objects.exclude(state=Service.State.CLOSED).filter(name__iexact=" ".join(name.split()))[:2]
    return tell_of(service=named[0], about=about, people=people, by=by, at=at) if len(named) == 1 else []


@transaction.atomic
def refer(
    *, service: Service, about: RecordBound, person: Person, why: str, agreed: bool, by: User, at: datetime
) -> Signpost:
    """Waits for a place. Where the service's team works in Kinfold, it sees the record from now on until it ends;
    not a restricted one, of which whoever refers tells the service themselves."""
    require(by, Permission.SERVICE_REFER, on=about)
    hold(rules.sg1_is_offered, service)
    hold(rules.sg4_takes_referrals, service)
    hold(rules.sg3_family_agreed, agreed)
    hold(rules.sg2_says_why, why)
    made, new = _said(Signpost.Way.REFERRED, service, about, person, why.strip(), by=by, at=at)
    if not new:
        return made
    deadlines.start(PLACE, about=made, at=at, user=by, team=next(iter(by.teams), None), person=person)
    if (team := _open_to_its_team(made, "Was referred to a service they run", at)) is not None:
        colleagues = User.objects.filter(memberships__team=team, memberships__ended_on__isnull=True)
        may_open = [one for one in colleagues if one.may(Permission.SERVICE_REFER)]
        notify(notice_kinds.REFERRED, to=may_open, about_id=made.pk)
    return made


@transaction.atomic
def come(*, service: Service, person: Person, on: date, knows: bool, by: User, at: datetime) -> Signpost:
    """Somebody known goes there without a referral, from that day. Whoever waits for a place has it now; whoever is
    there already stays so. The service's team sees the record as after a referral."""
    require(by, Permission.SERVICE_REFER, on=person)
    hold(rules.sg1_is_offered, service)
    hold(rules.sg10_family_knows, knows)
    hold(rules.sg11_came_by_today, on, in_london(at).date())
    Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    known = Signpost.objects.visible_to(by).filter(service=service, person=person)
    if (there := known.there().first()) is not None:
        return there
    if (waits := known.waiting().order_by("said_at").first()) is not None:
        return begin(signpost=waits, on=on, by=by, at=at)
    service = Service.objects.select_for_update(of=("self",)).get(pk=service.pk)  # places are given in turn
    hold(rules.sg7_has_a_place, service.places, standing([service], at)[service.pk].there)
    made = Signpost.objects.create(
        record_id=person.record_id, service=service, about_kind=person._meta.label_lower, about_id=person.pk,
        person=person, way=Signpost.Way.CAME, said_at=at, said_by=by, began_on=on,
    )  # fmt: skip
    events.record("signposting.came", by=by, about=made, people=(person.pk,))
    _open_to_its_team(made, "Comes to a service they run", at)
    return made


@transaction.atomic
def still_waits(*, signpost: Signpost, by: User, at: datetime) -> Signpost:
    """The service was asked and has no place yet; whoever referred them asks again in time."""
    require(by, Permission.SERVICE_REFER, on=signpost)
    signpost = locked(signpost)
    hold(rules.sg5_waits, signpost)
    signpost.heard_on = in_london(at).date()
    save_version(signpost, expected=None, fields=["heard_on"])
    deadlines.meet(PLACE, about=signpost, at=at)
    said_by = signpost.said_by
    deadlines.start(
        PLACE, about=signpost, at=at, user=said_by, team=next(iter(said_by.teams), None), person=signpost.person
    )
    events.record("signposting.still_waits", by=by, about=signpost, people=(signpost.person_id,))
    return signpost


@transaction.atomic
def begin(*, signpost: Signpost, on: date, by: User, at: datetime, version: int | None = None) -> Signpost:
    """They have a place and go there."""
    require(by, Permission.SERVICE_REFER, on=signpost)
    service = Service.objects.select_for_update(of=("self",)).get(pk=signpost.service_id)  # places are given in turn
    signpost = locked(signpost)
    hold(rules.sg5_waits, signpost)
    _hold_day(signpost, on, at)
    hold(rules.sg7_has_a_place, service.places, standing([service], at)[service.pk].there)
    signpost.began_on = on
    save_version(signpost, expected=version, fields=["began_on"])
    deadlines.meet(PLACE, about=signpost, at=at)
    events.record("signposting.begun", by=by, about=signpost, people=(signpost.person_id,))
    return signpost


@transaction.atomic
def end(
    *, signpost: Signpost, on: date, outcome: str, words: str, by: User, at: datetime, version: int | None = None
) -> Signpost:
    """However it ended, also without ever beginning; the service's team no longer sees the record by it."""
    require(by, Permission.SERVICE_REFER, on=signpost)
    signpost = locked(signpost)
    hold(rules.sg6_has_not_ended, signpost)
    hold(rules.sg9_outcome_is_known, outcome)
    _hold_day(signpost, on, at)
    signpost.ended_on, signpost.outcome, signpost.outcome_words = on, outcome, words.strip()
    save_version(signpost, expected=version, fields=["ended_on", "outcome", "outcome_words"])
    deadlines.withdraw(PLACE, about=signpost, at=at)
    events.record(
        "signposting.ended", by=by, about=signpost, people=(signpost.person_id,), details={"outcome": outcome}
    )
    if signpost.said_by_id != by.pk:
        notify(notice_kinds.ENDED, to=signpost.said_by, about_id=signpost.pk)
    grants.end_grants(signpost.pk, at=at)
    return signpost


def _said(
    way: str, service: Service, about: RecordBound, person: Person, why: str, *, by: User, at: datetime
) -> tuple[Signpost, bool]:
    """With whether it is new: the same said twice is one."""
    Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    same = Signpost.objects.filter(service=service, about_id=about.pk, person=person, way=way)
    before = same.filter(ended_on__isnull=True).first()
    if before is not None:
        return before, False
    made = Signpost.objects.create(
        record_id=about.record_id, service=service, about_kind=about._meta.label_lower, about_id=about.pk,
        person=person, way=way, why=why, said_at=at, said_by=by,
    )  # fmt: skip
    events.record("signposting.said", by=by, about=made, people=(person.pk,), details={"way": way})
    return made, True


def _open_to_its_team(made: Signpost, reason: str, at: datetime) -> Team | None:
    """The team that runs it and sees the record from now on; no team sees a restricted one by this."""
    team = made.service.team
    if team is None or made.record.level != Record.Level.OPEN:
        return None
    grants.grant(made.record, to=team, reason=reason, at=at, source_id=made.pk)
    return team


def _hold_day(signpost: Signpost, on: date, at: datetime) -> None:
    not_before = signpost.began_on or in_london(signpost.said_at).date()
    hold(rules.sg8_day_fits, signpost, on, in_london(at).date(), not_before)
