"""What is asked about help to families: what a child is open to, who is involved, what waits."""

from kinfold.web.casework.selectors.colleagues import (
    colleagues,
    handovers_held,
    parts_held,
    who_can_cover,
    who_can_take_over,
)
from kinfold.web.casework.selectors.conflicts import conflicts
from kinfold.web.casework.selectors.covers import covered_by, covers_of
from kinfold.web.casework.selectors.families import (
    FamilyHelped,
    episodes_without_lead,
    families_of,
    families_of_team,
    families_visible,
)
from kinfold.web.casework.selectors.handovers import (
    HandoverShown,
    handovers_awaiting_agreement,
    handovers_offered,
    handovers_waiting,
)
from kinfold.web.casework.selectors.people import (
    Help,
    Involved,
    current_statuses,
    help_for,
    involved,
    leads,
    open_but_unseen,
    open_episode_of,
    open_to,
    open_to_each,
    role_labels,
)

__all__ = [
    "FamilyHelped", "HandoverShown", "Help", "Involved", "colleagues", "conflicts", "covered_by", "covers_of",
    "current_statuses",
    "episodes_without_lead", "families_of", "families_of_team", "families_visible", "handovers_awaiting_agreement",
    "handovers_held", "handovers_offered", "handovers_waiting", "help_for", "involved", "leads", "open_but_unseen",
    "open_episode_of",
    "open_to", "open_to_each", "parts_held", "role_labels", "who_can_cover",
    "who_can_take_over",
]  # fmt: skip
