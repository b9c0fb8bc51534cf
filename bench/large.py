"""Every computed indicator over a hundred cities: 4.2 million children, more than a third of England's."""

import json
from collections.abc import Iterator
from pathlib import Path

import duckdb

from bench.measuring import WORK, Measured, city, kinfold
from kinfold.dataset.declarations import Table
from kinfold.dataset.tables import table
from kinfold.indicators.engine.reading import COUNTED

LARGE = True
TIMES = 100
FOLDER = WORK / "hundredfold"
# One partnership, however many children: what every copy shares, so that its keys stay as they are.
SHARED = {"agencies", "professionals", "teams", "team_details", "settings", "calendar", "practice", "population"}
QUARTERS = ("--quarters", "20", "--audience", "practice", "--json")


def measure() -> Iterator[Measured]:
    folder = hundredfold()
    run = kinfold("scorecard", "--dataset", str(folder), *QUARTERS, "--all-breakdowns")
    yield Measured("every computed indicator at 100 cities, all breakdowns", round(run.seconds, 1), "s", 20 * 60)
    yield Measured("peak memory at 100 cities", round(run.peak_mb), "MB", 8 * 1024)
    yield Measured("figures computed", len(run.said.splitlines()), "figures")
    of_one = contacts(kinfold("scorecard", "--dataset", str(city()), *QUARTERS).said)
    yield Measured("contacts counted for each of the city's", contacts(run.said) / of_one, "contacts", TIMES)


def contacts(said: str) -> int:
    figures = map(json.loads, said.splitlines())
    return sum(one["value"] for one in figures if one["indicator"] == "mash.contacts" and one["by"] is None)


def hundredfold() -> Path:
    """The full city a hundred times over, each copy's children, contacts and plans with keys of their own."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in COUNTED:
        declared = table(name)
        source, copies = (folder / f"{declared.file}.parquet" for folder in (city(), FOLDER))
        if source.exists() and not copies.exists():
            duckdb.sql(f"COPY ({_copied(declared, source)}) TO '{copies}' (FORMAT parquet)")
    return FOLDER


def _copied(declared: Table, source: Path) -> str:
    if declared.name in SHARED:
        return f"FROM read_parquet('{source}')"
    own = [
        field.column
        for field in declared.fields
        if field.type == "id" and (field.references or "").partition(".")[0] not in SHARED
    ]
    renamed = ", ".join(f"{column} || '-' || copy AS {column}" for column in own)
    return f"SELECT rows.* REPLACE ({renamed}) FROM read_parquet('{source}') AS rows, range({TIMES}) AS copies(copy)"
