"""What a colleague is told of early help."""

from kinfold.web.notices.kinds import NoticeKind

INVITED = NoticeKind("You are invited to a meeting about a family’s plan", "early_help:review")
