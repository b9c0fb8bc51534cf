"""Every table of what the partnership does beside its cases."""

from kinfold.city.columns import Tables
from kinfold.city.front_door.contacts import Contacts
from kinfold.city.front_door.tables import FrontDoorIds
from kinfold.city.help.episodes import Episodes
from kinfold.city.help.spells import Spells
from kinfold.city.partnership.audits import audits_table, compact_table
from kinfold.city.partnership.quality import complaints_table, contact_quality_table
from kinfold.city.partnership.reviews import allegations_table, learning_table
from kinfold.city.partnership.services import claims_table, consultations_table, support_table
from kinfold.city.partnership.staff import staff_table
from kinfold.city.partnership.training import training_tables
from kinfold.city.partnership.voice import survey_table
from kinfold.city.population import Population
from kinfold.city.schooling import Schooling
from kinfold.city.workforce import Workforce


def partnership_tables(
    city: Population, contacts: Contacts, ids: FrontDoorIds, episodes: Episodes, spells: Spells, schooling: Schooling,
    workforce: Workforce,
) -> Tables:  # fmt: skip
    return {
        **training_tables(city),
        "staff": staff_table(workforce),
        "development_support": support_table(workforce),
        "compact_audits": compact_table(city, workforce),
        "audits": audits_table(city, episodes.statuses, spells, workforce),
        "allegations": allegations_table(city),
        "learning_reviews": learning_table(city),
        "survey_answers": survey_table(city, episodes.statuses),
        "consultations": consultations_table(workforce),
        "family_claims": claims_table(city, episodes, spells),
        "contact_quality": contact_quality_table(city, contacts, ids, schooling, workforce),
        "complaints": complaints_table(city),
    }
