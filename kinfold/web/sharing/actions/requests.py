"""Asking an agency what it knows of a child, chasing its reply, and taking a request back."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from kinfold.web.access import grants
from kinfold.web.access.checks import require
from kinfold.web.access.models import Grant, Record, RecordBound, Team, User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.core.rules import hold
from kinfold.web.core.versions import locked, save_version
from kinfold.web.deadlines import actions as deadlines
from kinfold.web.notices.actions import notify
from kinfold.web.people.models import Person
from kinfold.web.sharing import notice_kinds, rules, tasks
from kinfold.web.sharing.actions import clocks, links
from kinfold.web.sharing.models import AgencyRequest, Question, ShareWith
from kinfold.web.sharing.recipients import Recipient

LETTERS_AND_DIGITS = "FHKQRWXY234679"  # as for contacts: none look alike or rhyme


@dataclass(frozen=True)
class Told:
    """Of the child, what the agency needs so as to find them; never where they live or go to school."""

    name: str
    born_on: date | None
    person: Person | None
    parents_do_not_know: bool


@dataclass(frozen=True)
class Sent:
    """``code`` is None where the reply comes from an account; it is known in this moment alone."""

    request: AgencyRequest
    code: str | None


@transaction.atomic
def ask(
    *,
    about: RecordBound,
    told: Told,
    to: Recipient,
    questions: Sequence[tuple[str, str]],
    why: str,
    purpose: str,
    lawful_basis: str,
    urgency: str,
    team: Team | None,
    site: str,
    by: User,
    at: datetime,
) -> Sent:
    """``questions`` are codes with their words; ``site`` is where this Kinfold stands, for the link in an e-mail.

    Two colleagues who ask the same person at once wait for each other, and the second learns of the first.
    """
    require(by, Permission.REQUEST_SEND, on=about)
    hold(rules.sh5_asks_something, [words for _, words in questions])
    hold(rules.sh6_says_why_asked, why)
    hold(rules.sh7_can_be_reached, to)
    locked(about)
    hold(rules.sh8_may_be_shared_with, _kept_from(told.person, to))
    hold(rules.sh9_was_not_asked, _waiting(about, to))
    request = AgencyRequest.objects.create(
        record=_own_record(about, to, team, by=by, at=at), reference=_new_reference(),
        about_kind=about._meta.label_lower, about_id=about.pk, person=told.person, told_name=told.name,
        told_born_on=told.born_on, agency=to.agency, to_user=to.user, to_name=to.user.name if to.user else to.name,
        to_post=to.user.post[:200] if to.user else to.post, to_email="" if to.user else to.email.lower(),
        to_telephone=to.user.telephone if to.user else to.telephone, purpose=purpose, lawful_basis=lawful_basis,
        why=why.strip(), parents_do_not_know=told.parents_do_not_know, asked_at=at, asked_by=by, from_team=team,
    )  # fmt: skip
    Question.objects.bulk_create(
        Question(request=request, record_id=request.record_id, position=place, code=code, words=words)
        for place, (code, words) in enumerate(questions)
    )
    due_at = clocks.start(request, urgency)
    events.record(
        "sharing.asked", by=by, about=request, people=people_of(request),
        details={"agency": to.agency.name, "purpose": purpose, "questions": [code or "own" for code, _ in questions]},
    )  # fmt: skip
    tasks.look_for_reply.configure(schedule_at=due_at).defer(request_id=str(request.pk), asker_id=str(by.pk))
    if request.to_user is not None:
        notify(notice_kinds.ASKED, to=request.to_user, about_id=request.pk)
        return Sent(request, None)
    return Sent(request, links.send(request, site=site, by=by, at=at))


@transaction.atomic
def chase(*, request: AgencyRequest, site: str, by: User, at: datetime) -> Sent:
    """Reminds whoever was asked. One without an account gets a new link and a new code; the old ones are dead."""
    require(by, Permission.REQUEST_SEND, on=request)
    request = locked(request)
    hold(rules.sh10_was_not_answered, request)
    hold(rules.sh11_is_still_asked, request)
    note_chased(request, at)
    events.record("sharing.chased", by=by, about=request, people=people_of(request))
    if request.to_user is not None:
        notify(notice_kinds.CHASED, to=request.to_user, about_id=request.pk)
        return Sent(request, None)
    return Sent(request, links.send(request, site=site, by=by, at=at))


def note_chased(request: AgencyRequest, at: datetime) -> None:
    request.chased_at, request.times_chased = at, request.times_chased + 1
    request.save(update_fields=["chased_at", "times_chased"])


@transaction.atomic
def withdraw(
    *, request: AgencyRequest, because: str, by: User, at: datetime, version: int | None = None
) -> AgencyRequest:
    """It stays in the file with its reason. Taken back twice it is taken back once."""
    require(by, Permission.REQUEST_SEND, on=request)
    request = locked(request)
    if request.withdrawn_at is not None:
        return request
    hold(rules.sh10_was_not_answered, request)
    hold(rules.sh16_says_why_taken_back, because)
    request.withdrawn_at, request.withdrawn_by, request.withdrawn_because = at, by, because.strip()
    save_version(request, expected=version, fields=["withdrawn_at", "withdrawn_by", "withdrawn_because"])
    clocks.stop(request, at, deadlines.withdraw)
    links.close(request, at)
    events.record("sharing.taken_back", by=by, about=request, people=people_of(request))
    if request.to_user is not None:
        notify(notice_kinds.TAKEN_BACK, to=request.to_user, about_id=request.pk)
    return request


def people_of(request: AgencyRequest) -> tuple[UUID, ...]:
    return (request.person_id,) if request.person_id else ()


def _waiting(about: RecordBound, to: Recipient) -> AgencyRequest | None:
    whom = {"to_user": to.user} if to.user else {"to_email": to.email.lower()}
    return AgencyRequest.objects.open().filter(about_id=about.pk, agency=to.agency, **whom).first()


def _kept_from(person: Person | None, to: Recipient) -> bool:
    """“Do not share with” in the child's file, or their family's, holds for what they are asked as for any plan."""
    if person is None:
        return False
    families = person.family_memberships.filter(ended_on__isnull=True).values("family__record")
    them = Q(agency=to.agency) | (Q(user=to.user) if to.user else Q(pk__in=[]))
    files = Q(record=person.record_id) | Q(record__in=families)
    return ShareWith.objects.filter(files, them, may_share=False).exists()


def _own_record(about: RecordBound, to: Recipient, team: Team | None, *, by: User, at: datetime) -> Record:
    """As open as the child's file: a restricted child's request is seen by those who may see the child."""
    record = grants.new_record(level=about.record.level, agency=by.agency)
    grants.grant(record, to=by, reason="Asked an agency", at=at)
    if to.user is not None:
        grants.grant(record, to=to.user, reason="Is asked by the hub", at=at)
    if record.level != Record.Level.OPEN:
        open_to_the_same(record, about.record, at)
    elif team is not None:
        grants.grant(record, to=team, reason="Asked an agency", at=at)
    return record


def open_to_the_same(record: Record, as_: Record, at: datetime) -> None:
    current = Grant.objects.filter(Q(ended_at__isnull=True) | Q(ended_at__gt=at), record=as_)
    for given in current.select_related("user", "team"):
        holder = given.user or given.team
        assert holder is not None  # a constraint of the table
        grants.grant(record, to=holder, reason="May see this child", at=at, until=given.ended_at,
                     source_id=given.source_id or record.pk)  # fmt: skip


def _new_reference() -> str:
    """Like RQ-7Q4K-2XR. Others' cannot be seen; the database refuses one of a hundred million that is taken."""
    drawn = "".join(secrets.choice(LETTERS_AND_DIGITS) for _ in range(7))
    return f"RQ-{drawn[:4]}-{drawn[4:]}"
