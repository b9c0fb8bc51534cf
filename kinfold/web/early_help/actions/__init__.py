"""Starting help, talking, planning, reviewing and ending: one function a verb."""

from kinfold.web.early_help.actions.agreeing import agree_plan, end_plan
from kinfold.web.early_help.actions.closing import close_help
from kinfold.web.early_help.actions.conversations import complete_conversation, start_conversation
from kinfold.web.early_help.actions.goals import add_goal, change_goal
from kinfold.web.early_help.actions.handing_over import (
    accept_family,
    hand_over,
    leads_what_they_accept,
    name_lead,
    tell_the_hub,
)
from kinfold.web.early_help.actions.plans import OwnPlan, change_plan, write_plan
from kinfold.web.early_help.actions.promises import change_promise, drop_promise, mark_promise_done, promise
from kinfold.web.early_help.actions.reviews import finish_review, start_review
from kinfold.web.early_help.actions.sharing import decide_sharing
from kinfold.web.early_help.actions.starting import record_agreement, start_family_support

__all__ = [
    "OwnPlan", "accept_family", "add_goal", "agree_plan", "change_goal", "change_plan", "change_promise",
    "close_help", "complete_conversation", "decide_sharing", "drop_promise", "end_plan", "finish_review", "hand_over",
    "leads_what_they_accept", "mark_promise_done", "name_lead", "promise", "record_agreement", "start_conversation",
    "start_family_support", "start_review", "tell_the_hub", "write_plan",
]  # fmt: skip
