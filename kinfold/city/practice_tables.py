"""The tables of population, working days and the practice in force, for indicators that are read without a database."""

import numpy as np
import pyarrow as pa

from kinfold.city import portrait
from kinfold.city.columns import Tables, dates, integers, table, yes_no
from kinfold.city.draws import apportion
from kinfold.city.history import day_number, is_working
from kinfold.city.population import Population
from kinfold.practice.in_force import rows
from kinfold.practice.working_days import LAST_DAY

_CITY = "Portsmouth"


def practice_tables(city: Population) -> Tables:
    return {"population": _population(city), "practice": _practice(), "calendar": _calendar(city)}


def _population(city: Population) -> pa.Table:
    """The published bands in every year, shared among wards as children of that age live on the last day."""
    counted: list[tuple[str, int, int, int]] = []
    totals = apportion(city.size, [band[2] for band in portrait.AGE_BANDS])
    here = (city.children.known_to > city.history.last) & ~city.children.unborn
    age = (city.history.last - city.children.born) // 365.25
    ward = city.families.ward[city.children.family]
    for (first, last, _), total in zip(portrait.AGE_BANDS, totals, strict=True):
        living = np.bincount(ward[here & (age >= first) & (age <= last)], minlength=len(portrait.WARDS)) + 0.01
        shares = apportion(int(total), living)
        counted += [(_CITY, first, last, int(total))]
        counted += [(name, first, last, int(share)) for name, share in zip(portrait.WARD_NAMES, shares, strict=True)]
    years = range(city.history.lived_from.year - 1, city.history.until.year + 1)
    area, first_age, last_age, people = zip(*(row for _ in years for row in counted), strict=True)
    columns = {
        "area": pa.array(area),
        "age_from": pa.array(first_age),
        "age_to": pa.array(last_age),
        "year": integers(np.repeat(np.array(years), len(counted))),
        "population": pa.array(people),
        "source": pa.repeat("Imaginary: the bands published for 2019-20, scaled to the city", len(people)),
    }
    return table("population", columns)


def _practice() -> pa.Table:
    """Every timescale and setting as practice gives them, with nothing changed by the partnership."""
    in_force = rows()
    columns = {
        "key": pa.array([row.key for row in in_force]),
        "value": pa.array([row.value for row in in_force]),
        "valid_from": pa.array([row.valid_from for row in in_force], pa.date32()),
        "valid_to": pa.array([row.valid_to for row in in_force], pa.date32()),
        "source": pa.array([row.source for row in in_force]),
        "local": yes_no(np.array([row.local for row in in_force])),
    }
    return table("practice", columns)


def _calendar(city: Population) -> pa.Table:
    """From a year before the first day lived to two years after the last, as far as the calendar goes."""
    last = min(city.history.last + 730, day_number(LAST_DAY))
    days = np.arange(city.history.first - 366, last + 1)
    return table("calendar", {"day": dates(days), "working_day": yes_no(is_working(days))})
