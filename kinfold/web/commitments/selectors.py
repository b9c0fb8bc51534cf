"""What the family and services said they would do: by plan, and what is one's own."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from django.db.models import F

from kinfold.web.access.models import User
from kinfold.web.commitments.models import Commitment, CommitmentQuerySet
from kinfold.web.people.models import Family, Person

MOST_ROWS = 500


@dataclass(frozen=True)
class CommitmentShown:
    """One line of the component ``commitment_list``; a slice puts in ``href`` and ``action_text``."""

    commitment_id: UUID
    about_kind: str
    about_id: UUID
    goal_id: UUID | None
    text: str
    who: str | None
    due_on: date | None
    done_on: date | None
    version: int
    family: str | None = None  # said in one's own list alone: a plan's page has it on top
    href: str | None = None
    action_text: str | None = None


@dataclass(frozen=True)
class Commitments:
    family: list[CommitmentShown] = field(default_factory=list)
    service: list[CommitmentShown] = field(default_factory=list)


def of_plans(viewer: User, about_ids: Collection[UUID]) -> dict[UUID, Commitments]:
    """For each plan what was promised and not dropped, what is due first on top."""
    found = {about_id: Commitments() for about_id in about_ids}
    rows = Commitment.objects.visible_to(viewer).filter(about_id__in=about_ids, dropped_at__isnull=True)
    for row, shown in _shown(rows.order_by(F("due_on").asc(nulls_last=True), "created_at"), viewer):
        side = found[row.about_id].family if row.promised_by == "family" else found[row.about_id].service
        side.append(shown)
    return found


def towards(viewer: User, goal_id: UUID) -> list[CommitmentShown]:
    """What was promised towards one goal and not dropped, what is due first on top."""
    rows = Commitment.objects.visible_to(viewer).filter(goal_id=goal_id, dropped_at__isnull=True)
    return [shown for _, shown in _shown(rows.order_by(F("due_on").asc(nulls_last=True), "created_at"), viewer)]


def mine(viewer: User) -> list[CommitmentShown]:
    """What this professional said they would do and has not yet done, what is overdue first."""
    return of_colleagues(viewer, [viewer.pk])


def of_colleagues(viewer: User, users: Collection[UUID]) -> list[CommitmentShown]:
    """The same for each of these professionals, as far as the viewer may see; ``who`` promised it."""
    rows = Commitment.objects.visible_to(viewer).open().filter(promiser_user__in=users)
    found = _shown(rows.order_by(F("due_on").asc(nulls_last=True), "created_at")[: MOST_ROWS + 1], viewer)
    records = {row.record_id for row, _ in found}
    names = {family.record_id: str(family) for family in Family.objects.visible_to(viewer).filter(record__in=records)}
    return [replace(shown, family=names.get(row.record_id)) for row, shown in found]


def _shown(rows: CommitmentQuerySet, viewer: User) -> list[tuple[Commitment, CommitmentShown]]:
    found = list(rows.select_related("promiser_user"))
    people = {row.promiser_person_id for row in found if row.promiser_person_id}
    names = {person.pk: person.name for person in Person.objects.visible_to(viewer).filter(pk__in=people)}
    return [
        (
            row,
            CommitmentShown(
                commitment_id=row.pk,
                about_kind=row.about_kind,
                about_id=row.about_id,
                goal_id=row.goal_id,
                text=row.text,
                who=row.promiser_user.name if row.promiser_user else names.get(row.promiser_person_id),
                due_on=row.due_on,
                done_on=row.done_on,
                version=row.version,
            ),
        )
        for row in found
    ]
