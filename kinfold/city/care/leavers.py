"""Young people who leave care: what they are entitled to, and how they fare from birthday to birthday."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from kinfold.city import rates
from kinfold.city.care.periods import Periods
from kinfold.city.columns import Tables, codes, dates, integers, keys, midnights, table
from kinfold.city.draws import Flags, Ints, pick
from kinfold.city.help.casework import Casework
from kinfold.city.history import DAY, NEVER, birthday

_WEEKS_13 = 91
_OLDEST = 25
_BIRTHDAYS = (17, 18, 19, 20, 21)
_IN_TOUCH = ("YES", "NO", "REFU", "NREQ", "RHOM")
_IN_TOUCH_WEIGHTS = (92.5, 3.5, 1.5, 1.0, 1.5)
_HOMES = ("U", "B", "D", "Z", "E", "K", "T", "Y", "X", "V", "S")
_HOME_WEIGHTS = (36, 15, 19, 11, 6, 2, 3, 2, 3, 1.5, 1.5)
_UNSUITABLE = ("X", "V", "S")
_ACTIVITIES = ("F1", "F2", "F4", "F5", "P2", "P5", "G4", "G5", "G6", "P1", "P4")
_YOUNGER, _OLDER = (0, 41, 6, 13, 5, 2, 7, 24, 2, 0, 0), (7, 14, 5, 24, 3, 4, 12, 25, 6, 0.5, 0.5)
_ADULT = 18


@dataclass(frozen=True)
class Leavers:
    """Children who were looked after at sixteen or later; `left` is the day their care ended for good, NEVER while it
    goes on, `eligible` whether it had lasted thirteen weeks since they were fourteen."""

    child: Ints
    born: Ints
    left: Ints
    eligible: Flags


def leave(work: Casework, periods: Periods) -> Leavers:
    young = work.city.children
    born = young.born[periods.child]
    since = np.maximum(periods.started, birthday(born, 14))
    days = np.zeros(len(young), np.int64)
    np.add.at(days, periods.child, np.maximum(periods.until - since, 0))
    left = np.full(len(young), -1)
    np.maximum.at(left, periods.child, periods.ended)
    at_sixteen = np.unique(periods.child[periods.until > birthday(born, 16)])
    alive = young.died[at_sixteen] > work.last
    child = at_sixteen[alive]
    child = child[birthday(young.born[child], _OLDEST) > work.last]
    return Leavers(child, young.born[child], left[child], days[child] >= _WEEKS_13)


def leaver_tables(work: Casework, leavers: Leavers, names: pa.Array) -> Tables:
    """`names` are the professionals', in order."""
    rng = work.city.draws.stream("care leavers")
    count, today = len(leavers.child), work.last
    adult = birthday(leavers.born, _ADULT) <= today
    in_care = leavers.left == NEVER
    eligibility = np.select([~leavers.eligible, in_care, adult], [0, 1, 2], 3)
    touch = np.where(in_care, 0, pick(rng, _IN_TOUCH_WEIGHTS, count))
    met = touch == 0
    home = np.where(met & ~in_care, pick(rng, _HOME_WEIGHTS, count), -1)
    activity = np.where(birthday(leavers.born, 19) <= today, pick(rng, _OLDER, count), pick(rng, _YOUNGER, count))
    advisers = work.workforce.in_post("Social worker, looked after children")
    adviser = advisers[rng.integers(0, len(advisers), count)]
    columns = {
        "care_leaver_id": work.city.ids_of("care_leavers", birthday(leavers.born, 16) * DAY + 10 * 3600),
        "person_id": keys(work.city.person_ids, leavers.child),
        "eligibility": codes(("Qualifying", "Eligible", "Former Relevant", "Relevant"), eligibility),
        "in_touch": codes(_IN_TOUCH, touch),
        "latest_contact_on": midnights(np.where(met, today - rng.integers(0, 62, count), NEVER)),
        "accommodation": codes(_HOMES, home),
        "accommodation_suitable": codes(("1", "2"), _suits(rng, home)),
        "activity": codes(_ACTIVITIES, np.where(met & ~in_care, activity, -1)),
        "pathway_plan_reviewed_on": midnights(today - rng.integers(0, 210, count)),
        "personal_adviser": keys(names, adviser),
        "team_id": keys(work.workforce.team_ids, work.workforce.team[adviser]),
        "worker_id": keys(work.workforce.professional_ids, adviser),
    }
    return {
        "care_leavers": table("care_leavers", columns),
        "care_leaver_birthdays": _birthdays(work, leavers),
    }


def _birthdays(work: Casework, leavers: Leavers) -> pa.Table:
    """Each birthday that fell in the history after care had ended."""
    rng = work.city.draws.stream("care leavers' birthdays")
    parts = []
    for age in _BIRTHDAYS:
        day = birthday(leavers.born, age)
        came = (day >= work.city.history.first) & (day <= work.last) & (leavers.left <= day) & leavers.eligible
        place = np.flatnonzero(came)
        parts.append(np.stack([place, day[place], np.full(len(place), age)]))
    place, day, age = np.concatenate(parts, axis=1)
    count = len(place)
    touch = pick(rng, _IN_TOUCH_WEIGHTS, count)
    home = np.where(touch == 0, pick(rng, _HOME_WEIGHTS, count), -1)
    activity = np.where(age >= 19, pick(rng, _OLDER, count), pick(rng, _YOUNGER, count))
    columns = {
        "birthday_id": work.city.ids_of("care_leaver_birthdays", day * DAY + 10 * 3600),
        "person_id": keys(work.city.person_ids, leavers.child[place]),
        "birthday_on": dates(day),
        "age": integers(age),
        "in_touch": codes(_IN_TOUCH, touch),
        "accommodation_suitable": codes(("1", "2"), _suits(rng, home)),
        "activity": codes(_ACTIVITIES, np.where(touch == 0, activity, -1)),
    }
    return table("care_leaver_birthdays", columns)


def _suits(rng: np.random.Generator, home: Ints) -> Ints:
    """0 where the home suits, 1 where not, -1 where there is none to speak of."""
    poor = np.isin(home, [_HOMES.index(code) for code in _UNSUITABLE])
    return np.where(home < 0, -1, poor | (rng.random(len(home)) < rates.ACCOMMODATION_UNSUITABLE))
