"""The city into the database and out again: migrate, load, extract, and the figures from what came out."""

import shutil
from collections.abc import Iterator

from bench.measuring import WORK, Measured, city, kinfold
from kinfold.web.config import cluster

DATABASE = "kinfold_bench"
EXTRACTED = WORK / "extracted"


def measure() -> Iterator[Measured]:
    folder = city()
    cluster.start()
    cluster.drop_database(DATABASE)
    cluster.ensure_database(DATABASE)
    kinfold("migrate", KINFOLD_DATABASE=DATABASE)
    load = kinfold("load", str(folder), KINFOLD_DATABASE=DATABASE)
    yield Measured("city loaded with indexes and deadlines", round(load.seconds, 1), "s", 90)
    shutil.rmtree(EXTRACTED, ignore_errors=True)
    extract = kinfold("extract", "--out", str(EXTRACTED), KINFOLD_DATABASE=DATABASE)
    yield Measured("extract of that database", round(extract.seconds, 1), "s", 10)
