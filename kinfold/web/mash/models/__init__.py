"""Contacts, the children they are about, the worries, the decisions and the answers."""

from kinfold.web.mash.models.advice import Advice
from kinfold.web.mash.models.children import ChildWorry, ContactChild
from kinfold.web.mash.models.contacts import Contact, ContactDraft, Rating
from kinfold.web.mash.models.deliveries import DeliveredLine, Delivery
from kinfold.web.mash.models.feedback import Feedback
from kinfold.web.mash.models.grades import Grade
from kinfold.web.mash.models.incidents import Incident, WordToSchool
from kinfold.web.mash.models.public import PublicSending
from kinfold.web.mash.models.shifts import ShiftNote, ShiftNoteRead
from kinfold.web.mash.models.stages import Stage

__all__ = [
    "Advice", "ChildWorry", "Contact", "ContactChild", "ContactDraft", "DeliveredLine", "Delivery", "Feedback", "Grade",
    "Incident", "PublicSending", "Rating", "ShiftNote", "ShiftNoteRead", "Stage", "WordToSchool",
]  # fmt: skip
