"""Family Support Conversations and Plans, and their reviews: when each was held, in the order that makes sense."""

from dataclasses import dataclass

import numpy as np

from kinfold.city.draws import Flags, Ints
from kinfold.city.help.pathways import EARLY_HELP
from kinfold.city.help.spells import Spells
from kinfold.city.history import NEVER, add_working_days, day_of, to_working_day
from kinfold.city.population import Population
from kinfold.practice.timescales import timescale

_NEVER_PLANNED = 0.07
_MOST_REVIEWS = 18
CONTINUE = 0


@dataclass(frozen=True)
class Plans:
    """Conversations and plans point to spells; reviews to plans, in order of plan and turn. Days are NEVER where not
    yet."""

    conversation_spell: Ints
    held: Ints
    completed: Ints
    spell: Ints
    submitted: Ints
    closed: Ints
    review_plan: Ints
    review_turn: Ints
    review_due: Ints
    review_held: Ints
    review_is_last: Flags

    def __len__(self) -> int:
        return len(self.spell)


def make_plans(city: Population, spells: Spells) -> Plans:
    rng = city.draws.stream("plans")
    last = city.history.last
    helped = np.flatnonzero((spells.step <= EARLY_HELP) & (spells.started >= city.history.first - 400))
    count = len(helped)
    started, ended = spells.started[helped], np.minimum(spells.ended[helped], last + 1)
    held = add_working_days(started, rng.integers(2, 14, count))
    completed = add_working_days(held, rng.integers(0, 11, count))
    talks = ~spells.stepped_down_to[helped] & (held < ended)
    completed = np.where(completed < ended, completed, NEVER)

    ready = np.where(spells.stepped_down_to[helped], started, completed)
    submitted = np.where(ready < NEVER, add_working_days(np.minimum(ready, last), rng.integers(1, 11, count)), NEVER)
    is_open = spells.ended[helped] == NEVER
    planned = (rng.random(count) >= _NEVER_PLANNED) & ((submitted < ended) | (is_open & (ready <= last)))
    submitted = np.where(submitted < ended, submitted, NEVER)
    plan = np.flatnonzero(planned)
    closed = spells.ended[helped[plan]]
    reviews = _reviews(city, rng, submitted[plan], closed)
    talked = np.flatnonzero(talks)
    return Plans(helped[talked], held[talked], completed[talked], helped[plan], submitted[plan], closed, *reviews)


def _reviews(
    city: Population, rng: np.random.Generator, submitted: Ints, closed: Ints
) -> tuple[Ints, Ints, Ints, Ints, Flags]:
    """Each review falls due six weeks, by the local timescale, after the last; a plan closes at a review if one is
    near."""
    last = city.history.last
    weeks = timescale("plan_review", day_of(last)).length
    plan = np.flatnonzero(submitted < NEVER)
    previous = submitted[plan]
    rows = []
    for turn in range(_MOST_REVIEWS):
        due = previous + 7 * weeks
        delay = np.rint(rng.normal(-2.5, 3.2, len(plan))).astype(np.int64)
        late = rng.random(len(plan)) < 0.11
        delay = np.clip(np.where(late, delay + rng.integers(8, 40, len(plan)), delay), -10, 45)
        held = to_working_day(due + delay)
        at_close = (closed[plan] < NEVER) & (held >= closed[plan] - 10)
        near = at_close & (closed[plan] >= due - 21)
        held = np.where(at_close, closed[plan], held)
        yet = (held <= last) & ~at_close
        kept = near | ~at_close
        rows.append(
            np.stack([plan, np.full(len(plan), turn), due, np.where(yet | near, held, NEVER), near.astype(np.int64)])[
                :, kept
            ]
        )
        plan, previous = plan[yet], held[yet]
        if not len(plan):
            break
    review_plan, review_turn, due, held, is_last = np.concatenate(rows, axis=1)
    order = np.lexsort((review_turn, review_plan))
    return review_plan[order], review_turn[order], due[order], held[order], is_last[order].astype(bool)
