"""Contacts into the Multi-Agency Safeguarding Hub."""

from kinfold.indicators.engine.facts import Lookup
from kinfold.indicators.engine.subject import Subject
from kinfold.indicators.engine.subjects.people import AGENCY, CHILD

SUBJECTS = (
    Subject(
        table="contacts",
        units={"contacts": "contact_id", "children": "person_id", "contact events": "event_id"},
        facts=(
            Lookup(
                "contact_children",
                "contact_id",
                ("event_id", "tier", "decision", "decided_on", "ward", "agency_id"),
            ),
            AGENCY,
            *CHILD,
        ),
    ),
)
