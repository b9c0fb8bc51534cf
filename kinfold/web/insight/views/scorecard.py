"""The scorecard, an indicator's own page, and the rows behind a figure."""

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from kinfold.dataset.tables import table
from kinfold.indicators.catalogue import BY_KEY
from kinfold.indicators.engine.breakdowns import BREAKDOWNS, group_title
from kinfold.indicators.engine.definition import Indicator
from kinfold.indicators.engine.gathered import Gathered
from kinfold.indicators.periods import Period, last_complete_quarters, period
from kinfold.reports import (
    IndicatorPart,
    both_widths,
    comparable_words,
    figure,
    ours_words,
    period_in_full,
    period_words,
    with_unit,
)
from kinfold.reports.signals import chart_of
from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.audit import events
from kinfold.web.core import clock
from kinfold.web.insight.actions import figures as actions
from kinfold.web.insight.models import Release
from kinfold.web.insight.selectors import (
    benchmarks,
    deciding,
    disproportion,
    drilling,
    export,
    funnelled,
    gathered_groups,
    groups,
    released,
    scorecard,
)
from kinfold.web.insight.selectors import gathered as collected
from kinfold.web.insight.selectors.limits import limits_words
from kinfold.web.insight.selectors.released import AUDIENCES, Released
from kinfold.web.insight.selectors.rulings import ruled
from kinfold.web.insight.views import controls

BACK = 20  # quarters to choose from of what is sent in or published


@permission(Permission.FIGURES_READ)
def show(request: SignedInRequest) -> HttpResponse:
    found = _newest(request)
    if found is None:
        return render(request, "insight/no_figures.jinja", _refreshing(request))
    decided = ruled()
    measured, choices = scorecard.measured(found, _quarter(request), decided)
    quarter = measured[0].quarter
    gathered = collected.collected(request.user, found, quarter, decided)
    by = request.GET.get("by", "")
    context = {
        "found": found,
        "quarter": quarter,
        "quarter_words": period_in_full(quarter.key),
        "sections": scorecard.sections(measured),
        "gathered": collected.sections(gathered),
        "standing_out": scorecard.standing_out([*measured, *gathered]),
        "total": len(measured) + len(gathered),
        "so_far_words": found.so_far.title,
        "tables": groups.side_by_side(found, by, quarter) if by in BREAKDOWNS else (),
        "by_title": BREAKDOWNS.get(by, ""),
        "number_of": released.number_of,
        "controls": [
            controls.quarters("quarter", "Quarter", quarter.key, choices),
            controls.select("by", "Broken down by", by, [("", "The whole city"), *BREAKDOWNS.items()]),
            *controls.audience(request, found),
        ],
        **_refreshing(request),
    }
    return render(request, "insight/scorecard.jinja", context)


@permission(Permission.FIGURES_READ)
def indicator(request: SignedInRequest, key: str) -> HttpResponse:
    found = _newest(request)
    if found is None:
        return redirect("insight:scorecard")
    if key in collected.GATHERED_BY_KEY:
        return _gathered(request, collected.GATHERED_BY_KEY[key], found)
    one = _indicator(key)
    measured, every = scorecard.one(found, one, _quarter(request), _quarter(request, "since"))
    by = request.GET.get("by", one.breakdowns[0] if one.breakdowns else "")
    tables = groups.by_group(found, by, measured.quarter, (one,)) if by in one.breakdowns else ()
    context = {
        "found": found,
        "measured": measured,
        "indicator": one,
        "chart": both_widths(chart_of(measured.part), chart_of(measured.part, narrow=True)),
        "points": measured.part.points[::-1],
        "longer": [each for each in every if each.by is None and not released.is_quarter(each.period)],
        "comparisons": measured.part.comparisons,
        "table": tables[0] if tables else None,
        "by": by,
        "drill": request.user.may(Permission.FIGURES_DRILL) and drilling.can_list(request.user, one),
        "audience": request.GET.get("audience", ""),
        "period_words": period_words,
        "period_in_full": period_in_full,
        "period_title": lambda held: period(held).title,
        "period_is_over": lambda held: period(held).ends_on <= found.so_far.starts_on,
        "figure": figure,
        "with_unit": with_unit,
        "ours_words": ours_words,
        "comparable_words": comparable_words,
        "reported_as": released.reported_as(one),
        "lineage": ", ".join(sorted(table(name).title for name in one.needs)),
        **_decided(request, one, measured.part),
        "compared": disproportion.compared(found, one, by, measured.quarter) if by in one.breakdowns else (),
        "funnel": funnelled.funnelled(found, one, by, measured.quarter),
        "limits_words": limits_words,
        **controls.of_indicator(request, one, found, measured.quarter, released.quarters({key: every}, found), by),
    }
    return render(request, "insight/indicator.jinja", context)


def _gathered(request: SignedInRequest, one: Gathered, found: Released) -> HttpResponse:
    """The page of an indicator that agencies send in or others publish."""
    until = _quarter(request) or last_complete_quarters(1, found.so_far.starts_on)[0]
    page = collected.page_of(request.user, one, found, until, _quarter(request, "since"))
    pictures = [chart_of(page.shown.part, narrow=narrow) for narrow in (False, True)]
    context = {
        "found": found,
        "page": page,
        "shown": page.shown,
        "indicator": one,
        "quarter": until,
        "chart": both_widths(*pictures),
        "collected_words": collected.collected_words(one),
        "limits_words": limits_words,
        "groups": gathered_groups.groups(request.user, one, found, until),
        "beside": benchmarks.beside(request.user, one, next((came for _, came in page.newest if came), None)),
        **controls.of_indicator(request, one, found, until, last_complete_quarters(BACK, found.so_far.starts_on), ""),
        **_decided(request, one, page.shown.part),
        "reported_as": released.reported_as(one),
        "figure": figure,
        "period_words": period_words,
        "period_in_full": period_in_full,
    }
    return render(request, "insight/gathered.jinja", context)


def _decided(request: SignedInRequest, one: Indicator | Gathered, part: IndicatorPart) -> dict[str, Any]:
    return {
        "decided": deciding.rulings_of(request.user, one, part),
        "may_decide": request.user.may(Permission.FIGURES_DECIDE),
        "kinds": deciding.kinds_for(one),
    }


@permission(Permission.FIGURES_READ)
def data(request: SignedInRequest, key: str) -> HttpResponse:
    """Every figure of one indicator as its reader may see it, to work with elsewhere."""
    found, sent = _newest(request), collected.GATHERED_BY_KEY.get(key)
    if found is None:
        raise Http404
    content = export.csv_of_gathered(request.user, found, sent) if sent else export.csv_of(found, _indicator(key))
    events.record("figures.exported", by=request.user, about=found.release, details={"indicator": key})
    response = HttpResponse(content, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{key}-{found.release.as_at}.csv"'
    return response


@permission(Permission.FIGURES_DRILL)
def rows(request: SignedInRequest, key: str, quarter: str) -> HttpResponse:
    """The rows behind one figure; who looked at which children is in the audit."""
    one, found = _indicator(key), released.newest(request.user, clock.today())
    by, group = request.GET.get("by", ""), request.GET.get("group", "")
    if found is None or bool(by) != bool(group) or (by and by not in one.breakdowns):
        raise Http404
    if not drilling.can_list(request.user, one):
        raise Http404
    if not released.lists_rows_of(found, one, quarter):  # a list of nothing would read as a figure of nought
        raise Http404
    try:
        behind = drilling.behind(
            request.user, found.release, key, _period(quarter).key, by, group, page=request.GET.get("page", "1")
        )
    except drilling.RowsForgotten:
        return render(request, "insight/rows_forgotten.jinja", {"indicator": one})
    events.record(
        "figures.drilled",
        by=request.user,
        about=found.release,
        people=behind.people,
        details={"indicator": key, "period": quarter, "by": by, "group": group, "rows": len(behind.rows)},
    )
    context = {
        "found": found,
        "indicator": one,
        "behind": behind,
        "quarter": quarter,
        "quarter_words": period_in_full(quarter),
        "group_words": group_title(by, group) if by else "",
        "query": urlencode({"by": by, "group": group}) if by else "",
    }
    return render(request, "insight/rows.jinja", context)


@permission(Permission.FIGURES_COMPUTE)
@require_POST
def refresh(request: SignedInRequest) -> HttpResponse:
    actions.refresh(by=request.user, now=clock.now(), today=clock.today())
    messages.success(request, "The figures are being worked out. You can carry on: this page shows how far they are.")
    return redirect("insight:scorecard")


@permission(Permission.FIGURES_COMPUTE)
def progress(request: SignedInRequest) -> HttpResponse:
    """Asked every two seconds while the figures are worked out; tells the page to load again when they are there."""
    response = render(request, "insight/_progress.jinja", _refreshing(request))
    if Release.objects.filter(state=Release.State.UNDER_WAY).exists():
        return response
    response["HX-Redirect"] = reverse("insight:scorecard")
    return response


def _refreshing(request: SignedInRequest) -> dict[str, Any]:
    """What an analyst is told of the job; nobody else is asked to wait for it."""
    if not request.user.may(Permission.FIGURES_COMPUTE):
        return {"may_refresh": False, "under_way": None, "failed": None, "steps": []}
    newest = Release.objects.order_by("-created_at").first()
    under_way = newest if newest and newest.state == Release.State.UNDER_WAY else None
    at = list(Release.Step).index(Release.Step(under_way.step)) if under_way else 0
    states = ["done" if place < at else "current" if place == at else "todo" for place in range(len(Release.Step))]
    return {
        "may_refresh": True,
        "under_way": under_way,
        "failed": newest if newest and newest.state == Release.State.FAILED else None,
        "steps": [{"text": one.label, "state": state} for one, state in zip(Release.Step, states, strict=True)],
    }


def _newest(request: SignedInRequest) -> Released | None:
    asked = request.GET.get("audience")
    return released.newest(request.user, clock.today(), asked if asked in AUDIENCES else None)


def _indicator(key: str) -> Indicator:
    if key not in BY_KEY:
        raise Http404
    return BY_KEY[key]


def _quarter(request: SignedInRequest, name: str = "quarter") -> Period | None:
    asked = request.GET.get(name, "")
    return _period(asked) if asked else None


def _period(key: str) -> Period:
    try:
        return period(key)
    except ValueError as unknown:
        raise Http404 from unknown
