"""What `kinfold city` does and says; it returns the command's exit code."""

import json
from datetime import date
from pathlib import Path

import typer

from kinfold.city.build import build
from kinfold.dataset.folder import FolderNotFree, require_replaceable
from kinfold.dataset.writing import write
from kinfold.practice.working_days import OutsideKnownCalendar

DONE, BAD_DATA, MISUSE = 0, 1, 2


def make(children: int, years: int, seed: int, until: date, out: Path, *, as_json: bool) -> int:
    try:
        require_replaceable(out)
        tables = build(children, years, seed, until, _say)
    except (FolderNotFree, OutsideKnownCalendar, ValueError) as misuse:
        _say(str(misuse))
        return MISUSE
    _say("Saving the files")
    try:
        write(out, tables)
    except OSError as trouble:
        _say(f"The city was not saved. {trouble.strerror}: {trouble.filename}")
        return BAD_DATA
    for name, rows in tables.items():
        typer.echo(json.dumps({"table": name, "rows": rows.num_rows}) if as_json else f"{name}: {rows.num_rows:,} rows")
    _say(f"A city of {children:,} children until {until:%-d %B %Y} is in {out}.")
    return DONE


def _say(words: str) -> None:
    typer.echo(words, err=True)
