"""Family support and early help: episodes, plans and conversations."""

from kinfold.indicators.engine.subject import Subject
from kinfold.indicators.engine.subjects.people import AGENCY, CHILD
from kinfold.indicators.engine.subjects.social_care import status

SUBJECTS = (
    Subject(
        table="early_help_episodes",
        units={"episodes": "episode_id", "children": "person_id"},
        facts=(status("episode_id"), *CHILD),
        open_between=("started_on", "ended_on"),
    ),
    Subject(table="family_support_plans", units={"plans": "plan_id"}, facts=(AGENCY,)),
    Subject(table="conversations", units={"assessments": "conversation_id"}, facts=(AGENCY,)),
)
