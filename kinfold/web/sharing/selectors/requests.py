"""What agencies were asked: about a child, of one colleague, and how each agency replies, silences among them."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from kinfold.web.access.checks import NotVisible, require
from kinfold.web.access.models import Agency, User
from kinfold.web.access.permissions import Permission, roles_with
from kinfold.web.deadlines.models import Deadline
from kinfold.web.sharing.deadline_kinds import KINDS
from kinfold.web.sharing.models import AgencyRequest, Question
from kinfold.web.sharing.models.requests import AgencyRequestQuerySet

STATES = {
    "shared": ("Replied", "green"),
    "nothing_known": ("Nothing known", "blue"),
    "declined": ("Did not share", "orange"),
    "withdrawn": ("Taken back", "grey"),
    "silent": ("No reply", "red"),
    "waiting": ("Waiting", "yellow"),
}


@dataclass(frozen=True)
class Asked:
    """One request as its asker sees it. ``silent``: the reply did not come by when it was due, whatever came later."""

    request: AgencyRequest
    questions: list[Question]
    due: Deadline | None
    state: str  # a key of STATES
    silent: bool

    @property
    def words(self) -> str:
        return STATES[self.state][0]

    @property
    def tone(self) -> str:
        return STATES[self.state][1]

    @property
    def late(self) -> bool:
        return self.silent and self.request.replied_at is not None

    @property
    def answered(self) -> list[Question]:
        return [each for each in self.questions if each.answer]

    @property
    def unanswered(self) -> list[Question]:
        return [each for each in self.questions if not each.answer]


@dataclass(frozen=True)
class AgencyReplies:
    """Counts of one agency's requests; ``silent`` have had no reply and are past due, ``late`` came after."""

    agency: Agency
    asked: int
    in_time: int
    late: int
    silent: int
    waiting: int
    declined: int


def asked_about(viewer: User, about_ids: Collection[UUID], now: datetime) -> dict[UUID, list[Asked]]:
    """Each of these ▶ its requests, in the order in which they were asked."""
    rows = AgencyRequest.objects.visible_to(viewer).filter(about_id__in=about_ids)
    found: dict[UUID, list[Asked]] = {about_id: [] for about_id in about_ids}
    for each in shown(rows, now):
        found[each.request.about_id].append(each)
    return found


def shown(rows: AgencyRequestQuerySet, now: datetime) -> list[Asked]:
    """Three queries, however many."""
    requests = list(rows.select_related("agency", "asked_by", "replied_by", "withdrawn_by").order_by("asked_at", "pk"))
    keys = [each.pk for each in requests]
    questions: dict[UUID, list[Question]] = {}
    for question in Question.objects.filter(request__in=keys) if keys else ():
        questions.setdefault(question.request_id, []).append(question)
    due = _due(keys)
    return [_shown(each, questions.get(each.pk, []), due.get(each.pk), now) for each in requests]


def _shown(request: AgencyRequest, questions: list[Question], due: Deadline | None, now: datetime) -> Asked:
    ended_at = request.replied_at or request.withdrawn_at or now
    silent = due is not None and due.is_overdue_at(ended_at)
    open_state = "silent" if silent else "waiting"
    state = "withdrawn" if request.withdrawn_at else request.outcome or open_state
    return Asked(request, questions, due, state, silent)


def _due(keys: Collection[UUID]) -> dict[UUID, Deadline]:
    """The clock that holds: a former rating's was withdrawn, and another took its place."""
    rows = Deadline.objects.filter(about_id__in=keys, kind__in=[kind.key for kind in KINDS]).order_by(
        "created_at", "pk"
    )
    return {row.about_id: row for row in rows} if keys else {}


def request_of(viewer: User, request_id: UUID) -> AgencyRequest:
    """For the colleagues of whoever asked."""
    require(viewer, Permission.REQUEST_SEND)
    found = (
        AgencyRequest.objects.visible_to(viewer)
        .select_related("agency", "asked_by", "replied_by", "withdrawn_by", "to_user", "from_team")
        .filter(pk=request_id)
        .first()
    )
    if found is None:
        raise NotVisible("There is nothing here that you may see.")
    return found


def request_to(viewer: User, request_id: UUID) -> AgencyRequest:
    """For whoever was asked, and nobody else."""
    found = (
        AgencyRequest.objects.visible_to(viewer)
        .select_related("asked_by", "agency", "from_team")
        .filter(pk=request_id, to_user=viewer)
        .first()
    )
    if found is None:
        raise NotVisible("There is nothing here that you may see.")
    return found


def agencies_asked(viewer: User) -> list[Agency]:
    require(viewer, Permission.REQUEST_SEND)
    return list(Agency.objects.exclude(kind="").order_by("name"))


def who_may_reply(agency: Agency) -> list[User]:
    """The agency's people with an account of their own whose role lets them answer for it."""
    found = User.objects.filter(
        agency=agency, is_active=True, email__isnull=False, memberships__ended_on__isnull=True,
        memberships__role__in=roles_with(Permission.REQUEST_ANSWER),
    )  # fmt: skip
    return list(found.distinct().order_by("name"))


def named_before(viewer: User, agency: Agency) -> list[AgencyRequest]:
    """People without an account whom the agency was asked through before; the newest way to reach each."""
    rows = AgencyRequest.objects.visible_to(viewer).filter(~Q(to_email=""), agency=agency)
    return list(rows.order_by("to_email", "-asked_at").distinct("to_email")[:20])


def replies_by_agency(viewer: User, since: datetime, now: datetime) -> list[AgencyReplies]:
    """Requests asked since then, as far as the viewer may see them; those whom most is awaited from come first."""
    require(viewer, Permission.REQUEST_OVERSEE)
    rows = AgencyRequest.objects.visible_to(viewer).filter(asked_at__gte=since)
    together: dict[UUID, list[Asked]] = {}
    for each in shown(rows, now):
        together.setdefault(each.request.agency_id, []).append(each)
    found = [_counted(group) for group in together.values()]
    return sorted(found, key=lambda one: (-one.silent, -one.late, one.agency.name))


def _counted(group: Iterable[Asked]) -> AgencyReplies:
    group = list(group)
    replied = [each for each in group if each.request.replied_at is not None]
    return AgencyReplies(
        agency=group[0].request.agency,
        asked=len(group),
        in_time=sum(not each.silent for each in replied),
        late=sum(each.silent for each in replied),
        silent=sum(each.silent and each.request.replied_at is None for each in group),
        waiting=sum(each.state == "waiting" for each in group),
        declined=sum(each.state == "declined" for each in group),
    )
