"""What `kinfold migrate`, `load` and `extract` do; each returns the command's exit code."""

import json
import sys
import time
from pathlib import Path

import psycopg

from kinfold.dataset.commands import check as check_dataset
from kinfold.web.config import cluster
from kinfold.web.config.start import django_as


def migrate(*, name: str) -> int:
    """Makes the tables, and gives each its policy and privileges."""
    django_as("owner", name=name)
    from django.core.management import call_command

    with psycopg.connect(cluster.urls(name)["owner"], autocommit=True) as connection:
        connection.execute("SELECT pg_advisory_lock(hashtext('kinfold migrate'))")  # another one at work goes first
        call_command("migrate", verbosity=0, interactive=False, skip_checks=True)
    return 0


def load(directory: Path, *, name: str, as_json: bool) -> int:
    """Checks the dataset, then loads it whole into an empty database."""
    django_as("owner", name=name)
    from kinfold.web.core import clock
    from kinfold.web.exchange.loading import NotEmpty
    from kinfold.web.exchange.loading import load as load_dataset

    if faulty := check_dataset(directory, "parquet", today=clock.today(), as_json=as_json):
        return faulty
    started = time.monotonic()
    try:
        counts = load_dataset(directory, now=clock.now(), say=_say)
    except NotEmpty as problem:
        _say(str(problem))
        return 1
    _say(f"Loaded {sum(counts.values()):,} rows in {time.monotonic() - started:.1f} s")
    _report(counts, "model", as_json)
    return 0


def extract(out: Path, *, name: str, as_json: bool) -> int:
    """Writes the dataset of this moment."""
    django_as("extract", name=name)
    from kinfold.web.core import clock
    from kinfold.web.exchange.extracting import extract as extract_dataset

    started = time.monotonic()
    counts = extract_dataset(cluster.urls(name)["extract"], out, today=clock.today(), say=_say)
    _say(f"Extracted {sum(counts.values()):,} rows in {time.monotonic() - started:.1f} s")
    _report(counts, "table", as_json)
    return 0


def personas(*, name: str) -> int:
    """Gives the demonstration's personas their accounts and their work."""
    django_as("owner", name=name)
    from kinfold.web.config.cautions import mind_some
    from kinfold.web.config.personas import settle
    from kinfold.web.config.second_records import find_one
    from kinfold.web.core import clock

    made = settle(today=clock.today())
    find_one(now=clock.now(), today=clock.today())
    mind_some(now=clock.now(), today=clock.today())
    _say(f"{made} accounts made" if made else "Every persona already has an account")
    return 0


def fill_returns(*, name: str) -> int:
    """Fills the demonstration's returns with invented figures."""
    django_as("app", name=name)
    from kinfold.web.config.returns import fill
    from kinfold.web.core import clock

    signed = fill(now=clock.now(), today=clock.today())
    _say(f"{signed} returns signed off" if signed else "Every return has been asked for already")
    return 0


def fill_work(*, name: str) -> int:
    """Gives the demonstration its day: agencies asked, files taken in, plans shared, services to tell of."""
    django_as("app", name=name)
    from kinfold.web.config.asked import fill
    from kinfold.web.config.changed import take_changes_in
    from kinfold.web.config.consulted import consult_some, watch_some
    from kinfold.web.config.delivered import take_some_in
    from kinfold.web.config.directory import enter_some
    from kinfold.web.config.groups import meet_some
    from kinfold.web.config.overseen import look_at_some
    from kinfold.web.config.prepared import meet_in_circles, need_some, prepare_some
    from kinfold.web.config.shared_plans import share_some
    from kinfold.web.config.signposted import tell_some
    from kinfold.web.core import clock

    steps = (
        (fill, "requests to agencies made"),
        (lambda *, now: take_some_in(now=now, today=clock.today()), "contacts of a file taken in"),
        (lambda *, now: take_changes_in(now=now, today=clock.today()), "changes of a file recorded"),
        (share_some, "plans shared with families"),
        (enter_some, "services entered in the directory"),
        (tell_some, "families told of services or referred"),
        (meet_some, "sessions of groups recorded"),
        (consult_some, "consultations recorded"),
        (watch_some, "children kept an eye on"),
        (look_at_some, "talks of supervision recorded"),
        (prepare_some, "births prepared for"),
        (meet_in_circles, "circles recorded"),
        (need_some, "outcomes that a family needs recorded"),
    )
    for step, what in steps:
        made = step(now=clock.now())
        _say(f"{made} {what}" if made else f"Done before: {what}")
    return 0


def figures(*, name: str, as_json: bool) -> int:
    """Extracts this moment, works out every figure and keeps them as the newest release."""
    django_as("app", name=name)
    from kinfold.web.core import clock
    from kinfold.web.insight.actions.figures import begin
    from kinfold.web.insight.tasks import work_out_now

    started = time.monotonic()
    release, begun = begin(asked_by=None, now=clock.now(), today=clock.today())
    if not begun:
        _say("The figures are being worked out already. Try again when that is done.")
        return 1
    kept = work_out_now(release, say=lambda step: _say(f"{step.label} …"))
    _say(f"Kept {kept:,} figures in {time.monotonic() - started:.1f} s")
    _report({str(release.pk): kept}, "release", as_json)
    return 0


def _report(counts: dict[str, int], what: str, as_json: bool) -> None:
    if as_json:
        for key, rows in counts.items():
            sys.stdout.write(json.dumps({what: key, "rows": rows}) + "\n")


def _say(words: str) -> None:
    sys.stderr.write(words + "\n")
