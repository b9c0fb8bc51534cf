"""The consultation line: advice that names no child, and the contact that it becomes where it has to."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from kinfold.web.access import grants
from kinfold.web.access.checks import require
from kinfold.web.access.models import Agency, Record, Team, User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.core.rules import hold
from kinfold.web.core.words import in_london
from kinfold.web.mash import hub_rules as rules
from kinfold.web.mash.actions import drafts
from kinfold.web.mash.actions.hub import hub_team
from kinfold.web.mash.models import Advice, ContactDraft


@dataclass(frozen=True)
class Asked:
    """Who asked, and of what kind the question was."""

    agency: Agency
    post: str
    topic: str


@transaction.atomic
def give_advice(*, asked: Asked, question: str, advised: str, minutes: int | None, by: User, at: datetime) -> Advice:
    """Only where no child can be known from it and nobody suspects significant harm; otherwise `begin_contact`."""
    require(by, Permission.ADVICE_GIVE)
    hold(rules.hd35_topic_is_known, asked.topic)
    hold(rules.hd36_says_what_was_advised, advised)
    made = _keep(asked, minutes, by, at, question=question.strip(), advised=advised.strip())
    events.record("advice.given", by=by, about=made)
    return made


@transaction.atomic
def begin_contact(
    *, asked: Asked, question: str, advised: str, minutes: int | None, by: User, at: datetime
) -> ContactDraft:
    """The form for a caller, with what was said already in it. The advice keeps that it was asked, and no words."""
    require(by, Permission.ADVICE_GIVE)
    hold(rules.hd35_topic_is_known, asked.topic)
    draft = drafts.start_draft(by=by, at=at, for_caller=True)
    said = [words.strip() for words in (question, f"The hub advised: {advised}" if advised.strip() else "")]
    pages = {
        "caller": {"kind": ["professional"], "agency": [str(asked.agency.pk)], "channel": ["telephone"], **_now(at)},
        "what-happened": {"what_happened": ["\n\n".join(filter(None, said))]},
    }
    for page, typed in pages.items():
        draft = drafts.save_page(draft=draft, page=page, typed=typed, by=by, at=at)
    made = _keep(asked, minutes, by, at, draft_key=draft.pk)
    events.record("advice.became_a_contact", by=by, about=made)
    return draft


def _keep(asked: Asked, minutes: int | None, by: User, at: datetime, **told: Any) -> Advice:
    record = grants.new_record(level=Record.Level.RESTRICTED, agency=by.agency)
    hub = hub_team(by)
    holders: list[User | Team] = [by, hub] if hub is not None else [by]
    for holder in holders:
        grants.grant(record, to=holder, reason="Gives advice on the telephone", at=at, source_id=record.pk)
    return Advice.objects.create(
        record=record, agency=asked.agency, post=asked.post.strip(), topic=asked.topic, minutes=minutes, given_at=at,
        given_by=by, **told,
    )  # fmt: skip


def _now(at: datetime) -> dict[str, list[str]]:
    here = in_london(at)
    told = {"day": here.day, "month": here.month, "year": here.year, "time": f"{here:%H:%M}"}
    return {f"received_at-{name}": [str(value)] for name, value in told.items()}
