"""The tables of missing episodes, and of what was known and done when each child came back."""

import numpy as np
import pyarrow as pa

from kinfold.city import rates
from kinfold.city.beyond_home.missing import MissingEpisodes
from kinfold.city.columns import Tables, codes, dates, days_of, instants_of, keys, moments, table, yes_no
from kinfold.city.draws import Flags, lognormal
from kinfold.city.help.at_the_time import step_at
from kinfold.city.help.episodes import Statuses
from kinfold.city.help.pathways import EARLY_HELP
from kinfold.city.help.referrals import Referrals
from kinfold.city.history import DAY, NEVER, to_utc
from kinfold.city.homes import Stays
from kinfold.city.population import Population
from kinfold.city.portrait import WARD_NAMES

_OPEN_TO = ("social_care", "early_help", "not_open")


def missing_tables(
    city: Population, missing: MissingEpisodes, statuses: Statuses, referrals: Referrals, stays: Stays
) -> Tables:
    rng = city.draws.stream("missing tables")
    count = len(missing.child)
    back = missing.returned < NEVER * DAY
    offered = np.where(back, (rng.random(count) < 0.92).astype(np.int64), 2)
    accepted = np.where(offered == 1, (rng.random(count) < 0.68).astype(np.int64), 2)
    ids = city.ids_of("missing_episodes", to_utc(missing.started))
    columns = {
        "episode_id": ids,
        "person_id": keys(city.person_ids, missing.child),
        "started_at": moments(missing.started),
        "kind": codes(("M", "A"), (missing.in_care & (rng.random(count) < 0.25)).astype(np.int64)),
        "ended_at": moments(missing.returned),
        "interview_offered": codes(("N", "Y", "NA"), offered),
        "interview_accepted": codes(("N", "Y", "NA"), accepted),
    }
    details = _details(city, missing, statuses, referrals, stays, accepted == 1)
    return {
        "missing_episodes": table("missing_episodes", columns),
        "missing_details": table("missing_details", {"episode_id": ids, **details}),
    }


def _details(
    city: Population, missing: MissingEpisodes, statuses: Statuses, referrals: Referrals, stays: Stays, accepted: Flags
) -> dict[str, pa.Array]:
    """What was known and done when the child came back; the interview falls in waking hours, some of them too late."""
    rng = city.draws.stream("missing details")
    count = len(missing.child)
    back = missing.returned < NEVER * DAY
    day = np.where(back, missing.returned, missing.started) // DAY
    step = step_at(statuses, missing.child, day)
    open_to = np.select([~back, referrals.open_on(missing.child, day), step == EARLY_HELP], [-1, 0, 1], 2)
    hours = lognormal(rng, rates.HOURS_TO_INTERVIEW, 0.7, count)
    held = missing.returned + (hours * 3600).astype(np.int64)
    held = held // DAY * DAY + np.clip(held % DAY, 9 * 3600, 19 * 3600)
    held = np.where(held <= missing.returned, held + DAY, held)
    in_error = rng.random(count) < rates.MISSING_IN_ERROR
    took_place = accepted & ~in_error & (rng.random(count) < 0.95) & (held < (city.history.last + 1) * DAY)
    held = np.where(took_place, held, NEVER * DAY)
    return {
        "open_to": codes(_OPEN_TO, open_to),
        "ward": codes(WARD_NAMES, stays.ward_at(missing.child, day)),
        "interview_held_at": instants_of(held),
        "interview_held_on": dates(days_of(held)),
        "recorded_in_error": yes_no(in_error),
    }
