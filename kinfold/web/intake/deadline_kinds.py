"""What falls due to agencies."""

from kinfold.web.deadlines.kinds import DeadlineKind

RETURN = DeadlineKind(
    key="indicator_return",
    rule="indicator_return",
    words="Send your agency’s figures for the quarter",
    url_name="intake:return",
)

KINDS = (RETURN,)
