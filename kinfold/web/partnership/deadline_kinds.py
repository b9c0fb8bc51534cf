"""What falls due for a board."""

from kinfold.web.deadlines.kinds import DeadlineKind

BOARD_REPORT = DeadlineKind("board_report", "board_report", "Report to a board", "partnership:due_report")
REPORT_SECTION = DeadlineKind("report_section", "report_section", "Your part of a report", "insight:section")

KINDS = (BOARD_REPORT, REPORT_SECTION)
