"""Every kind of row that indicators count, by its table."""

from kinfold.indicators.engine.subject import Subject
from kinfold.indicators.engine.subjects import early_help, front_door, social_care

SUBJECTS: dict[str, Subject] = {
    subject.table: subject for subject in (*front_door.SUBJECTS, *early_help.SUBJECTS, *social_care.SUBJECTS)
}
