"""Every table of the dataset, declared once: files, checks, imports and the data dictionary are derived from here."""

from kinfold.dataset.declarations import Table
from kinfold.dataset.tables import (
    agencies,
    allegations,
    assessments,
    audits,
    care,
    care_leavers,
    conferences,
    contact_quality,
    early_help,
    education,
    enquiries,
    exploitation,
    families,
    front_door,
    health,
    learning,
    locality,
    missing,
    people,
    permanence,
    person_details,
    placements,
    plans,
    practice,
    proceedings,
    protection_and_care,
    send,
    social_care,
    training,
    visits,
    voice,
    voice_of_child,
)

GROUPS: dict[str, tuple[Table, ...]] = {
    "People": people.TABLES + person_details.TABLES,
    "Families and homes": families.TABLES,
    "Agencies": agencies.TABLES,
    "Front door": front_door.TABLES + contact_quality.TABLES,
    "Early help": early_help.TABLES + plans.TABLES + locality.TABLES,
    "Social care": social_care.TABLES + protection_and_care.TABLES + missing.TABLES,
    "Protection": assessments.TABLES + enquiries.TABLES + conferences.TABLES + visits.TABLES + proceedings.TABLES,
    "Looked after": placements.TABLES + care.TABLES + health.TABLES + permanence.TABLES + care_leavers.TABLES,
    "Special educational needs": send.TABLES,
    "Exploitation": exploitation.TABLES,
    "Education": education.TABLES,
    "Workforce": training.TABLES + allegations.TABLES,
    "Learning": audits.TABLES + learning.TABLES + voice.TABLES + voice_of_child.TABLES,
    "Practice": practice.TABLES,
}
TABLES: tuple[Table, ...] = tuple(table for group in GROUPS.values() for table in group)

_BY_NAME: dict[str, Table] = {word: table for table in TABLES for word in (table.name, table.file)}


def table(name: str) -> Table:
    """The table with this code name (`contacts`) or file name (`ssd_contacts`); KeyError where there is none."""
    try:
        return _BY_NAME[name]
    except KeyError:
        raise KeyError(f"There is no table {name}") from None
