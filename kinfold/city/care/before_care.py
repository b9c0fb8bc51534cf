"""What looked after children bring with them or come to while in care: an earlier permanent home, an offence."""

import numpy as np
import pyarrow as pa

from kinfold.city import rates
from kinfold.city.care.periods import Periods
from kinfold.city.columns import Tables, codes, joined, keys, midnights, table
from kinfold.city.draws import Ints, a_few, pick
from kinfold.city.help.casework import Casework
from kinfold.city.history import DAY, birthday

_OPTIONS = ("P1", "P2", "P3", "P4")
_AUTHORITIES = ("Portsmouth City Council", "Hampshire County Council", "Southampton City Council", None)
_OFFENCES = ("Criminal damage", "Common assault", "Theft from a shop", "Possession of cannabis", "Burglary")
_RESPONSIBLE = 10


def before_care_tables(work: Casework, periods: Periods) -> Tables:
    rng = work.city.draws.stream("previous permanence")
    _, first = np.unique(periods.child, return_index=True)
    period = a_few(rng, first[work.age(periods.child[first], periods.started[first]) >= 3], rates.HAD_PERMANENCE)
    child = periods.child[period]
    born = work.city.children.born[child]
    ordered = born + 400 + (rng.random(len(period)) * (periods.started[period] - born - 500)).astype(np.int64)
    columns = {
        "previous_permanence_id": work.city.ids_of("previous_permanence", periods.started[period] * DAY + 10 * 3600),
        "person_id": keys(work.city.person_ids, child),
        "order_date": _half_known(rng, ordered),
        "option": codes(_OPTIONS, pick(rng, (30, 48, 14, 8), len(period))),
        "authority": codes(_AUTHORITIES, pick(rng, (40, 20, 10, 30), len(period))),
    }
    return {
        "previous_permanence": table("previous_permanence", columns),
        "convictions": _convictions(work, periods),
    }


def _half_known(rng: np.random.Generator, day: Ints) -> pa.Array:
    """As 14/05/2017, its day or its day and month written zz where nobody knows them."""
    dates = day.astype("datetime64[D]")
    months = dates.astype("datetime64[M]")
    in_month = (dates - months.astype("datetime64[D]")).astype(np.int64) + 1
    month = months.astype(np.int64) % 12 + 1
    year = (months.astype("datetime64[Y]").astype(np.int64) + 1970).astype("U4")
    known = pick(rng, (5, 3, 2), len(day))
    days = np.where(known == 0, np.char.zfill(in_month.astype("U2"), 2), "zz")
    return joined(
        pa.array(days), "/", pa.array(np.where(known < 2, np.char.zfill(month.astype("U2"), 2), "zz")), "/",
        pa.array(year),
    )  # fmt: skip


def _convictions(work: Casework, periods: Periods) -> pa.Table:
    rng = work.city.draws.stream("convictions")
    ten = birthday(work.city.children.born[periods.child], _RESPONSIBLE)
    period = a_few(rng, np.flatnonzero(periods.until > ten), rates.CONVICTED_IN_CARE)
    since = np.maximum(periods.started[period], ten[period])
    day = since + (rng.random(len(period)) * (periods.until[period] - since)).astype(np.int64)
    columns = {
        "conviction_id": work.city.ids_of("convictions", day * DAY + 12 * 3600),
        "person_id": keys(work.city.person_ids, periods.child[period]),
        "offended_on": midnights(day),
        "offence": codes(_OFFENCES, pick(rng, (30, 28, 18, 14, 10), len(period))),
    }
    return table("convictions", columns)
