"""What falls due for a board."""

from kinfold.web.deadlines.kinds import DeadlineKind

BOARD_REPORT = DeadlineKind("board_report", "board_report", "Report to a board", "partnership:due_report")

KINDS = (BOARD_REPORT,)
