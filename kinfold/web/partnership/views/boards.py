"""Boards: the list, a board's own page, and the pages on which it is looked after."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.core import clock
from kinfold.web.core.forms import GovukForm
from kinfold.web.partnership.actions import boards as actions
from kinfold.web.partnership.forms.boards import FillForm, SeatForm, SupportForm, TermsForm
from kinfold.web.partnership.models import Board
from kinfold.web.partnership.selectors import boards as selectors
from kinfold.web.partnership.views.asking import ask


@permission(Permission.REPORT_READ)
def index(request: SignedInRequest) -> HttpResponse:
    found = selectors.boards(request.user)
    context = {
        "kinds": [(words, [one for one in found if one.kind == kind]) for kind, words in HEADINGS],
        "may_manage": request.user.may(Permission.STRATEGY_MANAGE),
    }
    return render(request, "partnership/boards.jinja", context)


HEADINGS = (
    (Board.Kind.BOARD, "Boards and committees"),
    (Board.Kind.GROUP, "Groups, networks and meetings"),
    (Board.Kind.POST, "Posts"),
)


@permission(Permission.REPORT_READ)
def show(request: SignedInRequest, key: str) -> HttpResponse:
    shown = selectors.shown(request.user, _board(request, key), clock.now(), clock.today())
    looks_after = request.user.may(Permission.BOARD_WRITE)
    context = {
        "shown": shown,
        "may_support": looks_after and shown.board.support_team is None,
        "may_write": looks_after and shown.papers is not None,
    }
    return render(request, "partnership/board.jinja", context)


@permission(Permission.BOARD_WRITE)
def support(request: SignedInRequest, key: str) -> HttpResponse:
    board = _board(request, key)
    teams = selectors.teams_to_support(request.user, board)

    def act(said: dict[str, Any]) -> str:
        team = next(one for one in teams if str(one.pk) == said["team"])
        actions.support(board=board, team=team, by=request.user, at=clock.now())
        return f"{team.name} looks after the {board.name}"

    form = SupportForm(request.POST or None, teams=teams)
    return ask(request, form, act, title=f"{board.name}: who looks after it", back_href=address(board))


@permission(Permission.BOARD_WRITE)
def terms(request: SignedInRequest, key: str) -> HttpResponse:
    board = _board(request, key)
    initial = {name: getattr(board, name) for name in ("purpose", "chair_post", "terms", "quorum", "version")}

    def act(said: dict[str, Any]) -> str:
        actions.change_terms(board=board, by=request.user, **said)
        return "The terms are saved"

    form = TermsForm(request.POST or None, initial=initial)
    return ask(request, form, act, title=f"{board.name}: terms of reference", back_href=address(board))


@permission(Permission.BOARD_WRITE)
def add_seat(request: SignedInRequest, key: str) -> HttpResponse:
    board = _board(request, key)
    users = selectors.who_may_sit(request.user)

    def act(said: dict[str, Any]) -> str:
        user = next((one for one in users if str(one.pk) == said["user"]), None)
        member = actions.seat(
            board=board, by=request.user, at=clock.now(), today=clock.today(), **{**said, "user": user}
        )
        return f"{member.post} sits on the {board.name}"

    form = SeatForm(request.POST or None, users=users)
    return ask(request, form, act, title=f"{board.name}: add a seat", back_href=address(board), button_text="Add")


@permission(Permission.BOARD_WRITE)
def fill_seat(request: SignedInRequest, seat_id: UUID) -> HttpResponse:
    member = selectors.seat(request.user, seat_id)
    if member is None:
        raise Http404
    users = selectors.who_may_sit(request.user)

    def act(said: dict[str, Any]) -> str:
        user = next((one for one in users if str(one.pk) == said["user"]), None)
        if user is None:
            actions.leave(member=member, by=request.user, at=clock.now(), today=clock.today())
            return f"{member.post} has left the board"
        actions.fill(member=member, user=user, by=request.user, at=clock.now())
        return f"{user.name} fills the seat of the {member.post}"

    form = FillForm(request.POST or None, users=users, initial={"user": member.user_id})
    return ask(request, form, act, title=f"{member.board.name}: {member.post}", back_href=address(member.board))


@permission(Permission.BOARD_WRITE)
def plan_ahead(request: SignedInRequest, key: str) -> HttpResponse:
    board = _board(request, key)

    def act(said: dict[str, Any]) -> str:
        added = actions.plan_ahead(board=board, by=request.user, today=clock.today())
        return f"{added} reports are added to the forward plan" if added else "The forward plan is up to date"

    return ask(
        request, GovukForm(request.POST if request.method == "POST" else None), act,
        title=f"{board.name}: bring the forward plan up to date", back_href=address(board),
        button_text="Bring it up to date", template="partnership/plan_ahead.jinja",
    )  # fmt: skip


def address(board: Board) -> str:
    return reverse("partnership:board", args=[board.key])


def _board(request: SignedInRequest, key: str) -> Board:
    one = selectors.board(request.user, key)
    if one is None:
        raise Http404
    return one
