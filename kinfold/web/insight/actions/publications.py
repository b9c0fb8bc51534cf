"""Preparing a file of figures for the public, and publishing it: two people, and no way back."""

import hashlib
from datetime import date, datetime

from django.db import IntegrityError, transaction

from kinfold.indicators.catalogue import BY_KEY
from kinfold.indicators.engine.figures import Figure as Counted
from kinfold.indicators.engine.protection import NEVER_BY, protected
from kinfold.indicators.periods import period
from kinfold.reports.public import figures_of, render_public
from kinfold.web.access.checks import require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.core.rules import hold
from kinfold.web.core.versions import locked, save_version
from kinfold.web.insight import rules
from kinfold.web.insight.models import Figure, PublicFile, Release
from kinfold.web.insight.selectors import publications as selectors
from kinfold.web.local import selectors as local


@transaction.atomic
def prepare(*, by: User, today: date) -> PublicFile:
    """Starts the job, or answers with the one that is running: pressing twice prepares one file."""
    from kinfold.web.insight.tasks import prepare_public_file

    require(by, Permission.FIGURES_COMPUTE)
    release = Release.objects.newest()
    hold(rules.pu1_there_are_figures, release)
    assert release is not None
    counts = str(local.value("public_small_numbers", today))
    try:
        with transaction.atomic():
            one = PublicFile.objects.create(release=release, counts=counts, prepared_by=by)
    except IntegrityError:
        return PublicFile.objects.get(state=PublicFile.State.BEING_PREPARED)
    events.record("public_file.asked_for", by=by, about=one)
    prepare_public_file.defer(file_id=str(one.pk))
    return one


def make(one: PublicFile) -> None:
    """Fills in a file that is being prepared; whatever goes wrong, it says so and another can be prepared."""
    try:
        with transaction.atomic():
            _fill_in(one)
    except BaseException:
        PublicFile.objects.filter(pk=one.pk).update(state=PublicFile.State.FAILED)
        raise


def _fill_in(one: PublicFile) -> None:
    before = selectors.published()
    counted = _figures(one.release)
    shown = protected(
        counted, BY_KEY, [period(key) for key in dict.fromkeys(each.period for each in counted)], "public",
        public_counts=selectors.counts_of(one), earlier=[figures_of(bytes(each.content)) for each in before],
    )  # fmt: skip
    one.content = render_public(shown, as_at=one.release.as_at, counts=selectors.counts_of(one))
    one.sha256 = hashlib.sha256(one.content).hexdigest()
    one.hidden = sum(each.status == "suppressed" for each in shown)
    one.shown = sum(each.status == "shown" for each in shown)
    one.follows, one.state = before.last(), PublicFile.State.READY
    save_version(one, expected=one.version, fields=["content", "sha256", "hidden", "shown", "follows", "state"])
    events.record("public_file.prepared", by=one.prepared_by, about=one, details={"sha256": one.sha256})


def _figures(release: Release) -> list[Counted]:
    """Of periods that are over, and of no single agency."""
    rows = Figure.objects.filter(release=release).exclude(by__in=NEVER_BY).order_by("pk")
    columns = ("indicator", "period", "by", "group", "numerator", "denominator", "value", "status")
    over = {key for key in rows.values_list("period", flat=True).distinct() if period(key).last_day <= release.as_at}
    return [
        Counted(key, of, by or None, group or None, above, below, _whole(value, above, below), status)
        for key, of, by, group, above, below, value, status in rows.filter(period__in=over).values_list(*columns)
    ]


def _whole(value: float | None, above: int | None, below: int | None) -> float | None:
    """A count is a whole number, as it was before the database kept it among fractions."""
    return above if below is None and value == above else value


@transaction.atomic
def publish(*, one: PublicFile, by: User, now: datetime, version: int) -> PublicFile:
    """From now on anybody may have it, and no later file gives away what it hides."""
    require(by, Permission.REPORT_SIGN)
    one = locked(one)
    hold(rules.pu2_is_ready, one)
    hold(rules.pu3_published_by_somebody_else, by.pk != one.prepared_by_id)
    newest = selectors.published().last()
    hold(rules.pu4_knows_the_newest, newest is None or newest.pk == one.follows_id)
    one.state, one.published_at, one.published_by = PublicFile.State.PUBLISHED, now, by
    save_version(one, expected=version, fields=["state", "published_at", "published_by"])
    events.record("public_file.published", by=by, about=one, details={"sha256": one.sha256})
    return one
