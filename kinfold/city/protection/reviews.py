"""Conferences that review a protection plan: within three months, then within six, the last one on the day it ends."""

import numpy as np

from kinfold.city import rates
from kinfold.city.columns import Tables, codes, keys, midnights, table
from kinfold.city.draws import Ints
from kinfold.city.help.casework import Casework
from kinfold.city.help.pathways import PROTECTION
from kinfold.city.history import DAY, NEVER, months_after
from kinfold.city.participation import CODES, participation
from kinfold.city.rounds import sittings

_MOST_TURNS = 12
_LEAST_DAYS = 42


def protection_review_tables(work: Casework) -> Tables:
    rng = work.city.draws.stream("protection reviews")
    statuses, many = work.statuses, len(work.spells)
    plan = work.of_step(PROTECTION)
    spell, started, ended = work.spell(plan), statuses.started[plan], statuses.ended[plan]
    early = rng.integers(1, 15, (_MOST_TURNS, many))
    late = rng.integers(1, 25, (_MOST_TURNS, many))
    slips = np.where(rng.random((_MOST_TURNS, many)) < rates.PROTECTION_REVIEW_LATE, late, -early)

    def due(turn: int, whose: Ints, day: Ints) -> Ints:
        return months_after(day, 3 if turn == 0 else 6)

    def slip(turn: int, whose: Ints) -> Ints:
        chosen: Ints = slips[turn % _MOST_TURNS, spell[whose]]
        return chosen

    found = sittings(started, ended, work.last, due, slip, closes=True)
    # A plan that a family's leaving or a new decision ends within weeks is not reviewed.
    kept = (found.held == NEVER) | (found.held - started[found.whose] >= _LEAST_DAYS)
    whose, turn, due_on, held = (column[kept] for column in found.__dict__.values())
    child = statuses.child[plan[whose]]
    done = held < NEVER
    ends = held == ended[whose]
    meeting, number = np.unique(spell[whose] * _MOST_TURNS + turn, return_inverse=True)
    met = np.full(len(meeting), NEVER)
    np.minimum.at(met, number, np.where(done, held, due_on))
    quorate = (rng.random(len(meeting)) >= rates.INQUORATE)[number]
    columns = {
        "review_id": work.city.ids_of("protection_reviews", np.minimum(due_on, work.last) * DAY + 10 * 3600),
        "person_id": keys(work.city.person_ids, child),
        "plan_id": keys(work.ids.statuses, plan[whose]),
        "due_on": midnights(due_on),
        "held_on": midnights(held),
        "meeting_id": keys(work.city.ids_of("review meetings", met * DAY), np.where(done, number, -1)),
        "plan_continues": codes(("N", "Y"), np.where(done, ~ends, -1)),
        "quorate": codes(("N", "Y"), np.where(done, quorate | ends, -1)),
        "participation": codes(
            CODES, np.where(done, participation(rng, work.age(child, np.where(done, held, due_on))), -1)
        ),
    }
    return {"protection_reviews": table("protection_reviews", columns)}
