"""The manual's page of the file of contacts, from its columns."""

import sys
from pathlib import Path

from kinfold.web.core.sheets import MOST_BYTES, MOST_LINES
from kinfold.web.mash.deliveries.columns import COLUMNS

PAGE = "contacts-file.md"


def page() -> str:
    lines = [
        "# The file of contacts",
        "",
        "<!-- Written by `python -m kinfold.web.mash.deliveries.reference docs/reference`; do not edit by hand. -->",
        "",
        f"A CSV file in UTF-8, up to {MOST_BYTES // 1024**2}MB and {MOST_LINES:,} lines, with a line for each child.",
        "Its first line has the names of the columns, in any order. Over the API the same names stand in a JSON",
        "list of objects. A column of the notification says the same on each of its lines.",
        "",
        "| Column | Must be there | Of the | What it says |",
        "|---|:-:|---|---|",
        *(f"| `{one.name}` | {'✓' if one.needed else ''} | {one.of} | {one.words} |" for one in COLUMNS),
        "",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    Path(sys.argv[1], PAGE).write_text(page(), encoding="utf-8")
