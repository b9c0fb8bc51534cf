"""Visits to children in need, under a protection plan and looked after."""

import numpy as np
import pyarrow as pa

from kinfold.city import rates
from kinfold.city.columns import Tables, keys, midnights, table, yes_no
from kinfold.city.draws import Flags, Ints
from kinfold.city.help.casework import Casework
from kinfold.city.help.pathways import CHILD_IN_NEED, PROTECTION
from kinfold.city.history import DAY
from kinfold.city.rounds import visits

_ALONE_FROM = 4


def visit_tables(work: Casework) -> Tables:
    statuses, after = work.statuses, work.last + 1
    in_need, protected = work.of_step(CHILD_IN_NEED), work.of_step(PROTECTION)
    cared = work.placements
    rhythms = (
        ("child_in_need_visits", statuses.child[in_need], statuses.started[in_need], statuses.ended[in_need],
         (3, 12), (20, 36), rates.IN_NEED_VISIT_LATE, (3, 18)),
        ("protection_visits", statuses.child[protected], statuses.started[protected], statuses.ended[protected],
         (2, 9), (9, 14), rates.PROTECTION_VISIT_LATE, (3, 18)),
        ("looked_after_visits", cared.child, cared.started, cared.ended, (2, 7), (26, 40),
         rates.CARE_VISIT_LATE, (10, 36)),
    )  # fmt: skip
    tables = {}
    for name, child, started, ended, first, then, late, by in rhythms:
        rng = work.city.draws.stream(name)
        whose, day = visits(rng, started, np.minimum(ended, after), first, then, late, by)
        columns = _visits(work, rng, name, child[whose], day)
        if name == "protection_visits":
            columns["plan_id"] = keys(work.ids.statuses, protected[whose])
        if name == "looked_after_visits":
            columns["care_period_id"] = keys(work.ids.periods, cared.status[whose])
            del columns["bedroom_seen"]
        tables[name] = table(name, columns)
    return tables


def _visits(work: Casework, rng: np.random.Generator, name: str, child: Ints, day: Ints) -> dict[str, pa.Array]:
    age = work.age(child, day)
    seen = (age >= 0) & (rng.random(len(day)) < rates.SEEN_ON_VISIT)
    alone: Flags = seen & (age >= _ALONE_FROM) & (rng.random(len(day)) < rates.SEEN_ALONE)
    return {
        "visit_id": work.city.ids_of(name, day * DAY + 15 * 3600),
        "person_id": keys(work.city.person_ids, child),
        "visited_on": midnights(day),
        "seen": yes_no(seen),
        "seen_alone": yes_no(alone),
        "bedroom_seen": yes_no((age >= 0) & (rng.random(len(day)) < rates.BEDROOM_SEEN)),
    }
