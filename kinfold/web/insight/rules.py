"""What holds for reports and public files; each docstring is the message that a person reads."""

from collections.abc import Collection

from kinfold.web.insight.models import PublicFile, Release, Report


def re1_is_a_draft(report: Report) -> bool:
    """This report is published. It is never changed."""
    return report.published_at is None


def re2_signed_by_somebody_else(wrote: bool) -> bool:
    """Somebody else must sign off what you prepared or wrote."""
    return not wrote


def re3_period_is_over(over: bool) -> bool:
    """The period is not over. The report can be signed off when it is, with figures worked out after its last day."""
    return over


def re4_every_section_is_written(to_write: Collection[str]) -> bool:
    """Every section must be written before the report is signed off."""
    return not to_write


def re5_goes_to_somebody(circulation: list[str]) -> bool:
    """Say who receives the report."""
    return bool(circulation)


def re6_is_a_period_with_figures(known: bool) -> bool:
    """There are no figures for this period."""
    return known


def re7_is_what_was_read(unchanged: bool) -> bool:
    """The figures, actions or words have changed since you read the report. Read it again, then sign it off."""
    return unchanged


def re8_ready_is_written(text: str) -> bool:
    """Write the section before you say that it is ready."""
    return bool(text)


def re9_author_may_read_reports(among: bool) -> bool:
    """Choose somebody whose role lets them read reports."""
    return among


def re10_says_something(text: str) -> bool:
    """Write the comment."""
    return bool(text)


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
