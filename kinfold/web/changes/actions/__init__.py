"""What can be done with files of changes, and with the lines that wait."""

from kinfold.web.changes.actions.accepting import accept, stop
from kinfold.web.changes.actions.deciding import leave_out, take_in_line
from kinfold.web.changes.actions.taking_in import take_in

__all__ = ["accept", "leave_out", "stop", "take_in", "take_in_line"]
