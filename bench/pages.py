"""How quickly pages come with twice the city loaded: one person alone, and twenty who each ask every 3 seconds."""

from __future__ import annotations

import http.client
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cache
from uuid import UUID

import psycopg

from bench.measuring import WORK, Measured, at_share
from bench.thread import ready_database
from kinfold.web.access.personas import PERSONAS
from kinfold.web.config import cluster
from kinfold.web.config.postgres_server import free_port

CITIES = 2
PEOPLE, SECONDS, PAUSE = 20, 60.0, 3.0
REFRESHED_AFTER = 7  # pages: the board that somebody has open asks for itself anew every 20 seconds
ALONE_TIMES = 40
WARM = 40  # asked before it counts: a connection plans a question some eight times before it keeps the plan
# Who keeps coming back to which page: ordinary roles, none of whom sees everything.
BOARD, TRAY, SCORECARD, CHILD = "MASH board", "work tray", "scorecard", "child's page"
ADDRESSES = {BOARD: "/mash/board", TRAY: "/work", SCORECARD: "/scorecard"}
VISITS = (
    ("mash-decision-maker", BOARD),
    ("mash-manager", BOARD),
    ("early-help-lead", TRAY),
    ("social-worker", TRAY),
    ("early-help-manager", TRAY),
    ("analyst", SCORECARD),
    ("early-help-lead", CHILD),
    ("mash-decision-maker", CHILD),
)
# The one with the longest history whom the persona helps; for those who help nobody themselves, of the whole city.
WHOSE_PAGE = """
    SELECT child.person_id FROM mash_contactchild AS child
    WHERE child.person_id IN (SELECT held.person_id FROM casework_involvement AS held JOIN access_user AS worker
                              ON worker.id = held.user_id WHERE held.ended_on IS NULL AND worker.email = %(email)s)
       OR child.person_id IS NOT NULL
          AND NOT EXISTS (SELECT FROM casework_involvement AS held JOIN access_user AS worker
                          ON worker.id = held.user_id WHERE held.ended_on IS NULL AND worker.email = %(email)s)
    GROUP BY child.person_id ORDER BY count(*) DESC, child.person_id LIMIT 1
"""


@dataclass
class Visitor:
    """Somebody signed in, with the address of the page that they keep coming back to."""

    port: int
    page: str = ""
    cookies: dict[str, str] = field(default_factory=dict)

    def get(self, path: str, **headers: str) -> tuple[int, str, float]:
        """The page's status, text and milliseconds, redirects followed."""
        began = time.perf_counter()
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            if self.cookies:
                headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            text = answer.read().decode("utf-8", "replace")
        finally:
            connection.close()
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            name, _, rest = cookie.partition("=")
            self.cookies[name] = rest.split(";")[0]
        if answer.status in (301, 302, 303):
            return self.get(answer.headers["Location"])
        return answer.status, text, (time.perf_counter() - began) * 1000


def signed_in(port: int, database: str, persona: str, page: str) -> Visitor:
    visitor = Visitor(port, page=ADDRESSES.get(page) or f"/children/{_child_for(persona, database)}")
    visitor.get(f"/demo/as/{persona}")
    status, _, _ = visitor.get(visitor.page)
    if status != 200:
        raise RuntimeError(f"{persona} is answered {status} at {visitor.page}")
    return visitor


@cache
def _child_for(persona: str, database: str) -> UUID:
    with psycopg.connect(cluster.urls(database)["owner"]) as connection:
        row = connection.execute(WHOSE_PAGE, {"email": PERSONAS[persona].email}).fetchone()
    if row is None:
        raise RuntimeError(f"There is no child whom {persona} helps")
    return row[0]


def measure() -> Iterator[Measured]:
    database = ready_database(CITIES)
    port = free_port()
    with open(WORK / "serve.log", "wb") as log:
        command = [sys.executable, "-m", "kinfold.cli", "serve", "--port", str(port), "--name", database]
        server = subprocess.Popen(command, stdout=log, stderr=log, env=os.environ | {"KINFOLD_DEMO": "1"})
    try:
        wait_until_ready(port, server)
        for persona, page in VISITS:
            alone = signed_in(port, database, persona, page)
            taken = [alone.get(alone.page)[2] for _ in range(WARM + ALONE_TIMES)][WARM:]
            milliseconds = at_share(taken, 0.95)
            yield Measured(
                f"{page} for {persona}, alone, twice the city, 95 in 100 within", round(milliseconds), "ms", 80
            )
        with ThreadPoolExecutor(PEOPLE) as people:
            visitors = [signed_in(port, database, *VISITS[number % len(VISITS)]) for number in range(PEOPLE)]
            answers = [answer for of_one in people.map(_keep_asking, range(PEOPLE), visitors) for answer in of_one]
        taken = [each for _, each in answers]
        yield Measured("twenty people, twice the city, 95 in 100 pages within", round(at_share(taken, 0.95)), "ms", 250)
        yield Measured("twenty people, pages asked for", len(answers), "pages")
        yield Measured("twenty people, errors", sum(status != 200 for status, _ in answers), "errors", 0)
    finally:
        server.terminate()
        server.wait(timeout=30)


def _keep_asking(number: int, visitor: Visitor) -> list[tuple[int, float]]:
    """Begins at a time of their own, then asks every 3 seconds, however long the answer took."""
    until = time.monotonic() + SECONDS
    due = time.monotonic() + PAUSE * number / PEOPLE
    answers = []
    while due < until:
        time.sleep(max(0, due - time.monotonic()))
        answers.append(_asked(visitor))
        if visitor.page == ADDRESSES[BOARD] and len(answers) % REFRESHED_AFTER == 0:
            answers.append(_asked(visitor, **{"HX-Request": "true"}))
        due += PAUSE
    return answers


def _asked(visitor: Visitor, **headers: str) -> tuple[int, float]:
    status, _, milliseconds = visitor.get(visitor.page, **headers)
    return status, milliseconds


def wait_until_ready(port: int, server: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until and server.poll() is None:
        try:
            if Visitor(port).get("/healthz")[0] == 200:
                return
        except OSError:
            time.sleep(0.3)
    raise RuntimeError(f"The server did not become ready; see {WORK / 'serve.log'}")
