"""Managed moves: pupils whom a panel finds another school before the first one excludes them."""

import numpy as np
import pyarrow as pa

from kinfold.city import rates
from kinfold.city import settings as phases
from kinfold.city.columns import codes, dates, every, keys, table
from kinfold.city.draws import Floats, pick
from kinfold.city.history import DAY, YEAR, is_term
from kinfold.city.needs import scaled
from kinfold.city.population import Population
from kinfold.city.schooling import Schooling

_TRIAL_DAYS = 84


def moves_table(city: Population, settings: phases.Settings, schooling: Schooling, frailty: Floats) -> pa.Table:
    """Each pupil moves once at most; the school on the pupil's record is the one that gave them up or has them now."""
    rng = city.draws.stream("managed moves")
    history = city.history
    taught = history.days[is_term(history.days)]
    wanted = max(1, round(scaled(city, rates.MANAGED_MOVES) * len(history.days) / YEAR))
    tried = 20 * wanted
    child = pick(rng, frailty[city.children.family], tried)
    day = taught[rng.integers(0, len(taught), tried)]
    at = schooling.school_at(child, day)
    secondary = (at >= 0) & np.isin(settings.phase[at], (phases.SECONDARY, phases.ALL_THROUGH))
    older = day - city.children.born[child] > 11 * YEAR
    _, once = np.unique(child, return_index=True)
    rows = np.intersect1d(once, np.flatnonzero(secondary & older))[:wanted]
    rows = rows[np.argsort(day[rows], kind="stable")]
    child, day = child[rows], day[rows]
    outcome = np.where(day + _TRIAL_DAYS > history.last, -1, (rng.random(len(day)) < 0.64).astype(np.int64))
    columns = {
        "move_id": city.ids_of("managed_moves", day * DAY + 14 * 3600),
        "person_id": keys(city.person_ids, child),
        "agreed_on": dates(day),
        "panel": every("inclusion_support_panel", len(day)),
        "ended_well": codes(("N", "Y"), outcome),
    }
    return table("managed_moves", columns)
