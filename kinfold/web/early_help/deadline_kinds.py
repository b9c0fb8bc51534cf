"""What falls due in early help."""

from kinfold.web.deadlines.kinds import DeadlineKind

PLAN_REVIEW = DeadlineKind("plan_review", "plan_review", "Review a Family Support Plan", "early_help:review")

KINDS = (PLAN_REVIEW,)
