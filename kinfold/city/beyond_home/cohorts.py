"""The first young people that PCSOs worked with: who they were, how the risk to them fell, who was referred again."""

import numpy as np
import pyarrow as pa

from kinfold.city import rates
from kinfold.city.beyond_home.exploitation import LEVELS, NONE, Levels
from kinfold.city.columns import codes, dates, every, keys, table
from kinfold.city.draws import Ints
from kinfold.city.help.referrals import Referrals
from kinfold.city.history import DAY, NEVER, to_working_day
from kinfold.city.needs import scaled
from kinfold.city.population import Population

_BEGAN_BEFORE_THE_END = 800
_JOINING_DAYS, _WORKED_DAYS = 90, (150, 420)


def cohort_table(city: Population, levels: Levels, referrals: Referrals) -> pa.Table:
    """Young people at risk when the work began, as many as there were up to the number the city can follow."""
    rng = city.draws.stream("cohort")
    last = city.history.last
    began = max(last - _BEGAN_BEFORE_THE_END, city.history.first + 1)
    at_risk = np.unique(levels.child[levels.at_risk_on(began)])
    at_risk = at_risk[city.children.known_to[at_risk] > began + _JOINING_DAYS + 10]
    child = rng.permutation(at_risk)
    joined = to_working_day(began + rng.integers(0, _JOINING_DAYS, len(child)))
    still = np.flatnonzero(levels.worst_on(child, joined) != NONE)[: max(1, round(scaled(city, rates.COHORT)))]
    child, joined = child[still], joined[still]
    left = to_working_day(joined + rng.integers(*_WORKED_DAYS, len(child)))
    left = np.minimum(left, city.children.known_to[child])
    left = np.where(left > last, NEVER, left)
    at_end = np.where(left < NEVER, levels.worst_on(child, left - 1), -1)
    columns = {
        "member_id": city.ids_of("cohort_members", joined * DAY + 10 * 3600),
        "cohort": every("pcso_first", len(child)),
        "person_id": keys(city.person_ids, child),
        "joined_on": dates(joined),
        "left_on": dates(left),
        "level_at_start": codes(LEVELS, levels.worst_on(child, joined)),
        "level_at_end": codes(LEVELS, at_end),
        "re_referred_on": dates(_referred_after(referrals, child, left)),
    }
    return table("cohort_members", columns)


def _referred_after(referrals: Referrals, child: Ints, left: Ints) -> Ints:
    """The day of each child's first referral after the work with it ended; NEVER where there is none."""
    first = np.full(len(child), NEVER)
    member, referral = np.nonzero((referrals.child == child[:, None]) & (referrals.received > left[:, None]))
    np.minimum.at(first, member, referrals.received[referral])
    return first
