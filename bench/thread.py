"""The city into the database and out again: migrate, load, extract, and the figures from what came out."""

import os
import shutil
from collections.abc import Iterator

import psycopg

from bench.measuring import WORK, Measured, Run, city_until_yesterday, kinfold
from kinfold.web.config import cluster

DATABASE = os.environ.get("KINFOLD_BENCH_DATABASE", "kinfold_bench")
EXTRACTED = WORK / "extracted"


def measure() -> Iterator[Measured]:
    cluster.start()
    cluster.drop_database(DATABASE)
    load = load_city(DATABASE)
    yield Measured("city loaded with indexes and deadlines", round(load.seconds, 1), "s", 90)
    shutil.rmtree(EXTRACTED, ignore_errors=True)
    extract = kinfold("extract", "--out", str(EXTRACTED), "--name", DATABASE)
    yield Measured("extract of that database", round(extract.seconds, 1), "s", 10)


def load_city(database: str, times: int = 1) -> Run:
    folder = city_until_yesterday(times)
    cluster.ensure_database(database)
    kinfold("migrate", "--name", database)
    return kinfold("load", str(folder), "--name", database)


def ready_database(times: int) -> str:
    """So many times the city in a database of its own, with the personas at work in it; made by the first bench that
    needs it."""
    cluster.start()
    database = f"{DATABASE}_{times}"
    cluster.ensure_database(database)
    with psycopg.connect(cluster.urls(database)["owner"]) as connection:
        row = connection.execute("SELECT to_regclass('people_person') IS NOT NULL").fetchone()
    if row != (True,):
        load_city(database, times)
    else:
        kinfold("migrate", "--name", database)  # it may be of an earlier day's code
    kinfold("personas", "--name", database)
    kinfold("figures", "--name", database)
    return database
