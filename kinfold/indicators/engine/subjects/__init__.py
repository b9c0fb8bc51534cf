"""Every kind of row that indicators count, by its table."""

from kinfold.indicators.engine.subject import Subject
from kinfold.indicators.engine.subjects import (
    beyond_home,
    care,
    early_help,
    education,
    front_door,
    protection,
    social_care,
    workforce,
)

SUBJECTS: dict[str, Subject] = {
    subject.table: subject
    for room in (front_door, early_help, social_care, protection, care, beyond_home, education, workforce)
    for subject in room.SUBJECTS
}
