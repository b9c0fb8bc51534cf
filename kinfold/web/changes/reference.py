"""The manual's page of the file of changes, from its columns."""

import sys
from pathlib import Path

from kinfold.web.changes.files.columns import COLUMNS
from kinfold.web.core.sheets import MOST_BYTES, MOST_LINES

PAGE = "changes-file.md"


def page() -> str:
    lines = [
        "# The file of changes of school, surgery and address",
        "",
        "<!-- Written by `python -m kinfold.web.changes.reference docs/reference`; do not edit by hand. -->",
        "",
        f"A CSV file in UTF-8, up to {MOST_BYTES // 1024**2}MB and {MOST_LINES:,} lines, with a line for each change.",
        "Its first line has the names of the columns, in any order. Days are written like 2019-03-27 or 27/03/2019.",
        "",
        "| Column | Must be there | What it says |",
        "|---|:-:|---|",
        *(f"| `{one.name}` | {'✓' if one.needed else ''} | {one.words} |" for one in COLUMNS),
        "",
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    Path(sys.argv[1], PAGE).write_text(page(), encoding="utf-8")
