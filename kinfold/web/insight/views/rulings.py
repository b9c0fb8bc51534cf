"""Pages on which a target, a new baseline or a change of definition is recorded, changed and withdrawn."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.urls import reverse

from kinfold.indicators.engine.definition import Indicator
from kinfold.indicators.engine.gathered import Gathered
from kinfold.indicators.gathering import plain
from kinfold.reports.figures import unit_words
from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.core import clock
from kinfold.web.insight.actions import rulings as actions
from kinfold.web.insight.actions.rulings import Decided
from kinfold.web.insight.models import Ruling
from kinfold.web.insight.ruling_forms import BaselineForm, DefinitionForm, RulingForm, TargetForm, WithdrawForm
from kinfold.web.insight.selectors import deciding
from kinfold.web.partnership.views.asking import ask

_FORMS: dict[str, type[RulingForm]] = {
    Ruling.Kind.BASELINE: BaselineForm,
    Ruling.Kind.DEFINITION: DefinitionForm,
    Ruling.Kind.TARGET: TargetForm,
}
_TITLES: dict[str, str] = {
    Ruling.Kind.BASELINE: "A new mean and limits",
    Ruling.Kind.DEFINITION: "A change of what is counted",
    Ruling.Kind.TARGET: "A target",
}


@permission(Permission.FIGURES_DECIDE)
def record(request: SignedInRequest, key: str, kind: str) -> HttpResponse:
    indicator = _indicator(key)
    if kind not in deciding.kinds_for(indicator):
        raise Http404
    form = _form(request, indicator, kind, {"version": 0})

    def act(said: dict[str, Any]) -> str:
        said.pop("version")
        actions.record(indicator=indicator, kind=kind, said=Decided(**said), by=request.user, today=clock.today())
        return f"{_TITLES[kind]}: recorded"

    return ask(request, form, act, title=_TITLES[kind], caption=indicator.title, back_href=_page_of(key))


@permission(Permission.FIGURES_DECIDE)
def change(request: SignedInRequest, ruling_id: UUID) -> HttpResponse:
    ruling = _ruling(request, ruling_id)
    indicator = _indicator(ruling.indicator)
    held = {name: getattr(ruling, name) for name in ("words", "decided_by", "decided_on", "reach_by", "version")}
    held |= {"starts_on": ruling.starts_on.isoformat(), "value": plain(ruling.value)}
    form = _form(request, indicator, ruling.kind, held | {"tolerance": plain(ruling.tolerance)})

    def act(said: dict[str, Any]) -> str:
        version = said.pop("version")
        actions.change(ruling=ruling, said=Decided(**said), version=version, by=request.user, today=clock.today())
        return f"{_TITLES[ruling.kind]}: saved"

    return ask(
        request, form, act, title=_TITLES[ruling.kind], caption=indicator.title, back_href=_page_of(indicator.key),
    )  # fmt: skip


@permission(Permission.FIGURES_DECIDE)
def withdraw(request: SignedInRequest, ruling_id: UUID) -> HttpResponse:
    ruling = _ruling(request, ruling_id)
    form = WithdrawForm(request.POST or None, initial={"version": ruling.version})

    def act(said: dict[str, Any]) -> str:
        actions.withdraw(
            ruling=ruling, because=said["because"], version=said["version"], by=request.user, now=clock.now()
        )
        return f"{_TITLES[ruling.kind]}: withdrawn"

    return ask(
        request, form, act, title=f"Withdraw: {_TITLES[ruling.kind].lower()}",
        caption=_indicator(ruling.indicator).title, back_href=_page_of(ruling.indicator), button_text="Withdraw",
    )  # fmt: skip


def _form(request: SignedInRequest, indicator: Indicator | Gathered, kind: str, held: dict[str, Any]) -> RulingForm:
    quarters = deciding.quarters_for(request.user, indicator, kind, clock.today())
    options = {"unit": unit_words(deciding.unit_for(indicator))} if kind == Ruling.Kind.TARGET else {}
    return _FORMS[kind](request.POST or None, initial=held, quarters=quarters, today=clock.today(), **options)


def _indicator(key: str) -> Indicator | Gathered:
    if key not in deciding.BY_KEY:
        raise Http404
    return deciding.BY_KEY[key]


def _ruling(request: SignedInRequest, pk: UUID) -> Ruling:
    ruling = deciding.ruling(request.user, pk)
    if ruling is None or ruling.withdrawn_at is not None:
        raise Http404
    return ruling


def _page_of(key: str) -> str:
    return reverse("insight:indicator", args=[key]) + "#decided"
