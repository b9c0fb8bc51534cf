"""What a bench reports: a figure beside its budget, and how time and memory are taken."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
WORK = ROOT / ".kinfold" / "bench"
CITY, CITY_UNTIL_YESTERDAY = WORK / "city", WORK / "city-until-yesterday"
CHILDREN, YEARS, SEED, UNTIL = 41_639, 5, 1, "2025-03-31"


@dataclass(frozen=True)
class Measured:
    """One figure; `budget` is None where the design names none, so that the figure is there to be watched."""

    what: str
    figure: float
    unit: str
    budget: float | None = None

    @property
    def within(self) -> bool | None:
        return None if self.budget is None else self.figure <= self.budget

    def as_json(self, bench: str) -> str:
        return json.dumps({"bench": bench, **asdict(self), "within": self.within})


@dataclass(frozen=True)
class Run:
    seconds: float
    processor_seconds: float
    peak_mb: float
    said: str


def kinfold(*arguments: str, **environment: str) -> Run:
    """Run a verb of the command line in a process of its own, as a person would, and measure it."""
    command = [sys.executable, "-m", "kinfold.cli", *arguments]
    began = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, env=os.environ | environment, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    said = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"kinfold {' '.join(arguments)} ended with {process.returncode}")
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, said)


def percentile_ms(action: Callable[[], Any], times: int, share: float = 0.95) -> float:
    """How many milliseconds the action takes at most in that share of its runs, after one run to warm up."""
    action()
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        action()
        taken.append((time.perf_counter() - began) * 1000)
    return at_share(taken, share)


def at_share(figures: Sequence[float], share: float) -> float:
    ordered = sorted(figures)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def city() -> Path:
    """The full city in files; made by the first bench that needs it."""
    if not (CITY / "ssd_person.parquet").exists():
        make_city(CITY)
    return CITY


def city_until_yesterday(times: int = 1) -> Path:
    """The same city, or one so many times as large, that ends yesterday, so that pages have today's work; made once."""
    folder = CITY_UNTIL_YESTERDAY if times == 1 else CITY_UNTIL_YESTERDAY.with_name(f"city-of-{times}-until-yesterday")
    if not (folder / "ssd_person.parquet").exists():
        make_city(folder, CHILDREN * times, until=None)
    return folder


def make_city(folder: Path, children: int = CHILDREN, until: str | None = UNTIL) -> Run:
    size = ("--children", str(children), "--years", str(YEARS), "--seed", str(SEED))
    size += ("--until", until) if until else ()
    return kinfold("city", *size, "--out", str(folder))
