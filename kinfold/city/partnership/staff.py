"""The table of agencies' staff, as each agency returns them, and of their training in special educational needs."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from kinfold.city import rates
from kinfold.city import settings as phases
from kinfold.city.columns import dates, keys, table, yes_no
from kinfold.city.draws import ranges
from kinfold.city.history import DAY, NEVER, YEAR
from kinfold.city.teams import AGENCIES
from kinfold.city.workforce import Workforce


@dataclass(frozen=True)
class Size:
    """How many work with children in one place, and what share of them with special educational needs."""

    staff: int
    with_send: float


_NOBODY = Size(0, 0.0)
_SETTINGS = {
    phases.NURSERY: Size(14, 0.6),
    phases.PRIMARY: Size(42, 0.8),
    phases.SECONDARY: Size(105, 0.75),
    phases.ALL_THROUGH: Size(150, 0.75),
    phases.SPECIAL: Size(70, 1.0),
    phases.COLLEGE: Size(160, 0.45),
    phases.INDEPENDENT: Size(45, 0.4),
}
_AGENCIES = {
    "council": Size(820, 0.4),
    "community": Size(380, 0.55),
    "hospital": Size(260, 0.3),
    "police": Size(90, 0.1),
    "young_people": Size(24, 0.3),
    "voluntary": Size(46, 0.4),
}
_LEAVE_EACH_YEAR = 0.13
_YEARS_SERVED = 5.5


def staff_table(workforce: Workforce) -> pa.Table:
    """Everybody who worked at some time in the history: those who do now, and those who left in each year of it."""
    city = workforce.city
    rng = city.draws.stream("staff")
    history = city.history
    sizes = [_AGENCIES.get(agency.key, _NOBODY) for agency in AGENCIES]
    sizes += [_SETTINGS.get(int(phase), _NOBODY) for phase in workforce.settings.phase]
    now = np.array([size.staff for size in sizes])
    gone = rng.poisson(now * _LEAVE_EACH_YEAR * len(history.days) / YEAR)
    agency, place = ranges(now + gone)
    here = place < now[agency]
    left = history.first + (rng.random(len(agency)) * len(history.days)).astype(np.int64)
    ended = np.where(here, NEVER, left)
    until = np.where(here, history.last, left)
    served = np.minimum(rng.exponential(_YEARS_SERVED, len(agency)), 38) * YEAR
    started = until - 20 - served.astype(np.int64)

    with_send = rng.random(len(agency)) < np.array([size.with_send for size in sizes])[agency]
    first = np.maximum(started + 5, history.first)
    trained = with_send & (first < until) & (rng.random(len(agency)) < rates.TRAINED_IN_SEND)
    learnt = first + (np.sqrt(rng.random(len(agency))) * (until - first)).astype(np.int64)
    columns = {
        "member_id": city.ids_of("staff", np.maximum(started, history.first) * DAY + 9 * 3600),
        "agency_id": keys(workforce.agency_ids, agency),
        "started_on": dates(started),
        "ended_on": dates(ended),
        "works_with_send": yes_no(with_send),
        "send_training_on": dates(np.where(trained, learnt, NEVER)),
    }
    return table("staff", columns)
