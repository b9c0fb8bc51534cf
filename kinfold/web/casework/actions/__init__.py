"""Opening, carrying on, handing over and closing help to a family."""

from kinfold.web.casework.actions.answers import accept_handover, begin_help, refuse_handover
from kinfold.web.casework.actions.conflicts import declare_conflict, end_conflict
from kinfold.web.casework.actions.covers import arrange_cover, end_cover
from kinfold.web.casework.actions.episodes import close_episode, open_episode
from kinfold.web.casework.actions.handovers import offer_handover, withdraw_handover
from kinfold.web.casework.actions.involvements import end_involvement, involve, name_lead
from kinfold.web.casework.actions.leaving import leave
from kinfold.web.casework.actions.passing_on import pass_on
from kinfold.web.casework.actions.statuses import end_status, start_status

__all__ = [
    "accept_handover", "arrange_cover", "begin_help", "close_episode", "declare_conflict", "end_conflict", "end_cover",
    "end_involvement", "end_status", "involve", "leave", "name_lead", "offer_handover", "open_episode",
    "pass_on", "refuse_handover", "start_status", "withdraw_handover",
]  # fmt: skip
