"""What holds for reports and public files; each docstring is the message that a person reads."""

from kinfold.web.insight.models import PublicFile, Release, Report


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


def pu1_there_are_figures(release: Release | None) -> bool:
    """There are no figures yet. Work them out on the scorecard, then prepare a file."""
    return release is not None


def pu2_is_ready(one: PublicFile) -> bool:
    """This file cannot be published: it is published already, or was never ready."""
    return one.state == PublicFile.State.READY


def pu3_published_by_somebody_else(by_somebody_else: bool) -> bool:
    """Somebody else must publish what you prepared."""
    return by_somebody_else


def pu4_knows_the_newest(follows_it: bool) -> bool:
    """Another file was published since this one was prepared, and together they could give small numbers away.
    Prepare a new one."""
    return follows_it
