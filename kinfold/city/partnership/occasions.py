"""Days on which the partnership's work is done."""

import numpy as np

from kinfold.city.draws import Ints
from kinfold.city.history import YEAR, is_working
from kinfold.city.population import Population


def occasions(city: Population, rng: np.random.Generator, yearly: float) -> Ints:
    """Working days of the city's history, in order: about so many a year, and never none at all."""
    days = city.history.days[is_working(city.history.days)]
    count = max(1, int(rng.poisson(yearly * len(city.history.days) / YEAR)))
    return np.sort(days[rng.integers(0, len(days), count)])
