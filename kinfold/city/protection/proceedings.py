"""Pre-proceedings: before most care orders, and for some plans that then got better."""

import numpy as np

from kinfold.city import rates
from kinfold.city.columns import Tables, codes, integers, joined, keys, midnights, table
from kinfold.city.draws import pick
from kinfold.city.help.casework import Casework
from kinfold.city.help.pathways import PROTECTION
from kinfold.city.history import DAY, NEVER, to_working_day

_LONG_PLAN = 150
_OUTCOMES = ("Decision to Issue Care Proceedings", "Decision to step down")
_PLANS = ("A", "B", "C", "D", "E", "F", "G", "H")


def proceedings_table(work: Casework) -> Tables:
    """Brothers and sisters under one plan are in proceedings together."""
    rng = work.city.draws.stream("pre-proceedings")
    statuses, many = work.statuses, len(work.spells)
    plan = work.of_step(PROTECTION)
    until = np.minimum(statuses.ended[plan], work.last + 1)
    into_care = work.into_care[plan]
    chance = np.where(into_care, rates.PROCEEDINGS_BEFORE_CARE, rates.PROCEEDINGS_STEPPED_DOWN)
    row = plan[(until - statuses.started[plan] > _LONG_PLAN) & (rng.random(many)[work.spell(plan)] < chance)]
    spell, into_care = work.spell(row), work.into_care[row]
    plan_ended = np.minimum(statuses.ended[row], work.last + 1)
    lasts = rng.integers(70, 130, many)[spell]
    decided = to_working_day(plan_ended - lasts)
    ended = to_working_day(plan_ended - rng.integers(5, 20, many)[spell])
    is_open = (statuses.ended[row] == NEVER) & (rng.random(many)[spell] < 0.7)
    done = ~is_open & (ended <= work.last)
    ended = np.where(done, ended, NEVER)
    issued = done & into_care
    families, number = np.unique(spell, return_inverse=True)
    group = work.city.ids_of("family groups in proceedings", np.minimum(work.spells.started[families], work.last) * DAY)
    hearings = np.where(issued, rng.integers(2, 7, many)[spell], 0)
    short = rng.random(many)[spell] < 0.18
    sought = pick(rng, (58, 10, 16, 6, 8, 0, 2), many)[spell]
    granted = np.where(rng.random(many)[spell] < 0.8, sought, pick(rng, (40, 8, 16, 12, 22, 1, 1), many)[spell])
    told = to_working_day(decided + 5)
    met = to_working_day(decided + 12)
    represented = (rng.random(many)[spell] < 0.86).astype(np.int64)
    columns = {
        "pre_proceedings_id": work.city.ids_of("pre_proceedings", decided * DAY + 11 * 3600),
        "person_id": keys(work.city.person_ids, statuses.child[row]),
        "family_group_id": keys(group, number),
        "decided_on": midnights(decided),
        "first_met_on": midnights(np.where(met <= work.last, met, NEVER)),
        "outcome": codes(_OUTCOMES, np.where(done, np.where(issued, 0, 1), -1)),
        "ended_on": midnights(ended),
        "protection_plans": integers(np.ones(len(row), np.int64)),
        "gateway_outcome": codes(("B",), np.zeros(len(row), np.int64)),
        "earlier_pre_proceedings": integers((rng.random(many)[spell] < 0.08).astype(np.int64)),
        "earlier_proceedings": integers((rng.random(many)[spell] < 0.06).astype(np.int64)),
        "letter_before_proceedings_on": midnights(np.where(told <= work.last, told, NEVER)),
        "letter_of_issue_on": midnights(np.where(issued, ended, NEVER)),
        "later_meetings": integers(rng.integers(0, 4, many)[spell]),
        "parents_represented": codes(("N", "Y"), represented),
        "parents_represented_at_issue": codes(("N", "Y", "NA"), np.where(issued, represented, 2)),
        "court_reference": _references(number, issued),
        "hearings": integers(hearings, issued),
        "short_notice": codes(("N", "Y"), np.where(issued, short, -1)),
        "short_notice_reason": codes(("A", "B", "C"), np.where(issued & short, pick(rng, (6, 3, 1), many)[spell], -1)),
        "initial_plan_approved": codes(("N", "Y"), np.where(issued, (rng.random(many) < 0.93)[spell], -1)),
        "initial_plan": codes(_PLANS, np.where(issued, sought, -1)),
        "final_plan_approved": codes(("N", "Y"), np.where(issued, (rng.random(many) < 0.9)[spell], -1)),
        "final_plan": codes(_PLANS, np.where(issued, granted, -1)),
    }
    return {"pre_proceedings": table("pre_proceedings", columns)}


def _references(number: np.ndarray, issued: np.ndarray) -> object:
    """A number of no court for each family group."""
    return joined(
        codes(("PO00C",), np.where(issued, 0, -1)),
        codes([str(each).zfill(5) for each in range(int(number.max(initial=0)) + 1)], number),
    )
