"""The legal statuses of looked after children, one after another through each period of care."""

import numpy as np

from kinfold.city.care.periods import Periods
from kinfold.city.columns import Tables, codes, keys, midnights, table
from kinfold.city.draws import pick
from kinfold.city.help.casework import Casework
from kinfold.city.help.looked_after import ADOPTED
from kinfold.city.history import DAY, NEVER

STATUSES = ("V2", "C1", "C2", "E1", "L1", "L2", "J1")
_AGREED, _INTERIM, _FULL, _PLACEMENT_ORDER, _POLICE, _EMERGENCY, _REMAND = range(7)
_REMANDED_FROM, _AGREED_AGAIN_FROM = 12, 15
_LEAST_ADOPTION = 200


def legal_status_table(work: Casework, periods: Periods) -> Tables:
    """By agreement or in an emergency at first, under an interim order once proceedings begin, a full one when they
    end."""
    rng = work.city.draws.stream("legal statuses")
    count = len(periods)
    age = work.age(periods.child, periods.started)
    first = pick(rng, (60, 24, 0, 0, 8, 4, 0), count)
    first = np.where((age >= _AGREED_AGAIN_FROM) & (rng.random(count) < 0.7), _AGREED, first)
    first = np.where((age >= _REMANDED_FROM) & (rng.random(count) < 0.06), _REMAND, first)
    stays_agreed = np.isin(first, (_AGREED, _REMAND)) & (
        rng.random(count) < np.where(age >= _AGREED_AGAIN_FROM, 0.9, 0.2)
    )
    brief = np.isin(first, (_POLICE, _EMERGENCY))
    interim_from = periods.started + np.select(
        [first == _INTERIM, brief], [0, rng.integers(2, 8, count)], rng.integers(40, 120, count)
    )
    full_from = interim_from + rng.integers(170, 290, count)
    adopted = np.isin(periods.why_ended, ADOPTED) & (periods.days > _LEAST_ADOPTION)
    order_from = np.where(adopted, periods.started + (periods.days * 0.45).astype(np.int64), NEVER)
    never = np.full(count, NEVER)
    begins = np.stack(
        [
            periods.started,
            np.where(stays_agreed, never, interim_from),
            np.where(stays_agreed, never, np.minimum(full_from, order_from)),
            order_from,
        ]
    )
    status = np.stack([first, np.full(count, _INTERIM), np.full(count, _FULL), np.full(count, _PLACEMENT_ORDER)])
    ends = np.minimum.accumulate(np.concatenate([begins[1:], [periods.ended]])[::-1], axis=0)[::-1]
    part, period = np.nonzero((begins < ends) & (begins < periods.until))
    begins, ends, status = begins[part, period], ends[part, period], status[part, period]
    columns = {
        "legal_status_id": work.city.ids_of("legal_statuses", begins * DAY + 14 * 3600),
        "person_id": keys(work.city.person_ids, periods.child[period]),
        "legal_status": codes(STATUSES, status),
        "started_on": midnights(begins),
        "ended_on": midnights(np.where(ends > work.last, NEVER, ends)),
    }
    return {"legal_statuses": table("legal_statuses", columns)}
