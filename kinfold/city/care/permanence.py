"""The ways out of care to a permanent home: adoption, guardianship and arrangements orders, and plans for adoption that
go on or were reversed."""

import numpy as np

from kinfold.city import rates
from kinfold.city.care.periods import Periods
from kinfold.city.columns import Tables, codes, integers, keys, midnights, table
from kinfold.city.draws import pick
from kinfold.city.help.casework import Casework
from kinfold.city.help.looked_after import ADOPTED, ARRANGEMENTS, GUARDIANSHIP
from kinfold.city.history import DAY, NEVER

_ORDERS = ("Adoption", "Special Guardianship", "Child Arrangements Order/ Residence Order")
_ADOPTION, _GUARDIANSHIP, _ARRANGEMENTS = range(3)
_YOUNG_ENOUGH, _LONG_ENOUGH = 5, 150
_ADOPTERS = ("MF", "MM", "FF", "F1", "M1")
_STATUS_OF_ADOPTERS = {"MF": "L11", "MM": "L12", "FF": "L2", "F1": "L0", "M1": "L0"}


def permanence_table(work: Casework, periods: Periods) -> Tables:
    """Shares of an adoption's time in care: decided, ordered, matched, placed."""
    rng = work.city.draws.stream("permanence")
    order = np.select(
        [np.isin(periods.why_ended, reasons) for reasons in (ADOPTED, GUARDIANSHIP, ARRANGEMENTS)],
        [_ADOPTION, _GUARDIANSHIP, _ARRANGEMENTS],
        -1,
    )
    age = work.age(periods.child, periods.started)
    hoped = (periods.why_ended < 0) & (age < _YOUNG_ENOUGH) & (periods.days > _LONG_ENOUGH)
    hoped &= rng.random(len(periods)) < rates.ADOPTION_PLANNED
    period = np.flatnonzero((order >= 0) | hoped)
    count, order = len(period), order[period]
    adopting = (order == _ADOPTION) | hoped[period]
    started, days, final = periods.started[period], periods.days[period], periods.final[period]
    moved_to_adopters = (order == _ADOPTION) & ~work.placements.first[final]
    early = (order == _ADOPTION) & work.placements.first[final]
    placed = np.where(moved_to_adopters, work.placements.started[final], started + (days * 0.7).astype(np.int64))
    reach = placed - started
    decided, ordered, matched = (started + (reach * share).astype(np.int64) for share in (0.35, 0.6, 0.88))
    reversed_ = hoped[period] & (rng.random(count) < rates.ADOPTION_REVERSED)
    reversed_on = np.where(reversed_, np.minimum(ordered + 20, work.last), NEVER)
    is_placed = order == _ADOPTION
    adopters = pick(rng, (74, 8, 8, 9, 1), count)
    together = 1 + pick(rng, (62, 28, 10), count)
    apart = pick(rng, (80, 14, 6), count)
    group = (together + apart) > 1
    ended = periods.ended[period]
    columns = {
        "permanence_id": work.city.ids_of("permanence", started * DAY + 12 * 3600),
        "person_id": keys(work.city.person_ids, periods.child[period]),
        "care_period_id": keys(work.ids.periods, periods.status[period]),
        "decided_on": midnights(np.where(adopting, decided, NEVER)),
        "early_placement_decided_on": midnights(np.where(early, started, NEVER)),
        "placement_ordered_on": midnights(np.where(adopting & ~reversed_, ordered, NEVER)),
        "placed_on": midnights(np.where(is_placed, placed, NEVER)),
        "matched_on": midnights(np.where(is_placed, matched, NEVER)),
        "adopted_by_carer": codes(("N", "Y"), np.where(is_placed, early, -1)),
        "placed_early_on": midnights(np.where(early, started, NEVER)),
        "reversed_on": midnights(reversed_on),
        "placed_with_carer_on": midnights(np.where(early, started, NEVER)),
        "sibling_group": codes(("N", "Y"), np.where(adopting, group, -1)),
        "siblings_together": integers(together, adopting),
        "siblings_apart": integers(apart, adopting),
        "reversed_reason": codes(
            ("RD1", "RD2", "RD3", "RD4"), np.where(reversed_, pick(rng, (45, 20, 25, 10), count), -1)
        ),
        "ordered_on": midnights(np.where(order >= 0, ended, NEVER)),
        "order_kind": codes(_ORDERS, order),
        "worker_id": keys(work.workforce.professional_ids, work.worker(periods.status[period])),
        "adopters_sex": codes(_ADOPTERS, np.where(is_placed, adopters, -1)),
        "adopters_status": codes([_STATUS_OF_ADOPTERS[each] for each in _ADOPTERS], np.where(is_placed, adopters, -1)),
        "adopters": integers(np.where(adopters < 3, 2, 1), is_placed),
    }
    return {"permanence": table("permanence", columns)}
