"""What falls due after emergency access."""

from kinfold.web.deadlines.kinds import DeadlineKind

REVIEW = DeadlineKind(
    "emergency_review", "emergency_access_review", "Look at an emergency access", "record:emergency_review"
)

KINDS = (REVIEW,)
