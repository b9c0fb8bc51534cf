"""From a draft, the newest release and the strategy's actions to the report as one frozen value."""

from collections.abc import Sequence
from typing import cast

from kinfold.indicators.engine.gathered import Gathered
from kinfold.indicators.periods import Period, last_complete_quarters, period
from kinfold.reports import ActionProgress, DataNotes, IndicatorPart, day
from kinfold.reports import Remark as RemarkValue
from kinfold.reports import Report as ReportValue
from kinfold.reports.values import ActionStatus
from kinfold.web.insight.models import Remark, Report
from kinfold.web.insight.selectors import gathered as g
from kinfold.web.insight.selectors import released as r
from kinfold.web.insight.selectors.gathered import Found
from kinfold.web.insight.selectors.released import Released
from kinfold.web.partnership.models import StrategyAction

BROKEN_DOWN_BY = ("ward",)
QUARTERS = 12  # three years: enough to see a season twice, and a table that fits its page


def build(
    report: Report,
    released: Released,
    actions: Sequence[StrategyAction],
    remarks: Sequence[Remark],
    gathered: Found,
) -> ReportValue:
    """Everything the report says, as a draft."""
    quarter = period(report.period)
    return ReportValue(
        title=f"Priority {report.priority.number} quarterly report",
        board=report.priority.board.name,
        subject=f"Priority {report.priority.number} of the {report.priority.strategy}: {report.priority.title}",
        period=report.period,
        marking=report.marking,
        circulation=tuple(report.circulation),
        author=f"{report.prepared_by.name}, {report.prepared_by.post}".rstrip(", "),
        prepared_on=report.prepared_on,
        indicators=_indicators(report, released, quarter, gathered),
        actions=tuple(_progress(action) for action in actions),
        going_well=_remarks(remarks, Remark.Part.GOING_WELL),
        needs_to_improve=_remarks(remarks, Remark.Part.NEEDS_TO_IMPROVE),
        notes=DataNotes(
            as_at=released.release.as_at,
            lag=released.lag,
            suppression=released.small_numbers,
            further=_further(quarter, released),
        ),
    )


def _indicators(report: Report, released: Released, quarter: Period, gathered: Found) -> tuple[IndicatorPart, ...]:
    """Those of the priority, up to the quarter; of one that is not over, beside the last complete quarter."""
    number = report.priority.number
    wanted = (*r.of_priority(number), *r.read_with_priority(number))
    found = r.figures(released, by=("", *BROKEN_DOWN_BY), keys=[one.key for one in wanted])
    so_far = quarter.starts_on >= released.so_far.starts_on
    until = last_complete_quarters(1, released.so_far.starts_on)[0] if so_far else quarter
    first = last_complete_quarters(QUARTERS, until.ends_on)[0]
    parts = []
    for one in wanted:
        if isinstance(one, Gathered):
            parts.append(g.part(one, gathered[one.key], released, since=first, until=until, under=number))
            continue
        own = found[one.key]
        now = next((each for each in own if each.by is None and each.period == quarter.key), None) if so_far else None
        parts.append(r.part(one, own, since=first, until=until, breakdowns=BROKEN_DOWN_BY, so_far=now))
    return tuple(parts)


def _progress(action: StrategyAction) -> ActionProgress:
    return ActionProgress(
        number=action.number,
        action=action.action,
        owner_post=action.owner_post,
        status=cast(ActionStatus, action.status),
        note=action.note,
        updated_on=action.updated_on,
    )


def _remarks(remarks: Sequence[Remark], part: Remark.Part) -> tuple[RemarkValue, ...]:
    return tuple(
        RemarkValue(
            text=one.text, author=f"{one.author.name}, {one.author.post}".rstrip(", "), written_on=one.written_on
        )
        for one in remarks
        if one.part == part and one.text.strip()
    )


def _further(quarter: Period, released: Released) -> tuple[str, ...]:
    if quarter.starts_on < released.so_far.starts_on:
        return ()
    return (
        f"This quarter ends on {day(quarter.last_day)}. Its figures so far are given and are not compared with those "
        "of whole quarters. The trends end with the last whole quarter.",
    )
