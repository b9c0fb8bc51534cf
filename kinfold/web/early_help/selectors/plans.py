"""A Family Support Plan as its page, its paper and its review show it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.http import Http404
from django.urls import reverse

from kinfold.practice import code_lists
from kinfold.reports import Picture
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.casework.models import Episode
from kinfold.web.commitments import selectors as commitments
from kinfold.web.commitments.models import Commitment
from kinfold.web.commitments.selectors import Commitments, CommitmentShown
from kinfold.web.early_help import facts
from kinfold.web.early_help.models import Conversation, Goal, Plan
from kinfold.web.early_help.plan_access import visible_plan
from kinfold.web.early_help.selectors.people import heads_of, people_of
from kinfold.web.early_help.selectors.progress import picture
from kinfold.web.early_help.selectors.warnings import parents_do_not_know
from kinfold.web.meetings import selectors as meetings
from kinfold.web.meetings.models import Meeting
from kinfold.web.people.models import Person
from kinfold.web.people.selectors import Head
from kinfold.web.questionnaires.models import Answer
from kinfold.web.questionnaires.selectors import response_for
from kinfold.web.sharing.models import ShareWith
from kinfold.web.sharing.selectors import who_may_see


@dataclass(frozen=True)
class GoalShown:
    goal: Goal | None  # None for actions that serve no one goal
    family: list[CommitmentShown]
    service: list[CommitmentShown]


@dataclass(frozen=True)
class PlanPage:
    plan: Plan
    separate: bool
    children: list[Head]
    heads: list[Head]  # the plan's children, then the adults from whom it is not kept
    goals: list[GoalShown]
    shared: list[ShareWith]
    withheld: list[ShareWith]
    next_review: Meeting | None
    reviews: list[tuple[Meeting, str]]  # with what was decided, in words
    picture: Picture | None
    flags: list[object]

    @property
    def is_open(self) -> bool:
        return self.plan.closed_on is None

    @property
    def state(self) -> str:
        return "ended" if self.plan.closed_on else "agreed" if self.plan.submitted_on else "being written"


def plan_page(*, viewer: User, plan_id: UUID, today: date, on_paper: bool = False) -> PlanPage:
    """``on_paper`` leaves out links, and the scores and actions of those from whom the plan is kept."""
    plan = visible_plan(viewer, plan_id)
    ids = list(plan.plan_children.visible_to(viewer).values_list("person", flat=True))
    decisions = who_may_see(viewer, plan)
    withheld = [row for row in decisions if not row.may_share]
    silent = {row.person_id for row in withheld if row.person_id} if on_paper else set()
    outcomes = code_lists.labels("review_outcome")
    adults = people_of(viewer, plan, today).adults
    children = list(Person.objects.visible_to(viewer).filter(pk__in=ids).order_by("born_on", "pk"))
    return PlanPage(
        plan=plan,
        separate=facts.is_separate(plan),
        children=heads_of(viewer, children, today),
        heads=heads_of(viewer, [*children, *adults], today),
        goals=_goals(viewer, plan, _promised(viewer, plan, silent), _link(viewer, on_paper)),
        shared=[row for row in decisions if row.may_share],
        withheld=withheld,
        next_review=meetings.next_planned(viewer, [plan.pk]).get(plan.pk),
        reviews=[
            (review, outcomes.get(review.outcome, review.outcome))
            for review in reversed(meetings.held(viewer, [plan.pk])[plan.pk])
        ],
        picture=picture(viewer, plan, silent),
        flags=_flags(viewer, plan, ids, withheld),
    )


def _promised(viewer: User, plan: Plan, silent: set[UUID]) -> Commitments:
    """On paper, nothing that somebody promised from whom the plan is kept: it would tell of them, or they of it."""
    promised = commitments.of_plans(viewer, [plan.pk])[plan.pk]
    theirs = set(
        Commitment.objects.visible_to(viewer)
        .filter(about_id=plan.pk, promiser_person__in=silent)
        .values_list("pk", flat=True)
    )
    return Commitments([item for item in promised.family if item.commitment_id not in theirs], promised.service)


def share_name(row: ShareWith) -> str:
    return row.person.name if row.person else row.user.name if row.user else row.agency.name if row.agency else ""


def goal_of(viewer: User, goal_id: UUID) -> Goal:
    goal = Goal.objects.visible_to(viewer).filter(pk=goal_id).first()
    if goal is None:
        raise Http404
    goal.plan = visible_plan(viewer, goal.plan_id)
    return goal


def promise_of(viewer: User, commitment_id: UUID) -> tuple[Commitment, Plan]:
    row = Commitment.objects.visible_to(viewer).filter(pk=commitment_id, about_kind="early_help.plan").first()
    if row is None:
        raise Http404
    return row, visible_plan(viewer, row.about_id)


def open_promises(viewer: User, plans: list[Plan]) -> list[CommitmentShown]:
    found = commitments.of_plans(viewer, [plan.pk for plan in plans])
    return [item for both in found.values() for item in (*both.family, *both.service) if item.done_on is None]


def _flags(viewer: User, plan: Plan, children: list[UUID], withheld: list[ShareWith]) -> list[object]:
    flags: list[object] = []
    if parents_do_not_know(viewer, children):
        flags.append("parents_do_not_know")
    if withheld:
        names = ", ".join(share_name(row) for row in withheld)
        flags.append({"text": f"Do not share with {names}", "tone": "red"})
    if plan.record_id != plan.episode.record_id:
        flags.append({"text": "A plan of its own: only the people named in it can open it", "tone": "purple"})
    return flags


def _link(viewer: User, on_paper: bool) -> Callable[[CommitmentShown], CommitmentShown]:
    """Each action leads to where it is marked done or changed, for those who may."""
    writes = viewer.may(Permission.PLAN_WRITE)
    own = set(
        Commitment.objects.visible_to(viewer).open().filter(promiser_user=viewer).values_list("pk", flat=True)
    ) if viewer.may(Permission.COMMITMENT_UPDATE) and not on_paper else set()  # fmt: skip

    def link(item: CommitmentShown) -> CommitmentShown:
        if on_paper or item.done_on or not (writes or item.commitment_id in own):
            return item
        return replace(item, href=reverse("early_help:action", args=[item.commitment_id]), action_text="Update")

    return link


def _goals(
    viewer: User, plan: Plan, promised: Commitments, link: Callable[[CommitmentShown], CommitmentShown]
) -> list[GoalShown]:
    goals = sorted(Goal.objects.visible_to(viewer).filter(plan=plan), key=lambda goal: goal.reached_on is not None)
    known = {goal.pk for goal in goals}

    def of(items: list[CommitmentShown], goal: Goal | None) -> list[CommitmentShown]:
        return [link(item) for item in items if (item.goal_id == goal.pk if goal else item.goal_id not in known)]

    shown = [GoalShown(goal, of(promised.family, goal), of(promised.service, goal)) for goal in goals]
    rest = GoalShown(None, of(promised.family, None), of(promised.service, None))
    return [*shown, rest] if rest.family or rest.service else shown


def what_the_family_said(viewer: User, episode: Episode) -> str:
    """What needs to change, as it was said in the last conversation, so that nobody writes it twice."""
    last = (
        Conversation.objects.visible_to(viewer)
        .filter(episode=episode, completed_on__isnull=False)
        .order_by("-completed_on", "-created_at")
        .first()
    )
    response = response_for(viewer, last, "family_support_conversation") if last else None
    if response is None:
        return ""
    said = Answer.objects.visible_to(viewer).filter(response=response, question="what_needs_to_change")
    by_voice = {row.voice: row.text for row in said if row.text}
    return "\n\n".join(by_voice[voice] for voice in ("child", "parent") if voice in by_voice)
