"""A line of a strategy by itself: its history, what measures it, where it stands, what it says."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.commitments import selectors as commitments
from kinfold.web.core import clock
from kinfold.web.partnership import standing as whose
from kinfold.web.partnership.actions import lines as actions
from kinfold.web.partnership.actions import standing
from kinfold.web.partnership.actions.lines import Wording
from kinfold.web.partnership.forms.lines import ActionForm, LineForm, ObjectiveForm
from kinfold.web.partnership.forms.standing import EvidenceForm, UpdateForm
from kinfold.web.partnership.models import Board, Line, Objective, Priority, Strategy, StrategyAction
from kinfold.web.partnership.selectors import measured, strategies
from kinfold.web.partnership.views.asking import ask
from kinfold.web.partnership.views.strategies import TONES


@permission(Permission.REPORT_READ)
def show(request: SignedInRequest, level: str, line_id: UUID) -> HttpResponse:
    line = _line(request, level, line_id)
    asked, further = measured.measured_by(line, _strategy_of(line))
    context: dict[str, Any] = {
        "line": line,
        "level": level,
        "name": name_of(line),
        "back_href": _parent_of(line),
        "owner": whose.owner_of(line),
        "board": whose.board_of(line),
        "towards": line.objective if isinstance(line, StrategyAction) else None,
        "measures": asked,
        "indicators": further,
        "updates": strategies.updates_of(request.user, line),
        "evidence": strategies.evidence_of(request.user, line),
        "promised": commitments.towards(request.user, line.pk),
        "may_update": whose.is_theirs(request.user, line),
        "may_manage": request.user.may(Permission.STRATEGY_MANAGE),
        "tones": TONES,
    }
    return render(request, "partnership/line.jinja", context)


@permission(Permission.STRATEGY_WRITE)
def update(request: SignedInRequest, level: str, line_id: UUID) -> HttpResponse:
    line, today = _line(request, level, line_id), clock.today()
    initial = {"status": line.status, "note": line.note, "owner_post": whose.owner_of(line), "as_at": today}
    form = UpdateForm(request.POST or None, today=today, initial=initial | {"version": line.version})

    def act(said: dict[str, Any]) -> str:
        standing.update(line=line, by=request.user, today=today, **said)
        return f"{name_of(line)}: saved"

    return ask(
        request, form, act, title=f"{name_of(line)}: {line.title}", back_href=_address(level, line),
        template="partnership/update.jinja", updates=strategies.updates_of(request.user, line),
    )  # fmt: skip


@permission(Permission.STRATEGY_WRITE)
def evidence(request: SignedInRequest, level: str, line_id: UUID) -> HttpResponse:
    line = _line(request, level, line_id)

    def act(said: dict[str, Any]) -> str:
        standing.show(line=line, by=request.user, today=clock.today(), **said)
        return "The evidence is added"

    title = f"{name_of(line)}: add evidence"
    return ask(request, EvidenceForm(request.POST or None), act, title=title, back_href=_address(level, line))


@permission(Permission.STRATEGY_MANAGE)
def change(request: SignedInRequest, level: str, line_id: UUID) -> HttpResponse:
    line, boards = _line(request, level, line_id), list(Board.objects.all())
    strategy = _strategy_of(line)
    initial = {
        "title": line.title,
        "board": line.board.key if line.board else "", "starts_on": line.starts_on, "ends_on": line.ends_on,
        "measures": "\n".join(line.measures), "spine": line.spine, "version": line.version,
    }  # fmt: skip
    form = LineForm(
        request.POST or None, initial=initial, boards=boards, document=strategy.document,
        themes=Priority.objects.filter(strategy=strategy, kind=Priority.Kind.SPINE),
    )  # fmt: skip

    def act(said: dict[str, Any]) -> str:
        board = next((one for one in boards if one.key == said["board"]), None)
        wording = Wording(
            title=said["title"], board=board, starts_on=said["starts_on"], ends_on=said["ends_on"],
            measures=said["measures"], spine=tuple(said.get("spine", line.spine)),
        )  # fmt: skip
        actions.change(line=line, said=wording, version=said["version"], by=request.user)
        return f"{name_of(line)}: saved"

    return ask(request, form, act, title=f"Change {name_of(line)}", back_href=_address(level, line))


@permission(Permission.STRATEGY_MANAGE)
def add_objective(request: SignedInRequest, key: str) -> HttpResponse:
    priority = _priority(request, key)

    def act(said: dict[str, Any]) -> str:
        row = actions.add_objective(priority=priority, by=request.user, **said)
        return f"{row.name} is added"

    form = ObjectiveForm(request.POST or None)
    back = reverse("partnership:priority", args=[key])
    return ask(request, form, act, title=f"{priority.name}: add an objective", back_href=back, button_text="Add")


@permission(Permission.STRATEGY_MANAGE)
def add_action(request: SignedInRequest, key: str) -> HttpResponse:
    priority = _priority(request, key)
    objectives = strategies.objectives_of(request.user, priority)

    def act(said: dict[str, Any]) -> str:
        towards = next((one for one in objectives if str(one.pk) == said["objective"]), None)
        row = actions.add_action(priority=priority, by=request.user, **{**said, "objective": towards})
        return f"{row.name} is added"

    form = ActionForm(request.POST or None, objectives=objectives)
    back = reverse("partnership:priority", args=[key])
    return ask(request, form, act, title=f"{priority.name}: add an action", back_href=back, button_text="Add")


def name_of(line: Line) -> str:
    return line.name if isinstance(line, Priority | Objective | StrategyAction) else "The strategy"


def _address(level: str, line: Line) -> str:
    return reverse("partnership:line", args=[level, line.pk])


def _parent_of(line: Line) -> str:
    if isinstance(line, StrategyAction | Objective):
        return reverse("partnership:priority", args=[line.priority.key])
    return reverse("partnership:strategy", args=[_strategy_of(line).key])


def _strategy_of(line: Line) -> Strategy:
    strategy = list(whose.above(line))[-1]
    assert isinstance(strategy, Strategy)
    return strategy


def _line(request: SignedInRequest, level: str, pk: UUID) -> Line:
    line = strategies.line(request.user, level, pk)
    if line is None:
        raise Http404
    return line


def _priority(request: SignedInRequest, key: str) -> Priority:
    one = strategies.priority(request.user, key)
    if one is None:
        raise Http404
    return one
