"""The jobs beside the web server: working out figures, preparing them for the public, and looking after reports."""

from collections.abc import Callable
from pathlib import Path

from django.db import transaction
from procrastinate.contrib.django import app

from kinfold.web.access.checks import act_as
from kinfold.web.access.permissions import Permission
from kinfold.web.core import clock
from kinfold.web.insight import computing, folders
from kinfold.web.insight.actions import publications, sections
from kinfold.web.insight.models import PublicFile, Release, Report
from kinfold.web.partnership.actions import boards


@app.task(name="insight.work_out_figures", lock="insight.figures")
def work_out_figures(release_id: str) -> None:
    """A job that is run again finds its release over, and leaves it."""
    release = Release.objects.filter(pk=release_id, state=Release.State.UNDER_WAY).first()
    if release is not None:
        work_out_now(release, say=lambda step: None)


@app.task(name="insight.prepare_public_file", lock="insight.figures")
def prepare_public_file(file_id: str) -> None:
    one = PublicFile.objects.filter(pk=file_id, state=PublicFile.State.BEING_PREPARED).first()
    if one is not None:
        publications.make(one)


def work_out_now(release: Release, *, say: Callable[[Release.Step], None]) -> int:
    """Reads as the extract role, in one snapshot; writes as whoever runs this."""
    from kinfold.web.exchange.extracting import extract

    today = clock.today()

    def to_folder(out: Path) -> None:
        extract(folders.extract_url(), out, today=today)

    return computing.work_out(release, extract=to_folder, today=today, clock=clock.now, say=say)


@app.periodic(cron="45 6 * * *")
@app.task(name="insight.keep_up", lock="insight.keep_up")
def keep_up(timestamp: int) -> None:
    """Every morning: chases late authors in the name of whoever prepares each draft, and notes what was delivered."""
    for report in Report.objects.filter(published_at__isnull=True).select_related("prepared_by", "duty__board"):
        with transaction.atomic():
            act_as(report.prepared_by)
            if report.prepared_by.is_active and report.prepared_by.may(Permission.REPORT_WRITE):
                sections.chase(report=report, by=report.prepared_by, now=clock.now(), today=clock.today())
    for pk in Report.objects.filter(published_at__isnull=False).values_list("pk", flat=True):
        deliver_published(str(pk))


@app.task(name="insight.deliver_published")
def deliver_published(report_id: str) -> None:
    """Takes a published report off its board's forward plan, in the name of one of those who look after the board.

    Whoever signs it need not sit on the board, and then does not see the board's clocks.
    """
    report = Report.objects.select_related("duty__board").get(pk=report_id)
    supporter = boards.supporter_of(report.duty.board)
    if supporter is None or report.published_at is None:
        return
    with transaction.atomic():
        act_as(supporter)
        boards.deliver_for(duty=report.duty, period=report.period, by=supporter, at=report.published_at)
