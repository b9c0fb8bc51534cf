"""What stands in a work tray: each slice's kinds of deadline, listed by hand, without what is kept from the viewer."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from uuid import UUID

from django.urls import reverse

from kinfold.web.access.models import Team, User
from kinfold.web.before_birth import deadline_kinds as before_birth
from kinfold.web.casework import deadline_kinds as casework
from kinfold.web.commitments import selectors as commitments
from kinfold.web.commitments.selectors import CommitmentShown
from kinfold.web.core.clock import LONDON
from kinfold.web.core.words import in_london
from kinfold.web.deadlines import selectors as deadlines
from kinfold.web.deadlines.kinds import DeadlineKind
from kinfold.web.deadlines.selectors import TrayRow
from kinfold.web.directory import deadline_kinds as directory
from kinfold.web.early_help import deadline_kinds as early_help
from kinfold.web.emergency import deadline_kinds as emergency
from kinfold.web.groups import deadline_kinds as groups
from kinfold.web.intake import deadline_kinds as intake
from kinfold.web.mash import deadline_kinds as mash
from kinfold.web.mash.selectors.contacts import references
from kinfold.web.meetings.models import Meeting
from kinfold.web.outcomes import deadline_kinds as outcomes
from kinfold.web.partnership import deadline_kinds as partnership
from kinfold.web.record.deadline_kinds import KINDS as KINDS_OF_RECORDS
from kinfold.web.sharing import deadline_kinds as sharing
from kinfold.web.sharing.selectors import withheld_from
from kinfold.web.signposting import deadline_kinds as signposting

KINDS: tuple[DeadlineKind, ...] = (
    *casework.KINDS, *mash.KINDS, *early_help.KINDS, *intake.KINDS, *partnership.KINDS, *emergency.KINDS,
    *sharing.KINDS, *directory.KINDS, *signposting.KINDS, *groups.KINDS, *outcomes.KINDS, *before_birth.KINDS,
    *KINDS_OF_RECORDS,
)  # fmt: skip

PAGES_OF_ACTIONS = {"partnership.papers": "partnership:promise"}
"""By what an action is about, where that is not a family's plan."""


def shared_with(viewer: User, rows: list[TrayRow]) -> list[TrayRow]:
    """Without the reviews of plans that must not be shared with the viewer, who would learn that there is a plan."""
    reviews = {row.about_id for row in rows if row.kind == early_help.PLAN_REVIEW.key}
    if not reviews:
        return rows
    plans = dict(Meeting.objects.filter(pk__in=reviews).values_list("pk", "about_id"))
    withheld = withheld_from(viewer, plans.values())
    return [row for row in rows if plans.get(row.about_id) not in withheld]


def actions_shared_with(viewer: User, found: list[CommitmentShown]) -> list[CommitmentShown]:
    """Without the actions of plans that must not be shared with the viewer."""
    withheld = withheld_from(viewer, {item.about_id for item in found}) if found else set()
    return [item for item in found if item.about_id not in withheld]


@dataclass(frozen=True)
class Task:
    """One line of a tray: something due by rule, or something that a professional said they would do."""

    words: str
    url: str
    who: str | None  # the child or family it is about, a contact about a child whom nobody has matched yet, or a report
    holder: str | None
    due: date | datetime | None
    overdue: bool


@dataclass(frozen=True)
class Tray:
    overdue: list[Task]
    coming: list[Task]  # what is due first on top, what has no day last
    more: bool = False  # falls due later than all that a page has room for


def own_tray(viewer: User, now: datetime) -> Tray:
    """What is this person's to do. Handovers that wait for an answer stand on the page by themselves."""
    return _tray(viewer, now, deadlines.tray(viewer, now, KINDS), commitments.mine(viewer))


def cover_tray(viewer: User, away: User, now: datetime) -> Tray:
    """What is to be done by somebody who is away and for whom the viewer stands in."""
    return _tray(viewer, now, deadlines.covered(viewer, away, now, KINDS), commitments.of_colleagues(viewer, [away.pk]))


def team_tray(viewer: User, team: Team, now: datetime, without: Collection[UUID] = ()) -> Tray:
    """What is a team's to do and its people's, for its manager, ``without`` what the page says elsewhere."""
    rows = deadlines.team_tray(viewer, team, now, KINDS)
    members = team.memberships.filter(ended_on__isnull=True).values_list("user", flat=True)
    return _tray(viewer, now, rows, commitments.of_colleagues(viewer, list(members)), without)


def _tray(
    viewer: User, now: datetime, rows: list[TrayRow], promised: list[CommitmentShown], without: Collection[UUID] = ()
) -> Tray:
    today = in_london(now).date()
    shown = shared_with(viewer, [row for row in rows if row.about_id not in without])
    named = {row.about_id: row.person_name or row.family_name or row.subject for row in shown}
    unnamed = [about_id for about_id, name in named.items() if not name]
    told_in = {key: f"Contact {reference}" for key, reference in references(viewer, unnamed).items()}
    found = [
        (row.due_at, Task(row.words, row.url, named[row.about_id] or told_in.get(row.about_id),
                          row.holder_name or row.team_name, row.due, row.overdue))
        for row in shown
    ]  # fmt: skip
    found += [
        (_end_of(item.due_on), Task(item.text, _page_of(item), item.family, item.who, item.due_on,
                                    item.due_on is not None and item.due_on < today))
        for item in actions_shared_with(viewer, promised)
    ]  # fmt: skip
    tasks = [task for _, task in sorted(found, key=lambda each: each[0])]
    return Tray(
        overdue=[task for task in tasks if task.overdue],
        coming=[task for task in tasks if not task.overdue],
        more=len(rows) > deadlines.MOST_ROWS or len(promised) > commitments.MOST_ROWS,
    )


def _page_of(item: CommitmentShown) -> str:
    return reverse(PAGES_OF_ACTIONS.get(item.about_kind, "early_help:action"), args=[item.commitment_id])


def _end_of(day: date | None) -> datetime:
    """The moment up to which something promised for the day is in time; without a day, after everything else."""
    return datetime.combine(day, time.max, LONDON) if day else datetime.max.replace(tzinfo=UTC)
