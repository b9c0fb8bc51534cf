"""Runs the web server and the worker of background jobs side by side, and refuses to do so with too much power."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from types import FrameType

import psycopg

from kinfold.web.config import cluster

LONGEST_PAUSE_SECONDS = 30


def serve(*, name: str, host: str, port: int, workers: int) -> int:
    """Serve until told to stop; returns the web server's exit status. A worker that ends is started again."""
    refuse_unsafe_role(cluster.urls(name)["app"])
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "kinfold.web.config.settings",
        "KINFOLD_DATABASE": name,
        "KINFOLD_ROLE": "app",
    }
    collect = [sys.executable, "-m", "django", "collectstatic", "--noinput", "--verbosity", "0"]
    subprocess.run(collect, env=environment, check=True)
    web = [
        sys.executable, "-m", "granian", "kinfold.web.config.wsgi:application", "--interface", "wsgi",
        "--host", host, "--port", str(port), "--workers", str(workers), "--blocking-threads", "4",
        "--no-ws", "--log-level", "warning", "--respawn-failed-workers",
    ]  # fmt: skip
    jobs = [sys.executable, "-m", "django", "procrastinate", "worker"]
    with _Told() as told:
        return _run_side_by_side(web, jobs, environment, told)


def refuse_unsafe_role(url: str) -> None:
    """Row security does not hold a superuser, a role that bypasses it, or a table's owner: none of them may serve."""
    try:
        with psycopg.connect(url, connect_timeout=10) as connection:
            row = connection.execute(
                """
                SELECT rolname, rolsuper, rolbypassrls,
                       EXISTS (SELECT FROM pg_class WHERE relowner = pg_roles.oid AND relkind IN ('r', 'p')),
                       to_regclass('django_migrations') IS NOT NULL
                FROM pg_roles WHERE rolname = current_user
                """
            ).fetchone()
    except psycopg.OperationalError as error:
        raise cluster.DatabaseUnavailable(
            f"The database does not answer: {str(error).strip()}\nStart it with: kinfold database start"
        ) from error
    assert row is not None
    role, superuser, bypasses, owns, migrated = row
    for fault, words in ((superuser, "is a superuser"), (bypasses, "may bypass row security"), (owns, "owns tables")):
        if fault:
            raise cluster.DatabaseUnavailable(
                f"Kinfold does not serve as {role}, because it {words}: row security would not hold it. "
                "Give the app a role of its own; see docs/how-to/use-your-own-database-server.md."
            )
    if not migrated:
        raise cluster.DatabaseUnavailable("The database has no tables yet. Make them with: kinfold migrate")


class _Told:
    """Remembers that somebody asked us to stop."""

    stopping = False

    def __enter__(self) -> _Told:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, self._stop)
        return self

    def __exit__(self, *_: object) -> None:
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, signal.SIG_DFL)

    def _stop(self, _number: int, _frame: FrameType | None) -> None:
        self.stopping = True


def _run_side_by_side(web: list[str], jobs: list[str], environment: dict[str, str], told: _Told) -> int:
    server = subprocess.Popen(web, env=environment)
    worker = subprocess.Popen(jobs, env=environment)
    pause, begin_again_at = 1.0, None
    while not told.stopping and server.poll() is None:
        if worker.poll() is not None and begin_again_at is None:
            # Most often the database went away; it comes back without anybody's help, and so do the jobs.
            begin_again_at = time.monotonic() + pause
            pause = min(pause * 2, LONGEST_PAUSE_SECONDS)
        if begin_again_at is not None and time.monotonic() >= begin_again_at:
            worker, begin_again_at = subprocess.Popen(jobs, env=environment), None
        time.sleep(0.2)
    for process in (server, worker):
        _end(process)
    return 0 if told.stopping else server.returncode


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
