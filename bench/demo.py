"""`make demo` in an empty folder, and starting it once more: the first two things that a newcomer waits for."""

import os
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench.measuring import ROOT, Measured
from kinfold.web.config.postgres_server import free_port


def measure() -> Iterator[Measured]:
    """What is committed, in a clone; the packages come from wherever this machine gets them."""
    with tempfile.TemporaryDirectory(prefix="kinfold-demo-") as folder:
        clone = Path(folder) / "kinfold"
        subprocess.run(["git", "clone", "--quiet", ROOT, clone], check=True)
        port = f"PORT={free_port()}"
        try:
            yield Measured("make demo from a clean clone", _seconds(clone, "demo", port), "s", 5 * 60)
            _seconds(clone, "stop")
            yield Measured("make demo, second start", _seconds(clone, "demo", port), "s", 15)
        finally:
            _seconds(clone, "stop")
            subprocess.run([clone / ".venv/bin/kinfold", "database", "remove", "--yes"], cwd=clone, check=False)


def _seconds(clone: Path, *target: str) -> float:
    began = time.perf_counter()
    said = subprocess.run(["make", *target], cwd=clone, env=_without_ours(), capture_output=True, text=True)
    if said.returncode:
        raise RuntimeError(f"make {' '.join(target)} ended with {said.returncode}: {said.stderr[-2000:]}")
    return round(time.perf_counter() - began, 1)


def _without_ours() -> dict[str, str]:
    """The clone is another checkout, with a database of its own."""
    return {
        name: value for name, value in os.environ.items() if not name.startswith(("KINFOLD_", "MAKE", "VIRTUAL_ENV"))
    }
