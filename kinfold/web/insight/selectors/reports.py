"""A report: what stands in it, who writes which section, what was said of it, and what was published."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from kinfold.indicators.asked.boards import Covered
from kinfold.indicators.engine.gathered import Gathered
from kinfold.reports import Report as ReportValue
from kinfold.reports import from_json
from kinfold.web.access.checks import require
from kinfold.web.access.models import Membership, User
from kinfold.web.access.permissions import Permission, roles_with
from kinfold.web.deadlines.models import Deadline
from kinfold.web.insight.building import Material, build
from kinfold.web.insight.models import Comment, FrozenFile, Report, Section
from kinfold.web.insight.outlines import Outline, outline_of, priorities_of
from kinfold.web.insight.selectors import gathered as g
from kinfold.web.insight.selectors import released as r
from kinfold.web.insight.selectors.gathered import Found
from kinfold.web.partnership.deadline_kinds import REPORT_SECTION
from kinfold.web.partnership.models import Duty, Priority, Standing, StrategyAction


@dataclass(frozen=True)
class SectionShown:
    """``due`` is None for those whom the report's clocks are not shown to, and once it is ready."""

    section: Section
    open_comments: int
    due: date | datetime | None
    overdue: bool


def report(viewer: User, pk: UUID) -> Report | None:
    require(viewer, Permission.REPORT_READ)
    rows = Report.objects.select_related("duty__board", "prepared_by", "signed_off_by", "release")
    return rows.filter(pk=pk).first()


def sections_of(report: Report) -> list[Section]:
    return list(Section.objects.filter(report=report).select_related("author", "written_by", "report"))


def sections_shown(viewer: User, report: Report, now: datetime) -> list[SectionShown]:
    """In the report's order."""
    require(viewer, Permission.REPORT_READ)
    sections = sections_of(report)
    said = Counter(Comment.objects.filter(section__report=report, resolved_at=None).values_list("section", flat=True))
    clocks = (
        Deadline.objects.open()
        .visible_to(viewer)
        .filter(kind=REPORT_SECTION.key, about_id__in=[one.pk for one in sections])
    )
    due = {clock.about_id: clock for clock in clocks}
    return [
        SectionShown(one, said[one.pk], due[one.pk].due, due[one.pk].is_overdue_at(now))
        if one.pk in due
        else SectionShown(one, said[one.pk], None, overdue=False)
        for one in sections
    ]


def section(viewer: User, pk: UUID) -> Section | None:
    require(viewer, Permission.REPORT_READ)
    named = ("report__duty__board", "report__prepared_by", "author", "written_by")
    return Section.objects.select_related(*named).filter(pk=pk).first()


def comments_of(viewer: User, section: Section) -> list[Comment]:
    """The oldest first."""
    require(viewer, Permission.REPORT_READ)
    return list(Comment.objects.filter(section=section).select_related("author", "resolved_by"))


def comment(viewer: User, pk: UUID) -> Comment | None:
    require(viewer, Permission.REPORT_READ)
    return Comment.objects.select_related("section__report", "author").filter(pk=pk).first()


def open_comments(viewer: User, report: Report) -> list[Comment]:
    require(viewer, Permission.REPORT_READ)
    rows = Comment.objects.filter(section__report=report, resolved_at=None)
    return list(rows.select_related("section", "author").order_by("section__position", "written_at"))


def who_may_write(viewer: User) -> list[User]:
    """Those whose role lets them read reports, and so be asked for a part of one."""
    require(viewer, Permission.REPORT_WRITE)
    now = Membership.objects.filter(role__in=roles_with(Permission.REPORT_READ), ended_on__isnull=True)
    return list(User.objects.filter(is_active=True, system=False, memberships__in=now).distinct().order_by("name"))


def value_of(viewer: User, report: Report, today: date) -> ReportValue | None:
    """A published report as it was published; a draft from the newest release, None before there is one.

    A report is its readers', so everybody reads it as they may.
    """
    require(viewer, Permission.REPORT_READ)
    if report.published_at is not None:
        return from_json(report.value)
    material = material_of(viewer, report, today)
    return build(report, material) if material else None


def material_of(viewer: User, report: Report, today: date) -> Material | None:
    """None before there are figures."""
    outline = outline_of(report.duty)
    released = r.newest(viewer, today, outline.audience)
    if released is None:
        return None
    return Material(
        subject=_subject(report.duty),
        outline=outline,
        released=released,
        sections=sections_of(report),
        actions=_actions(outline),
        gathered=_gathered(viewer, outline),
    )


def _subject(duty: Duty) -> str:
    """The priorities in their strategy's words where there are few, else in short."""
    found = list(priorities_of(tuple(map(Covered.named, duty.covers))).values())
    if len(found) == 1:
        return f"{found[0].name} of the {found[0].strategy}: {found[0].title}"
    strategies = {str(one.strategy): [row for row in found if row.strategy_id == one.strategy_id] for one in found}
    return ". ".join(
        f"{strategy}: {'; '.join(f'{one.name}, {one.short or one.title}' for one in rows)}"
        for strategy, rows in strategies.items()
    )


def priorities_in(report: Report) -> list[Priority]:
    """Those whose actions it shows."""
    asked = tuple(each for part in outline_of(report.duty).parts for each in part.actions)
    return list(priorities_of(asked).values())


def _actions(outline: Outline) -> Mapping[str, Sequence[StrategyAction]]:
    """What was closed and is kept as history is not reported on."""
    priorities = priorities_of(tuple(each for part in outline.parts for each in part.actions))
    rows = StrategyAction.objects.filter(priority__in=priorities.values()).exclude(status=Standing.CLOSED)
    by_priority: dict[UUID, list[StrategyAction]] = {}
    for row in rows:
        by_priority.setdefault(row.priority_id, []).append(row)
    return {
        part.key: [
            action for each in part.actions if each in priorities
            for action in by_priority.get(priorities[each].pk, ())
        ]
        for part in outline.parts
    }  # fmt: skip


def _gathered(viewer: User, outline: Outline) -> Found:
    """What agencies sent and others published, as it stands now."""
    asked = {one.key: one for part in outline.parts for _, one in part.measured_by if isinstance(one, Gathered)}
    return g.figures(viewer, asked.values())


def files_of(report: Report) -> list[FrozenFile]:
    """Without their bytes."""
    return list(FrozenFile.objects.filter(report=report).defer("content").order_by("form"))


def frozen(viewer: User, report_id: UUID, form: str) -> FrozenFile | None:
    require(viewer, Permission.REPORT_READ)
    return FrozenFile.objects.select_related("report__duty__board").filter(report=report_id, form=form).first()
