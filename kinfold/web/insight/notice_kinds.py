"""What authors of a report are told of."""

from kinfold.web.notices.kinds import NoticeKind

ASKED = NoticeKind("You are asked to write a part of a board’s report", "insight:section")
LATE = NoticeKind("Your part of a board’s report is late", "insight:section")
COMMENTED = NoticeKind("Somebody has commented on your part of a board’s report", "insight:section")
