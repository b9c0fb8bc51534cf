"""What pages ask about emergency access: one request for its asker, all for the Guardian, and counts."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import F

from kinfold.indicators.periods import quarter_of
from kinfold.practice import code_lists
from kinfold.web.access.checks import require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.core.words import in_london
from kinfold.web.deadlines import selectors as deadlines
from kinfold.web.emergency.deadline_kinds import REVIEW
from kinfold.web.emergency.models import EmergencyRequest

MOST_ROWS = 200


@dataclass(frozen=True)
class RequestShown:
    request: EmergencyRequest
    why: str
    is_open: bool
    due: date | datetime | None  # of the review, while it waits
    overdue: bool


@dataclass(frozen=True)
class Quarter:
    """What a board is told: how often, and what came of it. No row says who asked or about whom."""

    key: str
    title: str
    asked: int
    opened: int
    justified: int
    not_justified: int
    follow_up: int
    waiting: int


def request_seen(viewer: User, request_id: UUID, permission: Permission) -> EmergencyRequest | None:
    require(viewer, permission)
    return (
        EmergencyRequest.objects.visible_to(viewer)
        .select_related("asked_by__agency", "reviewed_by")
        .filter(pk=request_id)
        .first()
    )


def all_requests(viewer: User, now: datetime) -> list[RequestShown]:
    """Those that wait for a review first, the oldest of them at the top; then the latest reviewed, as many as fit."""
    require(viewer, Permission.EMERGENCY_REVIEW)
    found = EmergencyRequest.objects.visible_to(viewer).select_related("asked_by__agency")
    return shown(found.order_by(F("reviewed_at").desc(nulls_first=True), "asked_at")[:MOST_ROWS], now)


def shown(requests: Iterable[EmergencyRequest], now: datetime) -> list[RequestShown]:
    requests = list(requests)
    clocks = deadlines.open_for([each.pk for each in requests], REVIEW)
    return [
        RequestShown(
            request=each,
            why=code_lists.label("emergency_reason", each.reason_code),
            is_open=each.is_open_at(now),
            due=clocks[each.pk].due if each.pk in clocks else None,
            overdue=each.pk in clocks and clocks[each.pk].is_overdue_at(now),
        )
        for each in requests
    ]


def by_quarter(viewer: User) -> list[Quarter]:
    """The newest first."""
    require(viewer, Permission.EMERGENCY_REVIEW)
    counts: dict[str, Counter[str]] = {}
    titles: dict[str, str] = {}
    rows = EmergencyRequest.objects.visible_to(viewer).values_list("asked_at", "ends_at", "outcome")
    for asked_at, ends_at, outcome in rows:
        period = quarter_of(in_london(asked_at).date())
        titles[period.key] = period.title
        counted = counts.setdefault(period.key, Counter())
        counted.update(["asked", outcome or "waiting", *(["opened"] if ends_at else [])])
    return [Quarter(key, titles[key], *(counts[key][name] for name in COUNTED)) for key in sorted(counts, reverse=True)]


COUNTED = ("asked", "opened", "justified", "not_justified", "follow_up", "waiting")
