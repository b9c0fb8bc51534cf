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
    load = load_city()
    yield Measured("city loaded with indexes and deadlines", round(load.seconds, 1), "s", 90)
    shutil.rmtree(EXTRACTED, ignore_errors=True)
    extract = kinfold("extract", "--out", str(EXTRACTED), "--name", DATABASE)
    yield Measured("extract of that database", round(extract.seconds, 1), "s", 10)


def load_city() -> Run:
    folder = city_until_yesterday()
    cluster.ensure_database(DATABASE)
    kinfold("migrate", "--name", DATABASE)
    return kinfold("load", str(folder), "--name", DATABASE)


def ready_database() -> None:
    """The full city in the database with the personas at work in it; made by the first bench that needs it."""
    cluster.start()
    cluster.ensure_database(DATABASE)
    with psycopg.connect(cluster.urls(DATABASE)["owner"]) as connection:
        row = connection.execute("SELECT to_regclass('people_person') IS NOT NULL").fetchone()
    if row != (True,):
        load_city()
    else:
        kinfold("migrate", "--name", DATABASE)  # it may be of an earlier day's code
    kinfold("personas", "--name", DATABASE)
    kinfold("figures", "--name", DATABASE)
