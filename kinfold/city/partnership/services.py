"""The tables of how services do beside their cases: help to organisations, consultations, families claimed for."""

import numpy as np
import pyarrow as pa

from kinfold.city import rates
from kinfold.city.columns import codes, dates, keys, table, texts, yes_no
from kinfold.city.draws import choose, pick
from kinfold.city.help.episodes import Episodes
from kinfold.city.help.pathways import ASSESSMENT
from kinfold.city.help.spells import GOALS_MET, Spells
from kinfold.city.history import DAY, to_working_day
from kinfold.city.needs import scaled
from kinfold.city.partnership.occasions import occasions
from kinfold.city.population import Population
from kinfold.city.teams import AGENCIES
from kinfold.city.workforce import Workforce

_SUPPORT = {"restorative_practice": 38, "policy": 24, "supervision": 16, "after_audit": 16, "other": 6}
_MEETINGS = {"team_around_the_worker": 62, "multi_agency_team": 38}
_MEANT_TO_REFER, _REFERRED_STILL, _REFERRED_AFTER_ALL = 0.68, 0.27, 0.06
_ASKED_BY = {"community": 24, "council": 26, "voluntary": 8, "housing": 3, "hospital": 4}
_ASKED_BY_SCHOOL = 0.42
_POUNDS = 800.0
"""What the national programme paid for a family in its years from 2015 to 2020."""
_OUTCOMES = {"sustained_progress": 85, "continuous_employment": 15}


def support_table(workforce: Workforce) -> pa.Table:
    city = workforce.city
    rng = city.draws.stream("development support")
    day = occasions(city, rng, rates.DEVELOPMENT_SUPPORT)
    names = np.array(workforce.agency_names, dtype=object)
    columns = {
        "support_id": city.ids_of("development_support", day * DAY + 10 * 3600),
        "organisation": texts(names[rng.integers(0, len(names), len(day))]),
        "given_on": dates(day),
        "kind": texts(choose(rng, tuple(_SUPPORT), list(_SUPPORT.values()), len(day))),
    }
    return table("development_support", columns)


def consultations_table(workforce: Workforce) -> pa.Table:
    """Meetings after which most families are helped where they are, without the referral that was meant."""
    city = workforce.city
    rng = city.draws.stream("consultations")
    day = occasions(city, rng, scaled(city, rates.CONSULTATIONS))
    count = len(day)
    intended = rng.random(count) < _MEANT_TO_REFER
    made = rng.random(count) < np.where(intended, _REFERRED_STILL, _REFERRED_AFTER_ALL)
    others = np.array([workforce.agency(name) for name in _ASKED_BY])[pick(rng, list(_ASKED_BY.values()), count)]
    schools = len(AGENCIES) + workforce.settings.teaches
    school = schools[rng.integers(0, len(schools), count)]
    columns = {
        "consultation_id": city.ids_of("consultations", day * DAY + 14 * 3600),
        "held_on": dates(day),
        "kind": texts(choose(rng, tuple(_MEETINGS), list(_MEETINGS.values()), count)),
        "referral_intended": yes_no(intended),
        "referral_made": yes_no(made),
        "agency_id": keys(workforce.agency_ids, np.where(rng.random(count) < _ASKED_BY_SCHOOL, school, others)),
    }
    return table("consultations", columns)


def claims_table(city: Population, episodes: Episodes, spells: Spells) -> pa.Table:
    """For some of the families whose early help ended with their goals met, claimed in the months after."""
    rng = city.draws.stream("family claims")
    met = np.flatnonzero((spells.outcome == GOALS_MET) & (spells.step < ASSESSMENT))
    met = met[rng.random(len(met)) < rates.CLAIMED]
    day = to_working_day(spells.ended[met] + rng.integers(30, 150, len(met)))
    kept = (day >= city.history.first) & (day <= city.history.last)
    met, day = met[kept], day[kept]
    columns = {
        "claim_id": city.ids_of("family_claims", day * DAY + 12 * 3600),
        "family_id": keys(city.family_ids, episodes.openings.family[spells.episode[met]]),
        "claimed_on": dates(day),
        "outcome": codes(tuple(_OUTCOMES), pick(rng, list(_OUTCOMES.values()), len(met))),
        "amount": pa.array(np.full(len(met), _POUNDS)),
    }
    return table("family_claims", columns)
