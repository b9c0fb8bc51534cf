"""A family's help on one page: who, since when, who leads, what was agreed, talked about, planned and reviewed."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import Http404

from kinfold.web.access.models import User
from kinfold.web.casework import rules as casework_rules
from kinfold.web.casework import selectors as casework
from kinfold.web.casework.models import Episode, Handover, Status
from kinfold.web.casework.selectors import Involved
from kinfold.web.commitments import selectors as commitments
from kinfold.web.commitments.selectors import CommitmentShown
from kinfold.web.early_help.models import AfterHelp, Conversation, Plan
from kinfold.web.early_help.plan_access import visible_plans
from kinfold.web.early_help.selectors.people import FamilyPeople, family_people
from kinfold.web.early_help.selectors.warnings import parents_do_not_know
from kinfold.web.local import selectors as local
from kinfold.web.meetings import selectors as meetings
from kinfold.web.meetings.models import Meeting
from kinfold.web.people.selectors import Head, heads
from kinfold.web.sharing import rules as sharing_rules
from kinfold.web.sharing import selectors as sharing
from kinfold.web.sharing.models import Agreement
from kinfold.web.signposting.models import Signpost
from kinfold.web.signposting.selectors import signposts_of


@dataclass(frozen=True)
class PlanLine:
    plan: Plan
    separate: bool
    next_review: Meeting | None
    reviews: list[Meeting]


@dataclass(frozen=True)
class EpisodePage:
    episode: Episode
    people: FamilyPeople
    heads: dict[UUID, Head]
    statuses: dict[UUID, list[Status]]
    tier: int | None
    lead: Involved | None
    lead_title: str
    needs_lead: bool
    involved: list[Involved]
    agreements: list[Agreement]
    asked_for: list[str]  # purposes that somebody must still agree to before help can begin
    not_agreed: list[tuple[str, Agreement | None]]  # help that goes on without a yes; the last no, where there is one
    conversations: list[Conversation]
    plans: list[PlanLine]
    due: list[CommitmentShown]
    handovers: list[Handover]  # offered and not yet answered
    signposts: list[Signpost]
    after: AfterHelp | None  # the call after it ended
    outcomes_used: bool  # the ten headline outcomes
    flags: list[str]

    @property
    def is_open(self) -> bool:
        return self.episode.closed_on is None

    @property
    def can_move(self) -> bool:
        """Not while another team is asked already. Telling the MASH of harm moves nobody."""
        asked = [one for one in self.handovers if one.kind != Handover.Kind.SIGNIFICANT_HARM]
        return self.is_open and not asked

    @property
    def can_step_up(self) -> bool:
        return self.can_move and self.tier == 2

    @property
    def can_step_down(self) -> bool:
        return self.can_move and self.tier == 3


def visible_episode(viewer: User, episode_id: UUID) -> Episode:
    episode = (
        Episode.objects.visible_to(viewer).filter(pk=episode_id).select_related("family__record", "record").first()
    )
    if episode is None:
        raise Http404
    return episode


def episode_page(*, viewer: User, episode_id: UUID, today: date) -> EpisodePage:
    """Plans kept from the viewer are left out, and with them their actions and reviews."""
    episode = visible_episode(viewer, episode_id)
    people = family_people(viewer, episode.family, today)
    children = [child.pk for child in people.children]
    statuses: dict[UUID, list[Status]] = {}
    for status in casework.current_statuses(viewer, on=today, episodes=[episode.pk]):
        statuses.setdefault(status.person_id, []).append(status)
    tier = max((row.tier for rows in statuses.values() for row in rows), default=None)
    involved = casework.involved(viewer, people.children, today)
    lead = next((one for one in involved if one.role == casework_rules.LEAD and one.user_id), None)
    plans = visible_plans(viewer, episode=episode)
    promised = commitments.of_plans(viewer, [plan.pk for plan in plans if plan.closed_on is None])
    values = local.values(today)
    flags = ["restricted"] if episode.record.level == "restricted" else []
    if parents_do_not_know(viewer, children):
        flags.append("parents_do_not_know")
    agreements = sharing.latest_agreements(viewer, [episode.pk])[episode.pk]
    return EpisodePage(
        episode=episode,
        people=people,
        heads=heads(viewer, people.everyone, today),
        statuses=statuses,
        tier=tier,
        lead=lead,
        lead_title=str(values["lead_professional_title"]),
        needs_lead=lead is None and (tier or 0) >= int(values["lead_professional_from_tier"]),
        involved=involved,
        agreements=agreements,
        asked_for=_waits_for_agreement(viewer, episode, statuses),
        not_agreed=_goes_on_without_a_yes(episode, statuses, agreements),
        conversations=list(
            Conversation.objects.visible_to(viewer)
            .filter(episode=episode)
            .select_related("agency")
            .order_by("-held_on")
        ),
        plans=_lines(viewer, plans, episode),
        due=sorted(
            (item for both in promised.values() for item in (*both.family, *both.service) if item.done_on is None),
            key=lambda item: (item.due_on is None, item.due_on or today),
        ),
        handovers=list(
            Handover.objects.visible_to(viewer).waiting().filter(episode=episode).select_related("to_team", "from_team")
        ),
        signposts=signposts_of(viewer, people.everyone),
        after=AfterHelp.objects.visible_to(viewer).filter(episode=episode).first() if episode.closed_on else None,
        outcomes_used=bool(values["outcomes_used"]),
        flags=flags,
    )


def purposes() -> dict[str, str]:
    return dict(sharing_rules.PURPOSES)


def _waits_for_agreement(viewer: User, episode: Episode, statuses: dict[UUID, list[Status]]) -> list[str]:
    running = {status.kind for rows in statuses.values() for status in rows}
    accepted = Handover.objects.visible_to(viewer).filter(episode=episode, accepted_at__isnull=False)
    wanted = accepted.filter(to_status__in=casework_rules.BY_AGREEMENT).order_by("-accepted_at")
    latest = wanted.values_list("to_status", flat=True).first()
    if episode.closed_on is not None or latest is None or latest in running:
        return []
    return [] if sharing.has_agreed(episode, latest) else [latest]


def _goes_on_without_a_yes(
    episode: Episode, statuses: dict[UUID, list[Status]], agreements: list[Agreement]
) -> list[tuple[str, Agreement | None]]:
    """Tiers 2 and 3 are the family's choice, so that nobody may overlook a family that changed its mind."""
    running = {row.kind for rows in statuses.values() for row in rows}
    found: list[tuple[str, Agreement | None]] = []
    for purpose in (kind.value for kind in casework_rules.BY_AGREEMENT if kind in running):
        if not sharing.has_agreed(episode, purpose):
            refusals = [one for one in agreements if one.purpose == purpose and not one.agreed]
            found.append((purpose, max(refusals, key=lambda one: one.given_on, default=None)))
    return found


def _lines(viewer: User, plans: list[Plan], episode: Episode) -> list[PlanLine]:
    ids = [plan.pk for plan in plans]
    held, planned = meetings.held(viewer, ids), meetings.next_planned(viewer, ids)
    return [PlanLine(plan, plan.record_id != episode.record_id, planned.get(plan.pk), held[plan.pk]) for plan in plans]
