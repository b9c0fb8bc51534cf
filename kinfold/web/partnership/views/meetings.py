"""A board's meetings, what they decided and who does what about it, and the reports that fall due."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.core import clock
from kinfold.web.core.forms import GovukForm
from kinfold.web.meetings.models import Meeting
from kinfold.web.partnership.actions import boards as board_actions
from kinfold.web.partnership.actions import meetings as actions
from kinfold.web.partnership.actions.meetings import ToDo
from kinfold.web.partnership.forms.boards import DecisionForm, DoneForm, HoldForm, MeetingForm
from kinfold.web.partnership.models import Board
from kinfold.web.partnership.selectors import boards as selectors
from kinfold.web.partnership.selectors.boards import DueShown
from kinfold.web.partnership.views.asking import ask
from kinfold.web.partnership.views.boards import address


@permission(Permission.BOARD_WRITE)
def plan(request: SignedInRequest, key: str) -> HttpResponse:
    board = selectors.board(request.user, key)
    if board is None:
        raise Http404

    def act(said: dict[str, Any]) -> str:
        actions.plan(board=board, by=request.user, **said)
        return "The meeting is planned"

    form = MeetingForm(request.POST or None, today=clock.today())
    return ask(request, form, act, title=f"{board.name}: plan its next meeting", back_href=address(board))


@permission(Permission.BOARD_READ)
def show(request: SignedInRequest, board_meeting_id: UUID) -> HttpResponse:
    meeting, board = _meeting(request, board_meeting_id)
    context = {
        "meeting": meeting,
        "board": board,
        "attendances": selectors.attendances_of(request.user, meeting),
        "decisions": selectors.decisions_of(request.user, meeting, clock.today()),
        "may_write": request.user.may(Permission.BOARD_WRITE),
    }
    return render(request, "partnership/meeting.jinja", context)


@permission(Permission.BOARD_WRITE)
def hold(request: SignedInRequest, board_meeting_id: UUID) -> HttpResponse:
    meeting, board = _meeting(request, board_meeting_id)
    members, today = selectors.members_of(request.user, board), clock.today()

    def act(said: dict[str, Any]) -> str:
        came = [one for one in members if str(one.pk) in said["came"]]
        actions.hold_meeting(
            meeting=meeting, board=board, held_on=said["held_on"], came=came, notes=said["notes"],
            version=said["version"], by=request.user, today=today,
        )  # fmt: skip
        return "The meeting is recorded"

    form = HoldForm(request.POST or None, members=members, today=today, initial={"version": meeting.version})
    return ask(request, form, act, title=f"{board.name}: record its meeting", back_href=_page(meeting))


@permission(Permission.BOARD_WRITE)
def decide(request: SignedInRequest, board_meeting_id: UUID) -> HttpResponse:
    meeting, board = _meeting(request, board_meeting_id)
    users = [one.user for one in selectors.members_of(request.user, board) if one.user]
    offered = selectors.actions_it_answers_for(request.user, board)

    def act(said: dict[str, Any]) -> str:
        who = next((one for one in users if str(one.pk) == said["who"]), None)
        to_do = ToDo(said["to_do"], who, said["due_on"]) if said["to_do"].strip() else None
        action = next((one for one in offered if str(one.pk) == said["action"]), None)
        actions.decide(meeting=meeting, text=said["text"], by=request.user, action=action, to_do=to_do)
        return "The decision is written down"

    form = DecisionForm(request.POST or None, users=users, actions=offered)
    title = f"{board.name}: write down a decision"
    return ask(request, form, act, title=title, back_href=_page(meeting), button_text="Write it down")


@permission(Permission.BOARD_READ)
def promise(request: SignedInRequest, promise_id: UUID) -> HttpResponse:
    """What somebody said that they would do; marking it as done."""
    found = selectors.promise(request.user, promise_id)
    if found is None:
        raise Http404
    commitment, decision = found
    back = _page(decision.meeting) if decision else reverse("partnership:boards")
    if commitment.done_on or commitment.dropped_at:
        return render(request, "partnership/promise_kept.jinja", {"commitment": commitment, "back_href": back})

    def act(said: dict[str, Any]) -> str:
        actions.done(commitment=commitment, done_on=said["done_on"], version=said["version"], by=request.user,
                     at=clock.now())  # fmt: skip
        return "Marked as done"

    form = DoneForm(request.POST or None, today=clock.today(), initial={"version": commitment.version})
    return ask(
        request, form, act, title="What was agreed", back_href=back, button_text="Mark as done",
        template="partnership/promise.jinja", commitment=commitment, decision=decision,
    )  # fmt: skip


@permission(Permission.BOARD_READ)
def due_report(request: SignedInRequest, due_id: UUID) -> HttpResponse:
    """One report of a forward plan."""
    due, board = _due(request, due_id)
    may_write = request.user.may(Permission.BOARD_WRITE) and due.delivered_on is None
    context = {"due": due, "board": board, "may_write": may_write, "back_href": address(board)}
    return render(request, "partnership/due_report.jinja", context)


@permission(Permission.BOARD_WRITE)
def deliver(request: SignedInRequest, due_id: UUID) -> HttpResponse:
    due, board = _due(request, due_id)

    def act(said: dict[str, Any]) -> str:
        board_actions.deliver(due=due.due_report, by=request.user, at=clock.now())
        return f"{due.title}: delivered"

    form = GovukForm(request.POST if request.method == "POST" else None)
    return ask(request, form, act, title=f"{due.title}, {due.covers}", back_href=address(board),
               button_text="It was delivered")  # fmt: skip


def _page(meeting: Meeting) -> str:
    return reverse("partnership:meeting", args=[meeting.pk])


def _meeting(request: SignedInRequest, pk: UUID) -> tuple[Meeting, Board]:
    found = selectors.meeting(request.user, pk)
    if found is None:
        raise Http404
    return found


def _due(request: SignedInRequest, pk: UUID) -> tuple[DueShown, Board]:
    found = selectors.due_report(request.user, pk, clock.now())
    if found is None:
        raise Http404
    return found
