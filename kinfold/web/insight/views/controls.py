"""What a page of figures lets its reader choose: indicator, quarters, breakdown and audience, all in its address."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from kinfold.indicators.catalogue import EVERY
from kinfold.indicators.engine.breakdowns import BREAKDOWNS
from kinfold.indicators.engine.definition import Indicator
from kinfold.indicators.engine.gathered import Gathered
from kinfold.indicators.periods import Period
from kinfold.reports import period_in_full
from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.insight.selectors import deciding, released
from kinfold.web.insight.selectors.released import AUDIENCES, Released

CHOSEN = ("since", "quarter", "by", "audience")


@permission(Permission.FIGURES_READ)
def workbench(request: SignedInRequest) -> HttpResponse:
    """Any indicator, breakdown and period: opens the indicator's own page, whose address can be shared."""
    key = request.GET.get("indicator", "")
    if key not in deciding.BY_KEY:
        raise Http404
    chosen = {name: request.GET[name] for name in CHOSEN if request.GET.get(name)}
    return redirect(f"{reverse('insight:indicator', args=[key])}?{urlencode(chosen)}")


def of_indicator(
    request: SignedInRequest,
    one: Indicator | Gathered,
    found: Released,
    until: Period,
    choices: Sequence[Period],
    by: str,
) -> dict[str, Any]:
    """The choices on an indicator's page; open where the reader has made any."""
    since = request.GET.get("since", "")
    breakdowns = [(each, BREAKDOWNS[each]) for each in one.breakdowns] if isinstance(one, Indicator) else []
    return {
        "controls": [
            select("indicator", "Indicator", one.key, [(each.key, _named(each)) for each in EVERY]),
            quarters("since", "From", since, choices, ("", "The first quarter")),
            quarters("quarter", "To", until.key, choices),
            *([select("by", "Broken down by", by, breakdowns)] if breakdowns else []),
            *audience(request, found),
        ],
        "since": since,
        "chosen": any(name in request.GET for name in ("since", "by")),
    }


def audience(request: SignedInRequest, found: Released) -> list[dict[str, Any]]:
    if not released.may_see_small_numbers(request.user):
        return []
    return [select("audience", "As seen by", found.audience, list(AUDIENCES.items()))]


def quarters(name: str, label: str, value: str, choices: Sequence[Period], *before: tuple[str, str]) -> dict[str, Any]:
    """The newest first."""
    return select(name, label, value, [*before, *((one.key, period_in_full(one.key)) for one in reversed(choices))])


def select(name: str, label: str, value: str, options: list[tuple[str, str]]) -> dict[str, Any]:
    return {
        "kind": "select",
        "name": name,
        "label": label,
        "value": value,
        "options": [{"value": key, "text": text} for key, text in options],
    }


def _named(one: Indicator | Gathered) -> str:
    return f"{released.number_of(one)} {one.title}".strip()
