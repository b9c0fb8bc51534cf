"""How sure a single figure is: confidence limits for shares, counts, rates and standardised rates.

The methods are those of the Office for Health Improvement and Disparities, *Public health technical guidance*, and
Public Health England, *Technical guide: confidence intervals* (2018).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import NormalDist

from scipy.special import gammaincinv

USUAL = 0.95
FEWEST_FOR_BYAR = 10
"""Below this many events Byar's approximation is too rough, and the exact Poisson limits are used."""
FEWEST_FOR_STANDARDISING = 10
"""A standardised rate of fewer events is not given: the guidance holds it to be no better than chance."""
PERCENT = 100


@dataclass(frozen=True, slots=True)
class Interval:
    """`value` with its lower and upper limit, in one unit, none rounded; `confidence` such as 0.95 or 0.998."""

    value: float
    lower: float
    upper: float
    confidence: float

    def holds(self, other: float) -> bool:
        """Whether `other` is among the values that the figure cannot be told from."""
        return self.lower <= other <= self.upper


@dataclass(frozen=True, slots=True)
class Stratum:
    """One age band or other group of a standardised rate; `standard` is its weight in the standard population."""

    events: int
    population: float
    standard: float


def share(part: int, whole: int, *, confidence: float = USUAL) -> Interval:
    """A percentage with Wilson's score limits, from 0 to 100. ValueError unless 0 <= part <= whole, whole over 0."""
    _check_confidence(confidence)
    if not 0 <= part <= whole or whole <= 0:
        raise ValueError(f"{part} of {whole} is no share.")
    z = deviate(confidence)
    middle, below = 2 * part + z * z, 2 * (whole + z * z)
    away = z * math.sqrt(z * z + 4 * part * (1 - part / whole))
    # Rounding may carry a limit a hair past 0 or 100, or past the share itself where that is 0 or 100.
    lower = 0.0 if part == 0 else PERCENT * (middle - away) / below
    upper = float(PERCENT) if part == whole else PERCENT * (middle + away) / below
    return Interval(PERCENT * part / whole, lower, upper, confidence)


def count(events: int, *, confidence: float = USUAL) -> Interval:
    """A number of events with Byar's limits, or exact Poisson limits below 10. ValueError below 0."""
    _check_confidence(confidence)
    if events < 0:
        raise ValueError(f"{events} is no number of events.")
    if events < FEWEST_FOR_BYAR:
        return _exact(events, confidence)
    z = deviate(confidence)
    more = events + 1
    lower = events * (1 - 1 / (9 * events) - z / (3 * math.sqrt(events))) ** 3
    upper = more * (1 - 1 / (9 * more) + z / (3 * math.sqrt(more))) ** 3
    return Interval(events, lower, upper, confidence)


def rate(events: int, population: float, *, per: int, confidence: float = USUAL) -> Interval:
    """Events per `per` of the population, with the limits of the count. ValueError unless the population is over 0."""
    if not population > 0:
        raise ValueError("A rate needs a population.")
    counted = count(events, confidence=confidence)
    times = per / population
    return Interval(counted.value * times, counted.lower * times, counted.upper * times, confidence)


def standardised_rate(strata: Sequence[Stratum], *, per: int, confidence: float = USUAL) -> Interval | None:
    """The rate that the standard population would have, per `per`, with Dobson's limits; None below 10 events in all.

    Dobson and others, “Confidence intervals for weighted sums of Poisson parameters”, Statistics in Medicine 10 (1991).
    ValueError for no strata, or one whose population or weight is not over 0.
    """
    if not strata or any(not (one.population > 0 and one.standard > 0 and one.events >= 0) for one in strata):
        raise ValueError("A standardised rate needs strata, each with events, a population and a weight over 0.")
    events = sum(one.events for one in strata)
    if events < FEWEST_FOR_STANDARDISING:
        return None
    weights = sum(one.standard for one in strata)
    value = sum(one.standard * one.events / one.population for one in strata) / weights
    variance = sum(one.standard**2 * one.events / one.population**2 for one in strata) / weights**2
    counted = count(events, confidence=confidence)
    scale = math.sqrt(variance / events)
    return Interval(
        per * value,
        per * (value + scale * (counted.lower - events)),
        per * (value + scale * (counted.upper - events)),
        confidence,
    )


def deviate(confidence: float) -> float:
    """How many standard deviations hold this much of a normal distribution in the middle: 1.96 for 0.95."""
    return NormalDist().inv_cdf((1 + confidence) / 2)


def _exact(events: int, confidence: float) -> Interval:
    """Poisson limits by the chi-squared distribution, of which the inverse gamma function is half."""
    tail = (1 - confidence) / 2
    lower = float(gammaincinv(events, tail)) if events else 0.0
    return Interval(events, lower, float(gammaincinv(events + 1, 1 - tail)), confidence)


def _check_confidence(confidence: float) -> None:
    if not 0.5 <= confidence < 1:
        raise ValueError(f"{confidence} is no level of confidence: write 0.95 for 95%.")
