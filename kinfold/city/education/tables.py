"""Every table of schooling that needs watching."""

from kinfold.city.columns import Tables
from kinfold.city.draws import Floats
from kinfold.city.education.attendance import attendance_table, miss_school
from kinfold.city.education.moves import moves_table
from kinfold.city.education.plans import education_plans_table
from kinfold.city.help.episodes import Statuses
from kinfold.city.help.referrals import Referrals
from kinfold.city.population import Population
from kinfold.city.schooling import Schooling
from kinfold.city.workforce import Workforce


def education_tables(
    city: Population,
    schooling: Schooling,
    statuses: Statuses,
    referrals: Referrals,
    workforce: Workforce,
    frailty: Floats,
) -> Tables:  # fmt: skip
    low = miss_school(city, workforce.settings, schooling, frailty)
    return {
        "low_attendance": attendance_table(city, low, statuses, referrals, workforce),
        "managed_moves": moves_table(city, workforce.settings, schooling, frailty),
        "education_plans": education_plans_table(city, statuses),
    }
