"""What holds for a board's report; each docstring is the message that a person reads."""

from kinfold.web.insight.models import Report


def re1_is_a_draft(report: Report) -> bool:
    """This report is published. It is never changed."""
    return report.published_at is None


def re2_signed_by_somebody_else(wrote: bool) -> bool:
    """Somebody else must sign off what you prepared or wrote."""
    return not wrote


def re3_quarter_is_over(over: bool) -> bool:
    """The quarter is not over. The report can be signed off when it is, with figures worked out after its last day."""
    return over


def re4_commentary_is_there(parts_written: int) -> bool:
    """Write what is going well and what needs to improve before the report is signed off."""
    return parts_written == 2


def re5_goes_to_somebody(circulation: list[str]) -> bool:
    """Say who receives the report."""
    return bool(circulation)


def re6_is_a_quarter_with_figures(known: bool) -> bool:
    """There are no figures for this quarter."""
    return known


def re7_is_what_was_read(unchanged: bool) -> bool:
    """The figures, actions or words have changed since you read the report. Read it again, then sign it off."""
    return unchanged
