"""The school year: when a child starts each phase of schooling, from the day it was born."""

import numpy as np

from kinfold.city.draws import Ints

_SEPTEMBER = 8


def septembers_after(days: Ints) -> Ints:
    """The first 1 September that is after the day."""
    months = days.astype("datetime64[D]").astype("datetime64[M]").astype(np.int64)
    years = (months - _SEPTEMBER) // 12 + 1
    return (years * 12 + _SEPTEMBER).astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)


def school_year_starts(born: Ints, year: int) -> Ints:
    """1 September of the school year numbered `year`: 0 is Reception, 1 to 13 as schools say, -2 the nursery year at
    two."""
    months = septembers_after(born).astype("datetime64[D]").astype("datetime64[M]")
    return (months + 12 * (4 + year)).astype("datetime64[D]").astype(np.int64)


def reception_starts(born: Ints) -> Ints:
    return school_year_starts(born, 0)
