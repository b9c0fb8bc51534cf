"""Boards and what they answer for: strategies, their priorities, objectives and actions, and how each has gone."""

from kinfold.web.partnership.models.boards import Board, BoardMember, Cycle, Duty
from kinfold.web.partnership.models.history import Evidence, OfOneLine, StatusUpdate
from kinfold.web.partnership.models.lines import Line, Standing
from kinfold.web.partnership.models.papers import Decision, DueReport, Papers
from kinfold.web.partnership.models.strategies import Objective, Priority, Strategy, StrategyAction

__all__ = [
    "Board", "BoardMember", "Cycle", "Decision", "DueReport", "Duty", "Evidence", "Line", "Objective", "OfOneLine",
    "Papers", "Priority", "Standing", "StatusUpdate", "Strategy", "StrategyAction",
]  # fmt: skip
