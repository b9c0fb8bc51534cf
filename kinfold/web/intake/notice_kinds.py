"""What people are told about returns; never a figure, never whose."""

from kinfold.web.notices.kinds import NoticeKind

ASKED = NoticeKind("Your agency’s figures for the quarter are asked for", "intake:return")
LATE = NoticeKind("Your agency’s figures for the quarter are late", "intake:return")
SIGNED = NoticeKind("An agency has signed off its figures for the quarter", "intake:return")
REVISED = NoticeKind("An agency has signed off revised figures for a quarter", "intake:return")
