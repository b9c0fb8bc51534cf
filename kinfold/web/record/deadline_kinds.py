"""What falls due about records of people."""

from kinfold.web.deadlines.kinds import DeadlineKind

CAUTION_REVIEW = DeadlineKind("caution_review", "caution_review", "Look again at something to mind", "record:caution")

KINDS = (CAUTION_REVIEW,)
