"""The tables of allegations against staff, and of the reviews from which the partnership learns."""

import numpy as np
import pyarrow as pa

from kinfold.city import rates
from kinfold.city.columns import codes, dates, table
from kinfold.city.draws import lognormal, pick
from kinfold.city.history import DAY, NEVER, to_working_day
from kinfold.city.needs import scaled
from kinfold.city.partnership.occasions import occasions
from kinfold.city.population import Population

_SECTORS = tuple(rates.ALLEGATIONS)
_OUTCOMES = {"substantiated": 36, "unsubstantiated": 29, "unfounded": 24, "false": 9, "malicious": 2}
_MEDIAN_DAYS_TO_CONCLUDE, _SPREAD = 12.0, 1.22
"""So that about 80% are concluded within a month and 90% within three, as they are meant to be; the rest in a year."""
_KINDS = tuple(rates.REVIEWS)
_PUBLISHED_AFTER = {
    "local_child_safeguarding_practice_review": (270, 560),
    "thematic": (110, 260),
    "national": (300, 480),
}


def allegations_table(city: Population) -> pa.Table:
    rng = city.draws.stream("allegations")
    received = occasions(city, rng, scaled(city, sum(rates.ALLEGATIONS.values())))
    count = len(received)
    days = np.clip(lognormal(rng, _MEDIAN_DAYS_TO_CONCLUDE, _SPREAD, count), 1, 365).astype(np.int64)
    concluded = to_working_day(received + days)
    concluded = np.where(concluded > city.history.last, NEVER, concluded)
    outcome = np.where(concluded < NEVER, pick(rng, list(_OUTCOMES.values()), count), -1)
    columns = {
        "allegation_id": city.ids_of("allegations", received * DAY + 11 * 3600),
        "received_on": dates(received),
        "sector": codes(_SECTORS, pick(rng, list(rates.ALLEGATIONS.values()), count)),
        "outcome": codes(tuple(_OUTCOMES), outcome),
        "concluded_on": dates(concluded),
    }
    return table("allegations", columns)


def learning_table(city: Population) -> pa.Table:
    """A partnership learns as often whatever the size of its city."""
    rng = city.draws.stream("learning reviews")
    started = [occasions(city, rng, yearly) for yearly in rates.REVIEWS.values()]
    kind = np.repeat(np.arange(len(_KINDS)), [len(days) for days in started])
    day = np.concatenate(started)
    published = np.full(len(day), NEVER)
    for name, span in _PUBLISHED_AFTER.items():
        here = np.flatnonzero(kind == _KINDS.index(name))
        published[here] = to_working_day(day[here] + rng.integers(*span, len(here)))
    published = np.where(published > city.history.last, NEVER, published)
    columns = {
        "review_id": city.ids_of("learning_reviews", day * DAY + 10 * 3600),
        "kind": codes(_KINDS, kind),
        "started_on": dates(day),
        "published_on": dates(published),
    }
    return table("learning_reviews", columns)
