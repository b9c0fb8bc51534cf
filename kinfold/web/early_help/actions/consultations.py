"""Recording a consultation, and later whether the family was referred after all."""

from dataclasses import dataclass
from datetime import date, datetime, time

from django.db import transaction

from kinfold.web.access import grants
from kinfold.web.access.checks import require
from kinfold.web.access.models import Agency, Record, Team, User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.casework.facts import team_of
from kinfold.web.core.clock import LONDON
from kinfold.web.core.rules import hold
from kinfold.web.core.versions import locked, save_version
from kinfold.web.core.words import in_london
from kinfold.web.deadlines import actions as deadlines
from kinfold.web.early_help import rules
from kinfold.web.early_help.deadline_kinds import CONSULTATION
from kinfold.web.early_help.models import Consultation


@dataclass(frozen=True)
class Consulted:
    """``kind`` and ``topic`` are of the code lists consultation_kind and advice_topic."""

    kind: str
    held_on: date
    agency: Agency
    post: str
    topic: str
    question: str
    decided: str
    referral_intended: bool


@transaction.atomic
def record_consultation(*, said: Consulted, by: User, at: datetime) -> Consultation:
    """Where they had meant to refer, whoever records it is asked in time whether they did. Sent twice it is one."""
    require(by, Permission.CONSULTATION_HOLD)
    hold(rules.eh26_consultation_is_known, said.kind, said.topic)
    hold(rules.eh22_was_held_by_today, said.held_on, in_london(at).date())
    hold(rules.eh27_says_what_was_decided, said.decided)
    told = {**vars(said), "post": said.post.strip(), "question": said.question.strip(), "decided": said.decided.strip()}
    User.objects.select_for_update(of=("self",)).get(pk=by.pk)  # a second press waits for the first
    if (before := Consultation.objects.filter(recorded_by=by, **told).first()) is not None:
        return before
    record = grants.new_record(level=Record.Level.RESTRICTED, agency=by.agency)
    holders: list[User | Team] = [by, *by.teams]
    for holder in holders:
        grants.grant(record, to=holder, reason="Held a consultation", at=at, source_id=record.pk)
    made = Consultation.objects.create(record=record, recorded_by=by, recorded_at=at, **told)
    if said.referral_intended:
        started = datetime.combine(said.held_on, time(12), LONDON)
        deadlines.start(CONSULTATION, about=made, at=started, user=by, team=team_of(by),
                        subject=said.agency.name)  # fmt: skip
    events.record("early_help.consultation_recorded", by=by, about=made, details={"kind": said.kind})
    return made


@transaction.atomic
def say_whether_referred(
    *, consultation: Consultation, referred: bool, by: User, at: datetime, version: int | None = None
) -> Consultation:
    require(by, Permission.CONSULTATION_HOLD, on=consultation)
    held = locked(consultation)
    hold(rules.eh28_meant_to_refer, held)
    if held.referral_made is referred:
        return held
    held.referral_made = referred
    save_version(held, expected=version, fields=["referral_made"])
    deadlines.meet(CONSULTATION, about=held, at=at)
    events.record("early_help.consultation_answered", by=by, about=held, details={"referred": referred})
    return held
