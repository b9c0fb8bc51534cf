"""All that one colleague leads or owes, so that a manager can pass it on; and how much each of them holds."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from kinfold.web.access.models import User
from kinfold.web.casework import selectors as casework
from kinfold.web.casework.actions.passing_on import Work
from kinfold.web.casework.models import Handover, Involvement
from kinfold.web.commitments import selectors as commitments
from kinfold.web.commitments.models import Commitment
from kinfold.web.core.words import in_london
from kinfold.web.deadlines import selectors as deadlines
from kinfold.web.deadlines.models import Deadline
from kinfold.web.record.tray import KINDS, actions_shared_with, shared_with


@dataclass(frozen=True)
class Held:
    """One line: what a colleague holds, of whom, and the rows that go together when it is passed on."""

    key: str
    what: str
    who: str | None
    due: date | datetime | None
    rows: tuple[Work, ...]


@dataclass(frozen=True)
class WorkOf:
    parts: list[Held]
    handovers: list[Held]
    actions: list[Held]
    deadlines: list[Held]

    @property
    def everything(self) -> list[Held]:
        return [*self.parts, *self.handovers, *self.actions, *self.deadlines]


@dataclass(frozen=True)
class ColleagueRow:
    user: User
    families: int
    tasks: int


def work_of(viewer: User, colleague: User, now: datetime) -> WorkOf:
    """As far as the viewer may see it: what is in files that their team does not see stays out."""
    one = [colleague.pk]
    handovers = list(casework.handovers_held(viewer, one).select_related("family").prefetch_related("people"))
    actions = actions_shared_with(viewer, commitments.of_colleagues(viewer, one))
    rows_of_actions = Commitment.objects.visible_to(viewer).in_bulk([row.commitment_id for row in actions])
    answered = {row.pk for row in handovers}
    due = shared_with(viewer, deadlines.of_colleague(viewer, colleague, now, KINDS))
    due = [row for row in due if row.about_id not in answered]
    rows_due = Deadline.objects.visible_to(viewer).in_bulk([row.deadline_id for row in due])
    return WorkOf(
        parts=_parts(viewer, colleague, in_london(now).date()),
        handovers=[
            Held(f"handover-{row.pk}", row.get_kind_display(), _whose(row), None, (row,))
            for row in handovers
        ],
        actions=[
            Held(f"action-{row.commitment_id}", row.text, row.family, row.due_on, (rows_of_actions[row.commitment_id],))
            for row in actions
        ],
        deadlines=[
            Held(f"due-{row.deadline_id}", row.words, row.person_name or row.family_name or row.subject, row.due,
                 (rows_due[row.deadline_id],))
            for row in due
        ],
    )  # fmt: skip


def colleagues(viewer: User) -> list[ColleagueRow]:
    """Those who have left and whose work waits first; a leaver without any is not there."""
    people = list(casework.colleagues(viewer))
    keys = [person.pk for person in people]
    families: dict[UUID, set[UUID]] = {}
    for user_id, episode_id, person_id in casework.parts_held(viewer, keys).values_list("user", "episode", "person"):
        families.setdefault(user_id, set()).add(episode_id or person_id)
    tasks: Counter[UUID] = Counter(casework.handovers_held(viewer, keys).values_list("to_user", flat=True))
    tasks.update(Commitment.objects.visible_to(viewer).open().filter(promiser_user__in=keys)
                 .values_list("promiser_user", flat=True))  # fmt: skip
    tasks.update(Deadline.objects.visible_to(viewer).open().filter(user__in=keys).values_list("user", flat=True))
    rows = [ColleagueRow(person, len(families.get(person.pk, ())), tasks[person.pk]) for person in people]
    shown = [row for row in rows if row.user.is_active or row.families or row.tasks]
    return sorted(shown, key=lambda row: row.user.is_active)


def _parts(viewer: User, colleague: User, today: date) -> list[Held]:
    labels = casework.role_labels(today)
    rows = casework.parts_held(viewer, [colleague.pk]).select_related("person", "episode__family")
    together: dict[tuple[UUID, str], list[Involvement]] = {}
    for row in rows.order_by("started_on", "person__born_on"):
        together.setdefault((row.episode_id or row.person_id, row.role), []).append(row)
    return [
        Held(
            f"part-{same[0].pk}",
            labels.get(role, role),
            str(same[0].episode.family) if same[0].episode else same[0].person.name,
            None,
            tuple(same),
        )
        for (_, role), same in together.items()
    ]


def _whose(handover: Handover) -> str:
    return str(handover.family or ", ".join(person.name for person in handover.people.all()))
