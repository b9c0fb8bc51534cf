"""Looked after children's health: assessments, dental checks, immunisations, and how they feel."""

import numpy as np
import pyarrow as pa

from kinfold.city import rates
from kinfold.city.care.periods import Periods
from kinfold.city.columns import Tables, codes, dates, integers, keys, midnights, table, yes_no
from kinfold.city.draws import Ints, a_few, pick
from kinfold.city.help.casework import Casework
from kinfold.city.history import DAY, NEVER, add_working_days, months_after
from kinfold.city.rounds import Sittings, sittings

_KINDS = (("initial", "Initial health assessment"), ("review", "Review health assessment"), ("dental", "Dental check"))
_INITIAL, _REVIEW, _DENTAL = range(3)
_QUALITY = ("outstanding", "good", "requires_improvement", "inadequate")
_QUALITY_WEIGHTS = (16, 58, 21, 5)
_REFUSES_FROM, _TEETH_FROM, _HALF_YEARLY_UNDER = 14, 1, 5
_ASKED, _ASKED_TO = 4, 17
_REASONS = ("SDQ2", "SDQ3", "SDQ4", "SDQ5")
_SUBSTANCES = ("Cannabis", "Alcohol", "Ketamine", "Solvents", "Cocaine")
_TURNS = 40


def health_tables(work: Casework, periods: Periods) -> Tables:
    rng = work.city.draws.stream("health checks")
    assessed, teeth = _assessments(work, rng, periods), _dental_checks(work, rng, periods)
    whose, due, done_on = (
        np.concatenate([getattr(assessed, name), getattr(teeth, name)]) for name in ("whose", "due", "held")
    )
    kind = np.concatenate([np.where(assessed.turn == 0, _INITIAL, _REVIEW), np.full(len(teeth.whose), _DENTAL)])
    child, done = periods.child[whose], done_on < NEVER
    age = work.age(child, np.where(done, done_on, work.last))
    refused = done & (age >= _REFUSES_FROM) & (rng.random(len(done)) < rates.HEALTH_CHECK_REFUSED)
    graded = done & ~refused & (kind != _DENTAL) & (rng.random(len(done)) < rates.HEALTH_CHECK_GRADED)
    ids = work.city.ids_of("health_checks", np.minimum(due, work.last) * DAY + 10 * 3600)
    columns = {
        "health_check_id": ids,
        "person_id": keys(work.city.person_ids, child),
        "kind": codes([words for _, words in _KINDS], kind),
        "checked_on": midnights(np.where(refused, NEVER, done_on)),
        "status": codes(("Planned", "Completed", "Refused"), done.astype(np.int64) + refused),
    }
    details = {
        "health_check_id": ids,
        "kind": codes([code for code, _ in _KINDS], kind),
        "due_on": dates(due),
        "quality": codes(_QUALITY, np.where(graded, pick(rng, _QUALITY_WEIGHTS, len(done)), -1)),
    }
    return {
        "health_checks": table("health_checks", columns),
        "health_check_details": table("health_check_details", details),
        "immunisations": _immunisations(work, periods),
        "sdq_scores": _how_they_feel(work, periods),
        "substance_misuse": _substances(work, periods),
    }


def _assessments(work: Casework, rng: np.random.Generator, periods: Periods) -> Sittings:
    """The first within 20 working days, then half-yearly under five and yearly from then on."""
    slips = _slips(rng, len(periods), rates.HEALTH_REVIEW_LATE)
    late = rng.random(len(periods)) < rates.FIRST_HEALTH_CHECK_LATE
    slips[0] = np.where(late, rng.integers(1, 40, len(periods)), -rng.integers(0, 12, len(periods)))

    def due(turn: int, whose: Ints, day: Ints) -> Ints:
        young = work.age(periods.child[whose], day) < _HALF_YEARLY_UNDER
        return add_working_days(day, 20) if turn == 0 else months_after(day, np.where(young, 6, 12))

    return sittings(periods.started, periods.ended, work.last, due, lambda turn, whose: slips[turn % _TURNS, whose])


def _dental_checks(work: Casework, rng: np.random.Generator, periods: Periods) -> Sittings:
    slips = _slips(rng, len(periods), rates.DENTAL_CHECK_LATE)
    old_enough = np.maximum(periods.started, months_after(work.city.children.born[periods.child], 12 * _TEETH_FROM))
    begins = np.minimum(old_enough, periods.ended)

    def due(turn: int, whose: Ints, day: Ints) -> Ints:
        return months_after(day, 3 if turn == 0 else 12)

    found = sittings(begins, periods.ended, work.last, due, lambda turn, whose: slips[turn % _TURNS, whose])
    begun = begins[found.whose] <= work.last
    return Sittings(found.whose[begun], found.turn[begun], found.due[begun], found.held[begun])


def _slips(rng: np.random.Generator, count: int, late: float) -> Ints:
    size = (_TURNS, count)
    return np.where(rng.random(size) < late, rng.integers(1, 70, size), -rng.integers(0, 20, size))


def _immunisations(work: Casework, periods: Periods) -> pa.Table:
    """One row a child: what is known of the latest period of care."""
    rng = work.city.draws.stream("immunisations")
    child, latest = np.unique(periods.child[::-1], return_index=True)
    known = np.minimum(periods.until[::-1][latest] - 1, work.last)
    columns = {
        "person_id": keys(work.city.person_ids, child),
        "up_to_date": yes_no(rng.random(len(child)) < rates.IMMUNISED),
        "known_on": midnights(known),
    }
    return table("immunisations", columns)


def _how_they_feel(work: Casework, periods: Periods) -> pa.Table:
    """A questionnaire for each whole year in care between the fourth and the seventeenth birthday."""
    rng = work.city.draws.stream("strengths and difficulties")
    yearly = sittings(
        periods.started, periods.ended, work.last, lambda turn, whose, day: months_after(day, 12),
        lambda turn, whose: np.zeros(len(whose), np.int64),
    )  # fmt: skip
    age = work.age(periods.child[yearly.whose], yearly.due)
    asked = (yearly.held < NEVER) & (age >= _ASKED) & (age < _ASKED_TO)
    whose, day = yearly.whose[asked], yearly.held[asked]
    count = len(whose)
    usual = rng.normal(14.0, 6.0, len(periods))[whose]
    score = np.clip(np.round(usual + rng.normal(0.0, 3.0, count)), 0, 40).astype(np.int64)
    answered = rng.random(count) < rates.SDQ_ANSWERED
    columns = {
        "sdq_id": work.city.ids_of("sdq_scores", day * DAY + 12 * 3600),
        "person_id": keys(work.city.person_ids, periods.child[whose]),
        "completed_on": midnights(np.where(answered, day, NEVER)),
        "no_score_reason": codes(_REASONS, np.where(answered, -1, pick(rng, (30, 6, 44, 20), count))),
        "score": integers(score, answered),
    }
    return table("sdq_scores", columns)


def _substances(work: Casework, periods: Periods) -> pa.Table:
    rng = work.city.draws.stream("substance misuse")
    old = np.flatnonzero(work.age(periods.child, periods.until) >= 13)
    period = a_few(rng, old, rates.MISUSES_SUBSTANCES)
    since = np.maximum(periods.started[period], months_after(work.city.children.born[periods.child[period]], 12 * 12))
    since = np.minimum(since, periods.until[period] - 1)
    noted = since + (rng.random(len(period)) * (periods.until[period] - since)).astype(np.int64)
    columns = {
        "substance_misuse_id": work.city.ids_of("substance_misuse", noted * DAY + 12 * 3600),
        "person_id": keys(work.city.person_ids, periods.child[period]),
        "noted_on": midnights(noted),
        "substance": codes(_SUBSTANCES, pick(rng, (60, 22, 9, 4, 5), len(period))),
        "helped": yes_no(rng.random(len(period)) < 0.72),
    }
    return table("substance_misuse", columns)
