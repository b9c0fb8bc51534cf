"""Family support and early help: plans and conversations."""

from kinfold.indicators.engine.subject import Subject
from kinfold.indicators.engine.subjects.people import AGENCY

SUBJECTS = (
    Subject(table="family_support_plans", units={"plans": "plan_id"}, facts=(AGENCY,)),
    Subject(table="conversations", units={"assessments": "conversation_id"}, facts=(AGENCY,)),
)
