"""What an indicator's figures say of the target that is in force."""

from datetime import timedelta

from kinfold.indicators.comparison.targets import Judgement, Target
from kinfold.reports.figures import figure
from kinfold.reports.signals import Signal
from kinfold.reports.times import day
from kinfold.reports.values import IndicatorPart, Number, Unit

_ASSURED = {
    "passing": "As things are it can be relied on to meet it.",
    "inconsistent": "As things are it will sometimes meet and sometimes miss it.",
    "failing": "As things are it will not meet it.",
}
_IN_SHORT = {"passing": "met reliably", "inconsistent": "met or missed by chance", "failing": "missed as things are"}
_JUDGED: dict[Judgement, str] = {
    "met": "met",
    "within_tolerance": "not met, but within its tolerance",
    "missed": "not met",
}


def target_said(target: Target, unit: Unit) -> str:
    """70.0% or more by 31 March 2027."""
    bound = "or more" if target.better == "higher" else "or less"
    until = f" by {day(target.ends_on - timedelta(days=1))}" if target.ends_on is not None else ""
    return f"{figure(float(target.value), unit)} {bound}{until}"


def judged_words(target: Target, value: Number | None) -> str:
    return "no figure" if value is None else _JUDGED[target.judge(value)]


def target_words(part: IndicatorPart, signal: Signal) -> str:
    """The target, what the latest figure says of it and whether it can be relied on; nothing without a target."""
    if part.target is None:
        return ""
    value = part.points[-1].value
    said = [f"The target is {target_said(part.target, part.unit)} ({part.target.source})."]
    if value is not None:
        said.append(f"By the latest figure it is {judged_words(part.target, value)}.")
    if signal.chart is not None and signal.chart.assurance is not None:
        said.append(_ASSURED[signal.chart.assurance])
    return " ".join(said)


def target_in_short(part: IndicatorPart, signal: Signal) -> str:
    """For a line of a table: “Target 70.0% or more: met or missed by chance”."""
    if part.target is None:
        return ""
    assured = signal.chart.assurance if signal.chart is not None else None
    said = _IN_SHORT[assured] if assured is not None else judged_words(part.target, part.points[-1].value)
    return f"Target {target_said(part.target, part.unit)}: {said}"
