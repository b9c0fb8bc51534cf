"""The jobs that work out a release of figures and prepare it for the public, beside the web server, never in it."""

from collections.abc import Callable
from pathlib import Path

from procrastinate.contrib.django import app

from kinfold.web.core import clock
from kinfold.web.insight import computing, folders
from kinfold.web.insight.actions import publications
from kinfold.web.insight.models import PublicFile, Release


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
