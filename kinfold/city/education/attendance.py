"""Pupils who miss a tenth or more of a term: mostly the same ones, and oftener where a family meets trouble."""

from dataclasses import dataclass

import numpy as np
import pyarrow as pa

from kinfold.city import rates
from kinfold.city import settings as phases
from kinfold.city.columns import codes, dates, integers, keys, table
from kinfold.city.draws import Floats, Ints
from kinfold.city.help.at_the_time import step_at
from kinfold.city.help.episodes import Statuses
from kinfold.city.help.pathways import EARLY_HELP, FAMILY_SUPPORT
from kinfold.city.help.referrals import Referrals
from kinfold.city.history import DAY, History, is_term
from kinfold.city.population import Population
from kinfold.city.schooling import Schooling
from kinfold.city.workforce import Workforce

STATE_SCHOOLS = (phases.PRIMARY, phases.SECONDARY, phases.ALL_THROUGH, phases.SPECIAL)

_LEADS = ("school", "early_help", "social_care", "none")
_SCHOOL, _EARLY_HELP, _SOCIAL_CARE, _NOBODY = range(4)
_LED_BY_SCHOOL, _LED_BY_SCHOOL_BELOW_HALF = 0.35, 0.82
_LEAST_SESSIONS = 40
_HALF_TERM = 13
"""A holiday of more days than this parts two terms."""
# How much more a secondary pupil misses than a primary one, and what a pupil, a family and a term each weigh.
_SECONDARY, _PUPIL, _FAMILY, _TERM = 0.75, 0.9, 0.5, 0.55


@dataclass(frozen=True)
class LowAttendance:
    """A row for each pupil and term, in order of term and pupil; sessions are mornings and afternoons."""

    child: Ints
    setting: Ints
    term_ended: Ints
    possible: Ints
    attended: Ints


def terms(history: History) -> list[Ints]:
    """The school days of each term that ended in the city's history."""
    days = np.arange(history.first - 150, history.last + 60)
    taught = days[is_term(days)]
    parts = np.split(taught, np.flatnonzero(np.diff(taught) > _HALF_TERM) + 1)
    return [part for part in parts[1:-1] if history.first <= part[-1] <= history.last]


def miss_school(city: Population, settings: phases.Settings, schooling: Schooling, frailty: Floats) -> LowAttendance:
    rng = city.draws.stream("attendance")
    young = city.children
    everyone = np.arange(len(young))
    family = np.log(frailty)[young.family]
    usual = _PUPIL * rng.normal(size=len(young)) + _FAMILY * (family - family.mean()) / family.std()
    of_state = np.isin(settings.phase, STATE_SCHOOLS)
    secondary = settings.phase == phases.SECONDARY
    places, shares = np.array(rates.SESSIONS_MISSED).T
    parts = []
    for days in terms(city.history):
        noise = _TERM * rng.normal(size=len(young))
        at = schooling.school_at(everyone, np.full(len(young), days[-1]))
        since = schooling.started_at(everyone, np.full(len(young), days[-1]))
        possible = 2 * (len(days) - np.searchsorted(days, since))
        pupil = np.flatnonzero((at >= 0) & of_state[at] & (possible >= _LEAST_SESSIONS))
        score = usual[pupil] + noise[pupil] + _SECONDARY * secondary[at[pupil]]
        rank = np.empty(len(pupil))
        rank[np.argsort(score, kind="stable")] = (np.arange(len(pupil)) + 0.5) / max(len(pupil), 1)
        share = np.interp(rank, places, shares)
        low = np.flatnonzero(rank >= places[0])
        child = pupil[low]
        attended = np.floor(possible[child] * (1 - share[low])).astype(np.int64)
        parts.append((child, at[child], np.full(len(child), days[-1]), possible[child], attended))
    columns = zip(*parts, strict=True) if parts else [[np.zeros(0, np.int64)]] * 5
    return LowAttendance(*(np.concatenate(column) for column in columns))


def attendance_table(
    city: Population, low: LowAttendance, statuses: Statuses, referrals: Referrals, workforce: Workforce
) -> pa.Table:
    """With who leads: whoever helps the family already, else somebody at school for most of those below half."""
    rng = city.draws.stream("attendance table")
    below_half = low.attended * 2 < low.possible
    step = step_at(statuses, low.child, low.term_ended)
    by_school = rng.random(len(low.child)) < np.where(below_half, _LED_BY_SCHOOL_BELOW_HALF, _LED_BY_SCHOOL)
    helped = (step == EARLY_HELP) | (step == FAMILY_SUPPORT)
    lead = np.select(
        [referrals.open_on(low.child, low.term_ended), helped, by_school], [_SOCIAL_CARE, _EARLY_HELP, _SCHOOL], _NOBODY
    )
    columns = {
        "absence_id": city.ids_of("low_attendance", low.term_ended * DAY + 16 * 3600),
        "person_id": keys(city.person_ids, low.child),
        "setting_id": keys(workforce.setting_ids, low.setting),
        "term_ended_on": dates(low.term_ended),
        "sessions_possible": integers(low.possible),
        "sessions_attended": integers(low.attended),
        "lead_professional": codes(_LEADS, lead),
    }
    return table("low_attendance", columns)
