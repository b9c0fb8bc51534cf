"""Runs each bench in a process of its own and prints one JSON line a figure: python -m bench [--large] [NAME …].

A bench is a module of this folder with `measure() -> Iterator[Measured]`; one with `LARGE = True` runs only on request.
"""

from __future__ import annotations

import importlib
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
NOT_BENCHES = {"__init__", "__main__", "measuring"}


def main(arguments: list[str]) -> int:
    if arguments[:1] == ["--one"]:
        return _measure(arguments[1])
    large = "--large" in arguments
    benches = sorted(path.stem for path in HERE.glob("*.py") if path.stem not in NOT_BENCHES)
    chosen = [name for name in arguments if not name.startswith("-")]
    if unknown := set(chosen) - set(benches):
        print(f"There is no bench called {', '.join(sorted(unknown))}; there are {', '.join(benches)}", file=sys.stderr)
        return 2
    failed = []
    for name in chosen or benches:
        if not chosen and _is_large(name) != large:
            continue
        print(f"▸ {name}", file=sys.stderr, flush=True)
        if subprocess.run([sys.executable, "-m", "bench", "--one", name], cwd=HERE.parent).returncode:
            failed.append(name)
    if failed:
        print(f"Could not be measured: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def _is_large(name: str) -> bool:
    return "LARGE = True" in (HERE / f"{name}.py").read_text(encoding="utf-8")


def _measure(name: str) -> int:
    for measured in importlib.import_module(f"bench.{name}").measure():
        print(measured.as_json(name), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
