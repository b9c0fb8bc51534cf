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
    goes_with: str | None = None  # the key of the part with the same family: whoever takes that takes this


@dataclass(frozen=True)
class WorkOf:
    parts: list[Held]
    handovers: list[Held]
    actions: list[Held]
    deadlines: list[Held]

    @property
    def everything(self) -> list[Held]:
        return [*self.parts, *self.handovers, *self.actions, *self.deadlines]

    @property
    def following(self) -> list[Held]:
        return [one for one in self.everything if one.goes_with]


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
    parts = _parts(viewer, colleague, in_london(now).date())
    part_of = {record: part.key for part in reversed(parts) for record in _records(part)}
    return WorkOf(
        parts=parts,
        handovers=[
            Held(f"handover-{row.pk}", row.get_kind_display(), _whose(row), None, (row,), part_of.get(row.record_id))
            for row in handovers
        ],
        actions=[
            Held(f"action-{promised.pk}", shown.text, shown.family, shown.due_on, (promised,),
                 part_of.get(promised.record_id))
            for shown in actions
            if (promised := rows_of_actions.get(shown.commitment_id))
        ],
        deadlines=[
            Held(f"due-{row.pk}", shown.words, shown.person_name or shown.family_name or shown.subject,
                 shown.due, (row,), part_of.get(row.record_id))
            for shown in due
            if (row := rows_due.get(shown.deadline_id))
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
            _family_of(same),
            None,
            tuple(same),
        )
        for (_, role), same in together.items()
    ]


def _records(part: Held) -> set[UUID]:
    """A child's file may be kept apart from the family's, in which plans are."""
    own = {row.record_id for row in part.rows}
    return own | {row.episode.record_id for row in part.rows if isinstance(row, Involvement) and row.episode}


def _family_of(rows: list[Involvement]) -> str:
    """With the children's names, since two families may have one name."""
    names = ", ".join(row.person.known_as or row.person.forename or row.person.name for row in rows)
    return f"{rows[0].episode.family} ({names})" if rows[0].episode else names


def _whose(handover: Handover) -> str:
    return str(handover.family or ", ".join(person.name for person in handover.people.all()))
