"""Personal Education Plans of looked after children of school age: the first within weeks, then a new one each term."""

import numpy as np
import pyarrow as pa

from kinfold.city import rates
from kinfold.city.columns import dates, keys, table
from kinfold.city.draws import ranges
from kinfold.city.help.episodes import Statuses
from kinfold.city.help.pathways import LOOKED_AFTER
from kinfold.city.history import DAY, NEVER, add_working_days, to_working_day
from kinfold.city.population import Population
from kinfold.city.school_years import reception_starts

_DAYS_BETWEEN = 119
_LATE_BY = (15, 60)


def education_plans_table(city: Population, statuses: Statuses) -> pa.Table:
    rng = city.draws.stream("education plans")
    history = city.history
    cared = np.flatnonzero(statuses.step == LOOKED_AFTER)
    child = statuses.child[cared]
    of_age = np.maximum(statuses.started[cared], reception_starts(city.children.born[child]))
    days_to_first = np.where(
        rng.random(len(cared)) < 0.86, rng.integers(3, 11, len(cared)), rng.integers(11, 45, len(cared))
    )
    first = add_working_days(of_age, days_to_first)
    until = np.minimum(statuses.ended[cared], history.last + 1)
    planned = np.flatnonzero(first < until)
    care, turn = ranges((until - first)[planned] // _DAYS_BETWEEN + 1)
    care = planned[care]
    started = to_working_day(first[care] + turn * _DAYS_BETWEEN + np.where(turn > 0, rng.integers(0, 20, len(care)), 0))
    lived = started < until[care]
    care, started = care[lived], started[lived]
    last = np.append(care[1:] != care[:-1], True)[: len(care)]
    following = np.append(started[1:], NEVER)[: len(care)]
    lapsed = ~last & (rng.random(len(care)) < rates.EDUCATION_PLAN_LAPSES)
    renewed = np.where(lapsed, following - rng.integers(*_LATE_BY, len(care)), following)
    ended = np.where(last, statuses.ended[cared][care], renewed)
    kept = ended > history.first
    columns = {
        "plan_id": city.ids_of("education_plans", started[kept] * DAY + 13 * 3600),
        "person_id": keys(city.person_ids, child[care[kept]]),
        "started_on": dates(started[kept]),
        "ended_on": dates(ended[kept]),
    }
    return table("education_plans", columns)
