"""From a draft, the newest release and the strategies' actions to the report as one frozen value."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from kinfold.indicators.engine.gathered import Gathered
from kinfold.indicators.periods import Period, last_complete_quarters
from kinfold.reports import ActionProgress, DataNotes, IndicatorPart, day
from kinfold.reports import Remark as RemarkValue
from kinfold.reports import Report as ReportValue
from kinfold.reports.indicator_blocks import FEW
from kinfold.reports.values import ActionStatus, Chapter
from kinfold.web.access.models import User
from kinfold.web.insight.models import Report, Section
from kinfold.web.insight.outlines import Outline, Part
from kinfold.web.insight.selectors import gathered as g
from kinfold.web.insight.selectors import released as r
from kinfold.web.insight.selectors.gathered import Found
from kinfold.web.insight.selectors.released import Released
from kinfold.web.insight.selectors.rulings import NOTHING, ruled
from kinfold.web.partnership.models import Cycle, StrategyAction

BROKEN_DOWN_BY = ("ward",)
QUARTERS = 12  # three years: enough to see a season twice, and a table that fits its page


@dataclass(frozen=True)
class Material:
    """Everything that a report is made from: `actions` by the part of the outline that they stand under."""

    subject: str
    outline: Outline
    released: Released
    sections: Sequence[Section]
    actions: Mapping[str, Sequence[StrategyAction]]
    gathered: Found


def build(report: Report, material: Material) -> ReportValue:
    """Everything the report says, as a draft."""
    outline, released, duty = material.outline, material.released, report.duty
    chapters = outline.chapters
    return ReportValue(
        title=duty.title,
        board=duty.board.name,
        subject=material.subject,
        period=report.period,
        marking=report.marking,
        circulation=tuple(report.circulation),
        author=signature(report.prepared_by),
        prepared_on=report.prepared_on,
        indicators=_indicators(report, material),
        actions=tuple(
            _progress(action, part) for part in outline.parts for action in material.actions.get(part.key, ())
        ),
        going_well=() if chapters else _remarks(material.sections, Section.Part.GOING_WELL),
        needs_to_improve=() if chapters else _remarks(material.sections, Section.Part.NEEDS_TO_IMPROVE),
        chapters=tuple(_chapter(part, material.sections) for part in outline.parts) if chapters else (),
        notes=DataNotes(
            as_at=released.release.as_at,
            lag=released.lag,
            suppression=released.small_numbers,
            further=_further(report.covers, released),
        ),
    )


def signature(user: User) -> str:
    return f"{user.name}, {user.post}".rstrip(", ")


def is_over(report: Report, released: Released) -> bool:
    """Whether the figures know of its period's last day."""
    return released.release.as_at > report.covers.last_day


def _indicators(report: Report, material: Material) -> tuple[IndicatorPart, ...]:
    """Up to the period's last quarter; where it is not over, the quarter under way beside the last whole one."""
    outline, released = material.outline, material.released
    asked = [(part, number, one) for part in outline.parts for number, one in part.measured_by]
    so_far = not is_over(report, released)
    last = min(report.covers.ends_on, released.so_far.starts_on) if so_far else report.covers.ends_on
    until = last_complete_quarters(1, last)[0]
    first = last_complete_quarters(QUARTERS, until.ends_on)[0]
    every = () if len(asked) > FEW and not outline.chapters else BROKEN_DOWN_BY
    found = r.figures(released, by=("", *BROKEN_DOWN_BY), keys={one.key for _, _, one in asked})
    decided = ruled({one.key for _, _, one in asked})
    parts = []
    for part, number, one in asked:
        its = decided.get(one.key, NOTHING)
        if isinstance(one, Gathered):
            came = material.gathered[one.key]
            parts.append(
                g.part(one, came, released, since=first, until=until, number=number, under=part.title, decided=its)
            )
            continue
        own, now = found[one.key], released.so_far.key
        current = next((each for each in own if each.by is None and each.period == now), None) if so_far else None
        parts.append(
            r.part(
                one,
                own,
                since=first,
                until=until,
                breakdowns=every if not outline.chapters or part.by_ward else (),
                so_far=current,
                number=number,
                under=part.title,
                of_years=report.duty.cycle == Cycle.YEARLY,
                decided=its,
            )
        )
    return tuple(parts)


def _progress(action: StrategyAction, part: Part) -> ActionProgress:
    return ActionProgress(
        number=action.number,
        action=action.action,
        owner_post=action.owner_post,
        status=cast(ActionStatus, action.status),
        note=action.note,
        updated_on=action.updated_on,
        under=part.title,
    )


def _remarks(sections: Sequence[Section], part: Section.Part) -> tuple[RemarkValue, ...]:
    return tuple(_remark(one) for one in sections if one.part == part and one.text.strip())


def _chapter(part: Part, sections: Sequence[Section]) -> Chapter:
    own = (one for one in sections if one.key == part.key and one.text.strip())
    return Chapter(title=part.title, remarks=tuple(map(_remark, own)), by_ward=part.by_ward)


def _remark(section: Section) -> RemarkValue:
    assert section.written_by is not None
    assert section.written_on is not None
    return RemarkValue(
        text=section.text,
        author=signature(section.written_by),
        written_on=section.written_on,
        under=section.under,
    )


def _further(covers: Period, released: Released) -> tuple[str, ...]:
    if released.release.as_at > covers.last_day:
        return ()
    return (
        f"This period ends on {day(covers.last_day)}. Figures so far are given and are not compared "
        "with those of whole quarters. The trends end with the last whole quarter.",
    )
