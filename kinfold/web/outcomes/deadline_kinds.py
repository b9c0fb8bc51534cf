"""What falls due about a family's outcomes."""

from kinfold.web.deadlines.kinds import DeadlineKind

OUTCOME_LASTS = DeadlineKind(
    "outcome_lasts", "outcome_lasts", "Ask whether what a family reached has lasted", "outcomes:need"
)
OUTCOME_CLAIM = DeadlineKind("outcome_claim", "outcome_claim", "Check a family’s outcomes", "outcomes:claim")

KINDS = (OUTCOME_LASTS, OUTCOME_CLAIM)
