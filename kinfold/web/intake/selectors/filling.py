"""A return as it is being filled in: what was typed, what was signed last time, and what must be mended."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from kinfold.indicators.engine.gathered import Gathered
from kinfold.indicators.gathering import Fault, Given, asked_of, boxes_of, check, given, plain
from kinfold.indicators.periods import quarter
from kinfold.web.access.checks import require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.intake.models import Answer, Return, ReturnedFigure


@dataclass(frozen=True)
class Filled:
    """One indicator of a return. `version` is 0 and `typed` holds last time's figures until something is saved."""

    one: Gathered
    typed: Mapping[str, str]
    note: str
    version: int
    last_time: Mapping[str, str]
    faults: Sequence[Fault] = ()
    given: Sequence[Given] = ()

    @property
    def saved(self) -> bool:
        return self.version > 0

    @property
    def done(self) -> bool:
        return self.saved and not self.faults


@dataclass(frozen=True)
class Sheet:
    """What a return's spreadsheet is made of, and read against."""

    agency: str
    period: str
    title: str
    answers: Sequence[Filled] = field(default_factory=list)


def filled(viewer: User, of: Return) -> list[Filled]:
    """Every indicator that the return asks for, in the catalogue's order."""
    require(viewer, Permission.RETURN_READ, on=of)
    asked = asked_of(of.agency.name, of.period)
    answers = {answer.indicator: answer for answer in of.answers.all()}
    history = _history(of)
    return [_filled(one, answers.get(one.key), history.get(one.key, [])) for one in asked]


def sheet_of(viewer: User, of: Return) -> Sheet:
    return Sheet(of.agency.name, of.period, quarter(of.period).title, filled(viewer, of))


def _filled(one: Gathered, answer: Answer | None, history: Sequence[Mapping[str, ReturnedFigure]]) -> Filled:
    last_time = _boxes(one, history[-1]) if history else {}
    before = [row.value for each in history if (row := each.get("")) is not None and row.value is not None]
    if answer is None:
        return Filled(one, last_time, "", 0, last_time)
    faults = check(one, answer.typed, answer.note, before)
    figures = [] if faults else given(one, answer.typed)
    return Filled(one, answer.typed, answer.note, answer.version, last_time, faults, figures)


def _history(of: Return) -> dict[str, list[Mapping[str, ReturnedFigure]]]:
    """By indicator: the figures of each earlier quarter as last signed, oldest first; the whole under an empty name."""
    rows = (
        ReturnedFigure.objects.filter(version__agency=of.agency, version__period__lt=of.period)
        .select_related("version")
        .order_by("version__period", "version__number")
    )
    newest: dict[tuple[str, str], dict[str, ReturnedFigure]] = {}
    numbers: dict[tuple[str, str], int] = {}
    for row in rows:
        key = (row.indicator, row.version.period)
        if numbers.get(key) != row.version.number:
            newest[key], numbers[key] = {}, row.version.number
        newest[key][f"{row.by}: {row.group}" if row.by else ""] = row
    found: dict[str, list[Mapping[str, ReturnedFigure]]] = {}
    for (indicator, _), figures in newest.items():
        found.setdefault(indicator, []).append(figures)
    return found


def _boxes(one: Gathered, figures: Mapping[str, ReturnedFigure]) -> dict[str, str]:
    typed = {}
    for box in boxes_of(one):
        row = figures.get(f"{box.by}: {box.group}" if box.by else "")
        number: Decimal | None = getattr(row, box.part) if row is not None else None
        typed[box.name] = plain(number)
    return typed
