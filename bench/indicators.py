"""Every computed indicator over 20 quarters and all its breakdowns, without the cache of compiled queries and with."""

import shutil
from collections.abc import Iterator

from bench.measuring import ROOT, Measured, city, kinfold


def measure() -> Iterator[Measured]:
    folder = city()
    ask = ("scorecard", "--dataset", str(folder), "--quarters", "20", "--all-breakdowns", "--json")
    shutil.rmtree(ROOT / ".kinfold" / "cache", ignore_errors=True)
    cold = kinfold(*ask)
    yield Measured("every computed indicator, 20 quarters, all breakdowns, cold", round(cold.seconds, 2), "s", 10)
    warm = kinfold(*ask)
    yield Measured("the same, warm", round(warm.seconds, 2), "s", 3)
    yield Measured("figures computed", len(warm.said.splitlines()), "figures")
    yield Measured("peak memory", round(warm.peak_mb), "MB")
