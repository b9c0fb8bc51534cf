"""An agency's reply: what it knows, that it knows nothing, or that it will not share and why; given once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from django.db import transaction

from kinfold.web.access.checks import NotVisible, require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.core.rules import hold
from kinfold.web.core.versions import locked, save_version
from kinfold.web.deadlines import actions as deadlines
from kinfold.web.notices.actions import notify
from kinfold.web.sharing import notice_kinds, rules
from kinfold.web.sharing.actions import clocks
from kinfold.web.sharing.actions.requests import people_of
from kinfold.web.sharing.models import AgencyRequest, Question, ReplyLink


@dataclass(frozen=True)
class Reply:
    """``answers``: question ▶ words; one that was not asked is nobody's to answer."""

    outcome: str
    answers: Mapping[UUID, str] = field(default_factory=dict)
    declined_because: str = ""


@transaction.atomic
def reply(*, request: AgencyRequest, said: Reply, by: User, at: datetime) -> AgencyRequest:
    """By the one who was asked. Sent twice it is one reply."""
    require(by, Permission.REQUEST_ANSWER, on=request)
    if request.to_user_id != by.pk:
        raise NotVisible("There is nothing here that you may see.")
    request = locked(request)
    if request.replied_by_id == by.pk and _is_what_was_said(request, said):
        return request
    return _keep(request, said, at, by=by)


@transaction.atomic
def reply_by_link(*, link: ReplyLink, said: Reply, name: str, at: datetime) -> AgencyRequest:
    """Inside ``links.held``, which holds the link, and after its code: the link is used up with it."""
    hold(rules.sh15_says_who_replies, name)
    request = _keep(locked(link.request), said, at, name=name.strip())
    link.used_at = at
    link.save(update_fields=["used_at"])
    return request


def _keep(
    request: AgencyRequest, said: Reply, at: datetime, *, by: User | None = None, name: str = ""
) -> AgencyRequest:
    hold(rules.sh11_is_still_asked, request)
    hold(rules.sh10_was_not_answered, request)
    hold(rules.sh14_says_how_they_reply, said.outcome)
    hold(rules.sh12_says_what_is_known, said.outcome, said.answers.values())
    hold(rules.sh13_says_why_not, said.outcome, said.declined_because)
    if said.outcome == AgencyRequest.Outcome.SHARED:
        for question in Question.objects.filter(request=request, pk__in=said.answers):
            question.answer = said.answers[question.pk].strip()
            question.save(update_fields=["answer"])
    declined = said.outcome == AgencyRequest.Outcome.DECLINED
    request.outcome, request.declined_because = said.outcome, said.declined_because.strip() if declined else ""
    request.replied_at, request.replied_by, request.replied_as = at, by, name
    fields = ["outcome", "declined_because", "replied_at", "replied_by", "replied_as"]
    save_version(request, expected=None, fields=fields)
    clocks.stop(request, at, deadlines.meet)
    events.record(
        "sharing.declined" if declined else "sharing.replied", by=by, about=request, people=people_of(request),
        details={"outcome": said.outcome, "by_link": by is None, "purpose": request.purpose},
    )  # fmt: skip
    if request.replied_after_decision:  # whoever is at the desk reads it: the one who asked may be at home
        notify(notice_kinds.REPLIED_AFTER_DECISION, to=request.from_team or request.asked_by, about_id=request.pk)
    else:
        notify(notice_kinds.REPLIED, to=request.asked_by, about_id=request.pk)
    return request


def _is_what_was_said(request: AgencyRequest, said: Reply) -> bool:
    if request.outcome != said.outcome:
        return False
    if said.outcome == AgencyRequest.Outcome.DECLINED:
        return request.declined_because == said.declined_because.strip()
    kept = dict(request.questions.values_list("pk", "answer"))
    return said.outcome != AgencyRequest.Outcome.SHARED or all(
        kept.get(key) == words.strip() for key, words in said.answers.items()
    )
