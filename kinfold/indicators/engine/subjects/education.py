"""Pupils who miss school or move between schools, and families' own answers."""

from kinfold.indicators.engine.subject import Subject
from kinfold.indicators.engine.subjects.people import CHILD

SUBJECTS = (
    Subject(table="low_attendance", units={"pupils’ terms": "absence_id", "pupils": "person_id"}, facts=CHILD),
    Subject(table="managed_moves", units={"moves": "move_id", "pupils": "person_id"}, facts=CHILD),
    Subject(table="survey_answers", units={"answers": "answer_id"}, facts=CHILD),
    Subject(table="family_claims", units={"claims": "claim_id", "families": "family_id"}),
)
