"""What stands on a person's first page: one card for each kind of work that is theirs, most pressing first."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from django.urls import reverse

from kinfold.reports import period_words
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission as P
from kinfold.web.before_birth import selectors as before_birth
from kinfold.web.casework import selectors as casework
from kinfold.web.changes import selectors as changes
from kinfold.web.core.words import in_london, moment_near, plural
from kinfold.web.emergency import selectors as emergency
from kinfold.web.insight.models import Release
from kinfold.web.intake.models import Return
from kinfold.web.intake.selectors import returns as intake
from kinfold.web.mash.selectors.board import Board, BoardRow
from kinfold.web.mash.selectors.board import board as hub_board
from kinfold.web.mash.selectors.contacts import ANSWERED, as_told, own_contacts
from kinfold.web.meetings import selectors as meetings
from kinfold.web.notices import selectors as notices
from kinfold.web.record.tray import Task, own_tray, team_tray

FEW = 5
SOON = timedelta(weeks=8)
LATELY = timedelta(days=14)


@dataclass(frozen=True)
class Line:
    """``due`` is shown as a clock; ``tag`` and ``tone`` as a coloured word."""

    words: str
    href: str = ""
    quiet: str = ""
    due: date | datetime | None = None
    tag: str = ""
    tone: str = "grey"


@dataclass(frozen=True)
class Card:
    """``lines`` are the first few; ``more`` leads to all of them. Nothing to do is said in ``empty``."""

    title: str
    lines: list[Line] = field(default_factory=list)
    more: str = ""
    more_href: str = ""
    empty: str = ""


def cards(user: User, now: datetime) -> Iterator[Card]:
    """In this order; a card that a person may not see, or has no use for, is not there."""
    for needed, make in CARDS:
        if user.may(needed) and (card := make(user, now)) is not None:
            yield card


def _hub(user: User, now: datetime) -> Card | None:
    board = hub_board(user, now)
    rows = [(section.key, row) for section in board.sections for row in section.rows if section.key != "answering"]
    shown = [_harm(user, board), *(_contact(key, row) for key, row in rows)]
    lines = [line for line in shown if line is not None][:FEW]
    return Card("At the hub", lines, f"The board: {plural(board.total, 'contact')} not finished",
                reverse("mash:board"), "Nothing is waiting.")  # fmt: skip


def _harm(user: User, board: Board) -> Line | None:
    if not board.harm:
        return None
    first = board.harm[0]
    return Line(", ".join(first.children), reverse("mash:significant_harm", args=[first.handover.pk]), due=first.due_at,
                tag="Significant harm", tone="red")  # fmt: skip


_WAITS = {"unrated": "Not yet rated", "out_of_hours": "Came while the hub was closed", "agreeing": "Second person",
          "accepting": "To be accepted", "deciding": "To decide"}  # fmt: skip


def _contact(section: str, row: BoardRow) -> Line:
    contact = row.contact
    names = ", ".join(child.person.name if child.person else child.described_name for child in row.children)
    tone = {"red": "red", "amber": "orange", "green": "green"}.get(contact.rating, "grey")
    quiet = ", ".join(filter(None, (_WAITS[section], ", ".join(row.worries[:2]).lower())))
    return Line(names, reverse("mash:contact", args=[contact.pk]), quiet, row.due_at,
                contact.rating.capitalize(), tone)  # fmt: skip


def _handovers(user: User, now: datetime) -> Card | None:
    pages = {"open_case": "mash:open_case", "significant_harm": "mash:significant_harm"}
    lines = [
        Line(
            one.handover.get_kind_display(),
            reverse(pages.get(one.handover.kind, "early_help:handover"), args=[one.handover.pk]),
            ", ".join(person.name for person in one.people),
            one.due_at,
            *(("Urgent", "red") if one.handover.urgent else ()),
        )
        for one in casework.handovers_waiting(user)
    ]
    if not lines:
        return None
    return Card("Waiting for your answer", lines[:FEW], f"All {len(lines)}" if len(lines) > FEW else "",
                reverse("record:tray"))  # fmt: skip


def _own(user: User, now: datetime) -> Card | None:
    tray = own_tray(user, now)
    tasks = [*tray.overdue, *tray.coming]
    said = f"Your work tray: {plural(len(tray.overdue), 'thing')} overdue" if tray.overdue else "Your work tray"
    return Card("Your work", [_task(one) for one in tasks[:FEW]], said, reverse("record:tray"),
                "Nothing of yours is due.")  # fmt: skip


def _task(task: Task) -> Line:
    return Line(task.words, task.url, task.who or "", task.due)


def _teams(user: User, now: datetime) -> Card | None:
    lines = []
    for team in user.teams:
        tray = team_tray(user, team, now)
        overdue = f"{len(tray.overdue)}{' or more' if tray.more else ''} overdue"
        late = (overdue, "red") if tray.overdue else ("Nothing overdue", "green")
        lines.append(Line(team.name, reverse("record:team_tray", args=[team.pk]), "", None, *late))
    if user.may(P.LEAD_ASSIGN) and (unled := casework.episodes_without_lead(user, in_london(now).date())):
        lines.append(Line("Families whose help nobody leads", reverse("early_help:families"), "", None,
                          str(len(unled)), "red"))  # fmt: skip
    return Card("Your teams", lines) if lines else None


def _births(user: User, now: datetime) -> Card | None:
    today = in_london(now).date()
    soon = [
        one
        for one in before_birth.births(user, today).expected
        if one.person.expected_on and one.person.expected_on <= today + SOON
    ]
    if not soon:
        return None
    lines = [
        Line(one.person.name, reverse("before_birth:birth", args=[one.person.pk]),
             f"due {one.person.expected_on:%-d %B}" + (f", mother {one.mother}" if one.mother else ""), None,
             *(("Plan in place", "green") if one.plan_in_time else ("No plan yet", "yellow")))
        for one in soon[:FEW]
    ]  # fmt: skip
    return Card("Births to come", lines, f"All {len(soon)} in eight weeks" if len(soon) > FEW else "",
                reverse("before_birth:expected"))  # fmt: skip


def _changes(user: User, now: datetime) -> Card | None:
    waiting = changes.waiting(user).in_all
    if not waiting:
        return None
    said = f"{plural(waiting, 'change')} of school, surgery or address, in doubt"
    return Card("Changes that partners sent", [Line(said, reverse("changes:waiting"))])


def _meetings(user: User, now: datetime) -> Card | None:
    """Those that the person is asked to come to; which family's stands behind the link."""
    lines = [
        Line("A family’s plan is looked at", reverse("early_help:review", args=[one.pk]), one.meets_in_words)
        for one in meetings.invited_to(user, in_london(now).date())
    ]
    if not lines:
        return None
    return Card("Meetings that you are invited to", lines[:FEW], f"{len(lines)} in all" if len(lines) > FEW else "",
                reverse("early_help:families"))  # fmt: skip


def _told(user: User, now: datetime) -> Card | None:
    lines = []
    for told in map(as_told, own_contacts(user).filter(received_at__gt=now - LATELY)[:FEW]):
        href = reverse("mash:own_contact", args=[told.contact.pk])
        names = ", ".join(told.children) or told.contact.reference
        lines.append(Line(names, href, f"{told.contact.received_at:%-d %B}", None, told.stage.words, told.stage.tone))
    if not lines:
        return None
    waiting = sum(line.tag != ANSWERED.words for line in lines)
    title = f"What you told the hub ({waiting} not answered yet)" if waiting else "What you told the hub"
    return Card(title, lines, "All your contacts", reverse("mash:own_contacts"))


def _returns(user: User, now: datetime) -> Card | None:
    rows = [one for one in intake.returns(user) if one.state != Return.State.SIGNED]
    due = intake.due_of(rows)
    lines = [
        Line(f"{one.agency}, {period_words(one.period)}", reverse("intake:return", args=[one.pk]),
             one.get_state_display(), due[one.pk].due if one.pk in due else None)
        for one in rows
    ]  # fmt: skip
    return Card("Returns to sign", lines[:FEW], f"All {len(lines)}" if len(lines) > FEW else "",
                reverse("intake:returns"), "Every return is signed.")  # fmt: skip


def _figures(user: User, now: datetime) -> Card | None:
    newest = Release.objects.newest()
    if newest is None or newest.finished_at is None:
        return Card("Figures", more="Scorecard", more_href=reverse("insight:scorecard"), empty="None worked out yet.")
    on = in_london(newest.finished_at)
    said = Line("The newest figures", reverse("insight:scorecard"), f"worked out {on:%-d %B %Y}")
    return Card("Figures", [said], "Reports", reverse("insight:reports"))


def _emergencies(user: User, now: datetime) -> Card | None:
    waiting = [one for one in emergency.all_requests(user, now) if one.request.reviewed_at is None]
    lines = [
        Line(f"Asked by {one.request.asked_by}", reverse("record:emergency_review", args=[one.request.pk]),
             f"{in_london(one.request.asked_at):%-d %B}", one.due)
        for one in waiting[:FEW]
    ]  # fmt: skip
    return Card("Emergency access to review", lines, f"All {len(waiting)}" if len(waiting) > FEW else "",
                reverse("record:emergencies"), "Nothing waits for review.")  # fmt: skip


def _news(user: User, now: datetime) -> Card | None:
    found = notices.unread(user)
    if not found:
        return None
    return Card("New", [Line(one.words, one.url, moment_near(one.at, now)) for one in found[:FEW]],
                f"All {len(found)}" if len(found) > FEW else "", reverse("record:tray"))  # fmt: skip


CARDS: tuple[tuple[P, Callable[[User, datetime], Card | None]], ...] = (
    (P.CONTACT_BOARD, _hub),
    (P.TRAY_OWN, _handovers),
    (P.TRAY_OWN, _own),
    (P.REVIEW_HOLD, _meetings),
    (P.TRAY_OWN, _news),
    (P.TRAY_TEAM, _teams),
    (P.CONVERSATION_HOLD, _births),
    (P.CHANGES_TAKE_IN, _changes),
    (P.CONTACT_READ_OWN, _told),
    (P.RETURN_SIGN, _returns),
    (P.FIGURES_READ, _figures),
    (P.EMERGENCY_REVIEW, _emergencies),
)
