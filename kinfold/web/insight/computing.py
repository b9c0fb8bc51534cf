"""From the records of one moment to a release of figures: read, count, list, keep; all of it, or nothing changes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from types import MappingProxyType

from django.db import connection, transaction

from kinfold.indicators.catalogue import BY_KEY
from kinfold.indicators.engine.breakdowns import BREAKDOWNS
from kinfold.indicators.engine.figures import Figure as Counted
from kinfold.indicators.engine.protection import protected
from kinfold.indicators.periods import Period, last_complete_quarters, quarter_of, year, year_to_date
from kinfold.web.audit import events
from kinfold.web.insight import definitions, folders
from kinfold.web.insight.models import Figure, Release

QUARTERS = 20
YEARS = 4
KEPT_RELEASES = 3

Say = Callable[[Release.Step], None]
_COLUMNS = (
    "release_id", "indicator", "period", "by", "group", "numerator", "denominator", "value", "status", "hidden",
)  # fmt: skip


@dataclass(frozen=True)
class Span:
    """What a release counts: quarters for lists and trends; years and years to date beside them."""

    quarters: tuple[Period, ...]  # complete ones, oldest first
    so_far: Period
    longer: tuple[Period, ...]

    @property
    def listed(self) -> tuple[Period, ...]:
        return (*self.quarters, self.so_far)

    @property
    def every(self) -> tuple[Period, ...]:
        return (*self.listed, *self.longer)


def span(today: date) -> Span:
    quarters, now = last_complete_quarters(QUARTERS, today), quarter_of(today)
    last_year = int(now.key[:4]) - 1
    years = tuple(year(f"{first}-{(first + 1) % 100:02}") for first in range(last_year - YEARS + 1, last_year + 1))
    return Span(quarters, now, (*years, year_to_date(quarters[-1].key), year_to_date(now.key)))


def known_to(today: date) -> date:
    """The last whole day, since what falls due today may still be done; a quarter's first day stands for itself."""
    return today if quarter_of(today).starts_on == today else today - timedelta(days=1)


def work_out(
    release: Release, *, extract: Callable[[Path], object], today: date, clock: Callable[[], datetime], say: Say
) -> int:
    """Returns how many figures it kept. Whatever goes wrong, the release says so and the one before stays in use."""

    def step(at: Release.Step) -> None:
        Release.objects.filter(pk=release.pk).update(step=at, heard_from_at=clock())
        say(at)

    try:
        step(Release.Step.READING)
        dataset = folders.dataset(release.pk)
        extract(dataset)
        step(Release.Step.COUNTING)
        before = Release.objects.newest()
        release.definitions = definitions.in_force()
        release.changes = definitions.changes(before, release.definitions)
        counted, hidden = counted_in(dataset, today, definitions.kept(before, release.changes))
        step(Release.Step.LISTING)
        list_rows(dataset, folders.numerators(release.pk), today)
        step(Release.Step.KEEPING)
        with transaction.atomic():
            keep(release, counted, hidden)
            _complete(release, clock())
    except BaseException as problem:
        Release.objects.filter(pk=release.pk, state=Release.State.UNDER_WAY).update(
            state=Release.State.FAILED, finished_at=clock(), problem=f"{type(problem).__name__}: {problem}"[:2000]
        )
        raise
    forget_old_releases()
    return len(counted)


def counted_in(
    dataset: Path, today: date, kept: definitions.Kept = MappingProxyType({})
) -> tuple[list[Counted], list[bool]]:
    """Every figure as it is, and whether it is kept from those who do not work with the children.

    Those in `kept` stand as an earlier definition counted them.
    """
    from kinfold.indicators.scorecard import scorecard  # brings Ibis where nothing is cached: never in a web page

    periods = span(today).every
    counted = scorecard(dataset, periods, tuple(BREAKDOWNS), "practice", as_at=known_to(today))
    counted = list(definitions.with_kept(counted, kept))
    shown = protected(counted, BY_KEY, periods, "public")
    return counted, [figure.status == "suppressed" for figure in shown]


def list_rows(dataset: Path, out: Path, today: date) -> None:
    from kinfold.indicators.numerators import write_numerators

    write_numerators(dataset, span(today).listed, out, as_at=known_to(today))


def keep(release: Release, counted: Sequence[Counted], hidden: Sequence[bool]) -> None:
    columns = ", ".join(f'"{column}"' for column in _COLUMNS)
    with connection.cursor() as cursor, cursor.copy(f'COPY "{Figure._meta.db_table}" ({columns}) FROM STDIN') as copy:
        for one, is_hidden in zip(counted, hidden, strict=True):
            copy.write_row(
                (
                    release.pk, one.indicator, one.period, one.by or "", one.group or "",
                    one.numerator, one.denominator, one.value, one.status, is_hidden,
                )
            )  # fmt: skip


def _complete(release: Release, now: datetime) -> None:
    release.state, release.finished_at, release.heard_from_at = Release.State.COMPLETE, now, now
    release.save(update_fields=["state", "finished_at", "heard_from_at", "definitions", "changes"])
    events.record("figures.released", by=release.asked_by, about=release)


def forget_old_releases() -> None:
    """What was counted earlier can be counted again, and published reports keep their own figures."""
    kept = set(Release.objects.complete().order_by("-finished_at").values_list("pk", flat=True)[:KEPT_RELEASES])
    kept |= set(Release.objects.filter(state=Release.State.UNDER_WAY).values_list("pk", flat=True))
    Figure.objects.exclude(release__in=kept)._raw_delete("default")
    folders.remove_all_but(kept)
