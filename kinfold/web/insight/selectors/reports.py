"""Reports, and which quarters can have one."""

from datetime import date
from uuid import UUID

from kinfold.indicators.engine.gathered import Gathered
from kinfold.reports import Report as ReportValue
from kinfold.reports import from_json, period_in_full
from kinfold.web.access.checks import require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.insight.building import build
from kinfold.web.insight.models import FrozenFile, Remark, Report
from kinfold.web.insight.selectors import gathered as g
from kinfold.web.insight.selectors import released as r
from kinfold.web.insight.selectors.gathered import Found
from kinfold.web.partnership.models import Standing, StrategyAction

OFFERED = 8  # complete quarters


def reports(viewer: User) -> list[Report]:
    """Drafts and published ones, the newest quarter first."""
    require(viewer, Permission.REPORT_READ)
    named = ("priority__board", "priority__strategy", "prepared_by", "signed_off_by")
    rows = Report.objects.select_related(*named).defer("value")
    return list(rows.order_by("-period", "-created_at"))


def report(viewer: User, pk: UUID) -> Report | None:
    require(viewer, Permission.REPORT_READ)
    rows = Report.objects.select_related(
        "priority__board", "priority__strategy", "prepared_by", "signed_off_by", "release"
    )
    return rows.filter(pk=pk).first()


def remarks_of(report: Report) -> list[Remark]:
    """What is going well, then what needs to improve."""
    return list(Remark.objects.filter(report=report).select_related("author", "report").order_by("part"))


def remark(viewer: User, report_id: UUID, part: str) -> Remark | None:
    require(viewer, Permission.REPORT_WRITE)
    rows = Remark.objects.select_related("report__priority__board", "author")
    return rows.filter(report=report_id, part=part).first()


def actions_of(report: Report) -> list[StrategyAction]:
    """What was closed and is kept as history is not reported on."""
    return list(StrategyAction.objects.filter(priority=report.priority_id).exclude(status=Standing.CLOSED))


def gathered_for(viewer: User, report: Report) -> Found:
    """What agencies sent and others published for its priority, as it stands now."""
    asked = r.of_priority(report.priority.number)
    return g.figures(viewer, [one for one in asked if isinstance(one, Gathered)])


def value_of(viewer: User, report: Report, today: date) -> ReportValue | None:
    """A published report as it was published; a draft from the newest release, None before there is one.

    A report is the board's, so everybody reads it as the board may.
    """
    require(viewer, Permission.REPORT_READ)
    if report.published_at is not None:
        return from_json(report.value)
    released = r.newest(viewer, today, "board")
    if released is None:
        return None
    return build(report, released, actions_of(report), remarks_of(report), gathered_for(viewer, report))


def files_of(report: Report) -> list[FrozenFile]:
    """Without their bytes."""
    return list(FrozenFile.objects.filter(report=report).defer("content").order_by("form"))


def frozen(viewer: User, report_id: UUID, form: str) -> FrozenFile | None:
    require(viewer, Permission.REPORT_READ)
    return FrozenFile.objects.select_related("report__priority__board").filter(report=report_id, form=form).first()


def quarters_to_report(viewer: User, today: date) -> list[tuple[str, str]]:
    """(key, words): the last complete quarters, and the one that is not over, for a draft of the figures so far."""
    released = r.newest(viewer, today, "board")
    if released is None:
        return []
    complete = r.quarters(r.figures(released, keys=[one.key for one in r.of_priority(1)]), released)[-OFFERED:]
    so_far = (released.so_far.key, f"{period_in_full(released.so_far.key)}, so far")
    return [*((one.key, period_in_full(one.key)) for one in reversed(complete)), so_far]
