"""The tables of training: courses, the days each was held, and everybody's place on them."""

import numpy as np
import pyarrow as pa

from kinfold.city import rates
from kinfold.city.columns import Tables, codes, dates, integers, keys, table, yes_no
from kinfold.city.draws import Ints, apportion, pick, ranges
from kinfold.city.history import DAY, YEAR, is_term
from kinfold.city.needs import scaled
from kinfold.city.partnership.courses import COURSES, INSET, SINGLE_AGENCY
from kinfold.city.population import Population

_SECTORS = (
    "education", "portsmouth_city_council", "solent_nhs_trust", "early_years", "voluntary",
    "portsmouth_hospitals_trust", "hampshire_constabulary", "other",
)  # fmt: skip
_OF_MANY_AGENCIES = (31, 26, 13, 9, 8, 6, 5, 2)
_OF_ONE_AGENCY = (52, 14, 5, 18, 6, 2, 1, 2)
_EACH_RUN = {
    "multi_agency": 13.9, "single_agency": 26.0, "workshop": 30.0, "conference": 190.0, "bespoke": 16.0, "inset": 42.0,
}  # fmt: skip
"""Who come to one run; 986 came to the 71 multi-agency runs published."""
_DID_NOT_COME = 0.11
_RATED_BOTH, _RATED_BEFORE = 0.62, 0.08


def training_tables(city: Population) -> Tables:
    rng = city.draws.stream("training")
    course, held, came = _runs(city, rng)
    ids = city.ids_of("courses", np.full(len(COURSES), city.history.first * DAY))
    run_ids = city.ids_of("course_runs", held * DAY + 9 * 3600)
    courses = {
        "course_id": ids,
        "title": pa.array([one.title for one in COURSES]),
        "kind": pa.array([one.kind for one in COURSES]),
        "restorative": yes_no(np.array([one.restorative for one in COURSES])),
        "online": yes_no(np.array([one.online for one in COURSES])),
        "about_send": yes_no(np.array([one.about_send for one in COURSES])),
    }
    runs = {"run_id": run_ids, "course_id": keys(ids, course), "held_on": dates(held)}
    return {
        "courses": table("courses", courses),
        "course_runs": table("course_runs", runs),
        "course_places": table("course_places", _places(city, rng, course, held, came, run_ids)),
    }


def _runs(city: Population, rng: np.random.Generator) -> tuple[Ints, Ints, Ints]:
    """Each run's course, day and how many came, in order of day; years are counted back from the last day."""
    history = city.history
    taught = history.days[is_term(history.days)]
    rows: list[tuple[int, int, int]] = []
    for year in range(int(np.ceil(len(history.days) / YEAR))):
        after, ends = (history.last + 1 - round(back * YEAR) for back in (year + 1, year))
        days = taught[(taught >= after) & (taught < ends)]
        share = rates.TRAINING[min(year, len(rates.TRAINING) - 1)] * min(1.0, (ends - history.first) / YEAR)
        for place, one in enumerate(COURSES):
            people = round(scaled(city, one.came) * share)
            if people and len(days):
                runs = max(1, round(people / _EACH_RUN[one.kind]))
                each = apportion(people, 0.7 + 0.6 * rng.random(runs))
                rows += zip([place] * runs, rng.choice(days, runs).tolist(), each.tolist(), strict=True)
    course, held, came = np.array(rows, dtype=np.int64).reshape(-1, 3).T
    order = np.lexsort((course, held))
    return course[order], held[order], came[order]


def _places(
    city: Population, rng: np.random.Generator, course: Ints, held: Ints, came: Ints, run_ids: pa.Array
) -> dict[str, pa.Array]:
    """Those who came, and some who had a place and did not; many of the first say what they knew before and after."""
    booked = came + rng.binomial(came, _DID_NOT_COME)
    run, place = ranges(booked)
    attended = place < came[run]
    kind = [one.kind for one in COURSES]
    of_one = np.array([one == SINGLE_AGENCY for one in kind])[course[run]]
    sector = np.where(of_one, pick(rng, _OF_ONE_AGENCY, len(run)), pick(rng, _OF_MANY_AGENCIES, len(run)))
    in_school = np.array([one == INSET for one in kind])[course[run]]
    before = np.clip(np.rint(rng.normal(5.2, 1.9, len(run))), 0, 10).astype(np.int64)
    after = np.clip(before + np.rint(rng.normal(2.2, 1.3, len(run))), 0, 10).astype(np.int64)
    said = rng.random(len(run))
    return {
        "place_id": city.ids_of("course_places", held[run] * DAY + 9 * 3600),
        "run_id": keys(run_ids, run),
        "held_on": dates(held[run]),
        "kind": codes(kind, course[run]),
        "restorative": yes_no(np.array([one.restorative for one in COURSES])[course[run]]),
        "attended": yes_no(attended),
        "sector": codes(_SECTORS, np.where(in_school, 0, sector)),
        "rating_before": integers(before, attended & (said < _RATED_BOTH + _RATED_BEFORE)),
        "rating_after": integers(after, attended & (said < _RATED_BOTH)),
    }
