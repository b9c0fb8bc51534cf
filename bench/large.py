"""Every computed indicator over one city, ten and a hundred: 4.2 million children, more than a third of England's."""

import json
import os
from collections.abc import Iterator
from pathlib import Path

import duckdb

from bench.measuring import WORK, Measured, Run, city, kinfold
from kinfold.dataset.declarations import Table
from kinfold.dataset.tables import table
from kinfold.indicators.engine.reading import COUNTED

LARGE = True
TIMES = [int(times) for times in os.environ.get("KINFOLD_BENCH_TIMES", "1 10 100").split()]
SECONDS, MEGABYTES = {100: 20 * 60}, {100: 8 * 1024}
NEARLY_LINEAR = 1.1  # what takes longer than that many times as long for each city is not
# One partnership, however many children: what every copy shares, so that its keys stay as they are.
SHARED = {"agencies", "professionals", "teams", "team_details", "settings", "calendar", "practice", "population"}


def measure() -> Iterator[Measured]:
    before: tuple[int, Run] | None = None
    for times in TIMES:
        run = kinfold("scorecard", "--dataset", str(so_many(times)), "--quarters", "20", "--audience", "practice",
                      "--all-breakdowns", "--json")  # fmt: skip
        at = f"at {times} times the city"
        yield Measured(f"every computed indicator {at}", round(run.seconds, 1), "s", SECONDS.get(times))
        yield Measured(f"peak memory {at}", round(run.peak_mb), "MB", MEGABYTES.get(times))
        yield Measured(f"figures {at}", len(run.said.splitlines()), "figures")
        if before is not None:
            fewer, earlier = before
            growth = run.processor_seconds / earlier.processor_seconds
            what = f"processor time {at} over that at {fewer}"
            yield Measured(what, round(growth, 2), "times", round(times / fewer * NEARLY_LINEAR, 2))
            counted = contacts(run.said) / contacts(earlier.said)
            yield Measured(f"contacts counted {at} over those at {fewer}", counted, "times", times / fewer)
        before = times, run


def contacts(said: str) -> int:
    figures = map(json.loads, said.splitlines())
    return sum(one["value"] for one in figures if one["indicator"] == "mash.contacts" and one["by"] is None)


def so_many(times: int) -> Path:
    """The full city so many times over, each copy's children, contacts and plans with keys of their own."""
    if times == 1:
        return city()
    folder = WORK / f"city-times-{times}"
    folder.mkdir(parents=True, exist_ok=True)
    for name in COUNTED:
        declared = table(name)
        source, copies = (where / f"{declared.file}.parquet" for where in (city(), folder))
        if source.exists() and not (copies.exists() and copies.stat().st_mtime >= source.stat().st_mtime):
            duckdb.sql("SET memory_limit = '2GB'")  # a process's memory is counted to the one it starts
            duckdb.sql(f"COPY ({_copied(declared, source, times)}) TO '{copies}' (FORMAT parquet)")
    return folder


def _copied(declared: Table, source: Path, times: int) -> str:
    if declared.name in SHARED:
        return f"FROM read_parquet('{source}')"
    own = [
        field.column
        for field in declared.fields
        if field.type == "id" and (field.references or "").partition(".")[0] not in SHARED
    ]
    renamed = ", ".join(f"{column} || '-' || copy AS {column}" for column in own)
    return f"SELECT rows.* REPLACE ({renamed}) FROM read_parquet('{source}') AS rows, range({times}) AS copies(copy)"
