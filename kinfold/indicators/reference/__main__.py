"""Writes the pages into the folder named, and removes those of rooms that are no more."""

import sys
from pathlib import Path

from kinfold.indicators.reference import pages

folder = Path(sys.argv[1])
folder.mkdir(exist_ok=True)
written = pages()
for stale in {path.name for path in folder.glob("*.md")} - written.keys() - {"examples.md"}:
    (folder / stale).unlink()
for name, text in written.items():
    (folder / name).write_text(text, encoding="utf-8")
