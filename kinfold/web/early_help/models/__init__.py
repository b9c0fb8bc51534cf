"""Conversations, plans and goals; and what a family opens and says by a link of its own."""

from kinfold.web.early_help.models.after_help import AfterHelp
from kinfold.web.early_help.models.consultations import Consultation
from kinfold.web.early_help.models.family import FamilyLink, FamilySaid, Signature
from kinfold.web.early_help.models.oversight import Oversight
from kinfold.web.early_help.models.plans import Conversation, Goal, Plan, PlanChild
from kinfold.web.early_help.models.watching import Watch, WatchContact

__all__ = [
    "AfterHelp", "Consultation", "Conversation", "FamilyLink", "FamilySaid", "Goal", "Oversight", "Plan",
    "PlanChild", "Signature", "Watch", "WatchContact",
]  # fmt: skip
