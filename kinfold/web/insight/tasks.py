"""The job that works out a release of figures, beside the web server and never in it."""

from collections.abc import Callable
from pathlib import Path

from procrastinate.contrib.django import app

from kinfold.web.core import clock
from kinfold.web.insight import computing, folders
from kinfold.web.insight.models import Release


@app.task(name="insight.work_out_figures", lock="insight.figures")
def work_out_figures(release_id: str) -> None:
    """A job that is run again finds its release over, and leaves it."""
    release = Release.objects.filter(pk=release_id, state=Release.State.UNDER_WAY).first()
    if release is not None:
        work_out_now(release, say=lambda step: None)


def work_out_now(release: Release, *, say: Callable[[Release.Step], None]) -> int:
    """Reads as the extract role, in one snapshot; writes as whoever runs this."""
    from kinfold.web.exchange.extracting import extract

    today = clock.today()

    def to_folder(out: Path) -> None:
        extract(folders.extract_url(), out, today=today)

    return computing.work_out(release, extract=to_folder, today=today, clock=clock.now, say=say)
