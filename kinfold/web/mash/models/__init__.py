"""Contacts, the children they are about, the worries, the decisions and the answers."""

from kinfold.web.mash.models.children import ChildWorry, ContactChild
from kinfold.web.mash.models.contacts import Contact, ContactDraft, Rating
from kinfold.web.mash.models.feedback import Feedback
from kinfold.web.mash.models.grades import Grade

__all__ = ["ChildWorry", "Contact", "ContactChild", "ContactDraft", "Feedback", "Grade", "Rating"]
