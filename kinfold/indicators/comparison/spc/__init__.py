"""Statistical process control as NHS England's *Making data count* defines it: what is a signal, and what is noise."""

from kinfold.indicators.comparison.spc.baselines import Baseline, Limits, Rebasing
from kinfold.indicators.comparison.spc.marks import Assurance, Variation
from kinfold.indicators.comparison.spc.natural_bounds import NaturalBounds, bounds_of
from kinfold.indicators.comparison.spc.rare_counts import RareEvents, are_rare
from kinfold.indicators.comparison.spc.rare_events import TimeBetween, time_between
from kinfold.indicators.comparison.spc.special_causes import Label, Side, SpecialCause
from kinfold.indicators.comparison.spc.xmr import XmR, xmr, xmr_of_counts

__all__ = [
    "Assurance", "Baseline", "Label", "Limits", "NaturalBounds", "RareEvents", "Rebasing", "Side", "SpecialCause",
    "TimeBetween", "Variation", "XmR", "are_rare", "bounds_of", "time_between", "xmr", "xmr_of_counts",
]  # fmt: skip
