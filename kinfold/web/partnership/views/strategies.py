"""Strategies as trees, on a page, and each priority by itself."""

from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render

from kinfold.reports.charts import Plan, PlanColumn, plan_on_a_page
from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.partnership.models import Objective, Standing, Strategy
from kinfold.web.partnership.selectors import measured, strategies, trees
from kinfold.web.partnership.selectors.trees import PriorityShown, Tree, Wanted

TONES = {
    "not_started": "grey",
    "on_track": "blue",
    "at_risk": "orange",
    "off_track": "red",
    "complete": "green",
    "closed": "purple",
}
ON_THE_PAGE = (Objective.Kind.OBJECTIVE, Objective.Kind.DIFFERENCE)


@permission(Permission.REPORT_READ)
def index(request: SignedInRequest) -> HttpResponse:
    found = strategies.strategies(request.user)
    context = {
        "trees": [trees.tree(request.user, one) for one in found],
        "may_manage": request.user.may(Permission.STRATEGY_MANAGE),
    }
    return render(request, "partnership/strategies.jinja", context)


@permission(Permission.REPORT_READ)
def strategy(request: SignedInRequest, key: str) -> HttpResponse:
    one = _strategy(request, key)
    asked = request.GET.get
    wanted = Wanted(status=asked("status", ""), board=asked("board", ""), theme=asked("theme", ""))
    whole = trees.tree(request.user, one)
    context = {
        "tree": whole if wanted.everything else trees.tree(request.user, one, wanted),
        "wanted": wanted,
        "controls": _controls(whole, wanted),
        "tones": TONES,
        "may_manage": request.user.may(Permission.STRATEGY_MANAGE),
    }
    return render(request, "partnership/strategy.jinja", context)


@permission(Permission.REPORT_READ)
def on_a_page(request: SignedInRequest, key: str) -> HttpResponse:
    one = _strategy(request, key)
    picture = plan_on_a_page(plan_of(trees.tree(request.user, one)))
    return render(request, "partnership/on_a_page.jinja", {"strategy": one, "picture": picture})


@permission(Permission.REPORT_READ)
def priority(request: SignedInRequest, key: str) -> HttpResponse:
    one = strategies.priority(request.user, key)
    if one is None:
        raise Http404
    asked, further = measured.measured_by(one, one.strategy)
    actions = strategies.actions_of(request.user, one)
    context: dict[str, Any] = {
        "priority": one,
        "objectives": strategies.objectives_of(request.user, one),
        "actions": [action for action in actions if action.kind == "action"],
        "recovery": [action for action in actions if action.kind == "recovery"],
        "measures": asked,
        "indicators": further,
        "updates": strategies.updates_of(request.user, one),
        "may_write": request.user.may(Permission.STRATEGY_WRITE),
        "may_manage": request.user.may(Permission.STRATEGY_MANAGE),
        "tones": TONES,
    }
    return render(request, "partnership/priority.jinja", context)


def plan_of(tree: Tree) -> Plan:
    """What the picture shows: objectives where the strategy has them, else its actions."""
    strategy = tree.strategy
    parts = tree.priorities or tree.headings
    return Plan(
        title=strategy.title,
        subtitle=_years(strategy),
        columns=tuple(_column(one) for one in parts),
        spine=tuple((one.priority.mark, one.priority.short or one.priority.title) for one in tree.spine),
    )


def _column(one: PriorityShown) -> PlanColumn:
    wanted = [each.objective for each in one.objectives if each.objective.kind in ON_THE_PAGE]
    lines = [(line.number, line.title) for line in wanted or one.actions]
    title = one.priority.short or one.priority.title
    return PlanColumn(one.priority.mark, title, one.priority.board.name, tuple(lines), _standings(one))


def _standings(one: PriorityShown) -> str:
    said = [f"{count} {words.split(',')[0].lower()}" for _, words, count in one.standings]
    return f"Actions: {', '.join(said)}" if said else ""


def _years(strategy: Strategy) -> str:
    if strategy.starts_on is None or strategy.ends_on is None:
        return ""
    return f"{strategy.starts_on:%B %Y} to {strategy.ends_on:%B %Y}"


def _controls(tree: Tree, wanted: Wanted) -> list[dict[str, Any]]:
    """What the filter offers: standings, the boards that answer for something here, the themes there are."""
    shown = [*tree.priorities, *tree.spine, *tree.headings]
    governing = {one.priority.board.key: one.priority.board.name for one in shown}
    controls = [
        _select("status", "Where it stands", wanted.status, Standing.choices),
        _select("board", "Board", wanted.board, sorted(governing.items(), key=lambda each: each[1])),
    ]
    themes = [(one.priority.key, f"{one.priority.mark} {one.priority.short}") for one in tree.spine]
    return [*controls, _select("theme", "Theme of the spine", wanted.theme, themes)] if themes else controls


def _select(name: str, label: str, value: str, options: Iterable[tuple[str, str]]) -> dict[str, Any]:
    offered = [{"value": "", "text": "All"}, *({"value": key, "text": words} for key, words in options)]
    return {"kind": "select", "name": name, "label": label, "value": value, "options": offered}


def _strategy(request: SignedInRequest, key: str) -> Strategy:
    one = strategies.strategy(request.user, key)
    if one is None:
        raise Http404
    return one
