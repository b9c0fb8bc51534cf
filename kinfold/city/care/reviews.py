"""Reviews of looked after children's care, and the plans that come out of them."""

import numpy as np
import pyarrow as pa

from kinfold.city import rates
from kinfold.city.care.periods import Periods
from kinfold.city.columns import Tables, codes, keys, midnights, table, yes_no
from kinfold.city.draws import Ints, ranges
from kinfold.city.flags import flag_objects
from kinfold.city.help.casework import Casework
from kinfold.city.help.looked_after import ADOPTED
from kinfold.city.history import DAY, NEVER, add_working_days, months_after
from kinfold.city.participation import CODES, participation
from kinfold.city.rounds import sittings

_PLANS = (("RETURN6M",), ("RETURN1M", "RETURN6M"), ("LTFOST18", "RETURNEV"), ("LTFOST18",), ("LTRELFR",), ("ADOPTION",),
          ("SUPPLIV",), ("RESPLMT",))  # fmt: skip
_HOME, _SOON, _BOTH, _FOSTER, _RELATIVES, _ADOPTION, _SUPPORTED, _RESIDENTIAL = range(8)
_SECOND_PLAN_AFTER = 200


def care_review_tables(work: Casework, periods: Periods) -> Tables:
    rng = work.city.draws.stream("looked after reviews")
    count = len(periods)
    slips = np.where(
        rng.random((32, count)) < rates.CARE_REVIEW_LATE,
        rng.integers(1, 20, (32, count)),
        -rng.integers(0, 12, (32, count)),
    )

    def due(turn: int, whose: Ints, day: Ints) -> Ints:
        return add_working_days(day, 20) if turn == 0 else months_after(day, 3 if turn == 1 else 6)

    def slip(turn: int, whose: Ints) -> Ints:
        chosen: Ints = slips[turn % len(slips), whose]
        return chosen

    found = sittings(periods.started, periods.ended, work.last, due, slip)
    done = found.held < NEVER
    called_off = done & (found.turn > 1) & (rng.random(len(done)) < rates.CARE_REVIEW_CANCELLED)
    age = work.age(periods.child[found.whose], np.where(done, found.held, work.last))
    columns = {
        "review_id": work.city.ids_of("looked_after_reviews", np.minimum(found.due, work.last) * DAY + 10 * 3600),
        "care_period_id": keys(work.ids.periods, periods.status[found.whose]),
        "due_on": midnights(found.due),
        "held_on": midnights(np.where(called_off, NEVER, found.held)),
        "cancelled": yes_no(called_off),
        "participation": codes(CODES, np.where(done & ~called_off, participation(rng, age), -1)),
    }
    return {
        "looked_after_reviews": table("looked_after_reviews", columns),
        "care_plans": _care_plans(work, periods),
    }


def _care_plans(work: Casework, periods: Periods) -> pa.Table:
    """A plan to go home within ten working days of coming into care; where that fails, another for good."""
    rng = work.city.draws.stream("care plans")
    begins = add_working_days(periods.started, rng.integers(0, 10, len(periods)))
    begins = np.where(begins < periods.until, begins, periods.started)
    second_from = begins + _SECOND_PLAN_AFTER + rng.integers(0, 90, len(periods))
    has_second = second_from < periods.until
    period, turn = ranges(1 + has_second.astype(np.int64))
    begins = np.where(turn == 0, begins[period], second_from[period])
    ends = np.where((turn == 0) & has_second[period], second_from[period], periods.ended[period])
    age = work.age(periods.child[period], begins)
    chance = rng.random(len(period))
    for_good = np.select(
        [np.isin(periods.why_ended[period], ADOPTED), (age < 4) & (chance < 0.25), age >= 15, chance < 0.2],
        [_ADOPTION, _ADOPTION, np.where(chance < 0.7, _SUPPORTED, _RESIDENTIAL), _RELATIVES],
        _FOSTER,
    )
    at_first = np.select([chance < 0.5, chance < 0.62], [_HOME, _SOON], _BOTH)
    plan = np.where(turn == 0, at_first, for_good)
    columns = {
        "care_plan_id": work.city.ids_of("care_plans", begins * DAY + 12 * 3600),
        "person_id": keys(work.city.person_ids, periods.child[period]),
        "started_on": midnights(begins),
        "ended_on": midnights(ends),
        "plan": codes(flag_objects("care_plan_flags", _PLANS), plan),
    }
    return table("care_plans", columns)
