"""Every table of harm outside the home."""

from kinfold.city.beyond_home.cohorts import cohort_table
from kinfold.city.beyond_home.exploitation import levels_table, watch_for_exploitation
from kinfold.city.beyond_home.missing import MissingEpisodes
from kinfold.city.beyond_home.returns import missing_tables
from kinfold.city.columns import Tables
from kinfold.city.draws import Floats
from kinfold.city.help.episodes import Statuses
from kinfold.city.help.referrals import Referrals
from kinfold.city.homes import Stays
from kinfold.city.population import Population


def beyond_home_tables(
    city: Population, missing: MissingEpisodes, statuses: Statuses, referrals: Referrals, stays: Stays, frailty: Floats
) -> Tables:
    levels = watch_for_exploitation(city, statuses, missing, frailty)
    return {
        **missing_tables(city, missing, statuses, referrals, stays),
        "exploitation_levels": levels_table(city, levels, stays),
        "cohort_members": cohort_table(city, levels, referrals),
    }
