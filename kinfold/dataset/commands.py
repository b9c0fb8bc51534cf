"""What `kinfold dataset check` and `kinfold dataset import` do and say; each returns the command's exit code."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path

import typer

from kinfold.dataset.checking import examined
from kinfold.dataset.faults import Fault
from kinfold.dataset.folder import FolderNotFree, Format
from kinfold.dataset.importing import import_files

DONE, BAD_DATA, MISUSE = 0, 1, 2


def check(directory: Path, format: Format, *, today: date, as_json: bool) -> int:
    with examined(directory, format, today=today) as examination:
        respelt = sum(1 for _ in examination.read_as())
        _remark(examination.remarks, respelt)
        _report(examination.faults, as_json)
        if examination.faults:
            _say(_count(examination.faults))
            return BAD_DATA
        _say(f"{len(examination.sources)} tables checked, nothing is wrong.")
        return DONE


def import_(directory: Path, out: Path, format: Format, *, today: date, as_json: bool) -> int:
    try:
        imported = import_files(directory, out, format, today=today)
    except FolderNotFree as misuse:
        _say(str(misuse))
        return MISUSE
    except OSError as trouble:
        _say(f"Nothing was imported. {trouble.strerror}: {trouble.filename}")
        return BAD_DATA
    _remark(imported.remarks, imported.read_as)
    _report(imported.faults, as_json)
    if imported.faults:
        _say(f"{_count(imported.faults)} Nothing was imported.")
        return BAD_DATA
    for name, rows in imported.rows.items():
        typer.echo(json.dumps({"table": name, "rows": rows}) if as_json else f"{name}: {rows:,} rows")
    _say(f"{len(imported.rows)} tables imported into {out}.")
    return DONE


def _report(faults: Sequence[Fault], as_json: bool) -> None:
    for fault in faults:
        typer.echo(json.dumps(asdict(fault), ensure_ascii=False) if as_json else str(fault))


def _remark(remarks: Sequence[str], respelt: int) -> None:
    for remark in remarks:
        _say(remark)
    if respelt:
        one = "1 value was read as the code of which it is a known spelling."
        _say(one if respelt == 1 else f"{respelt:,} values were read as the codes of which they are known spellings.")


def _count(faults: Sequence[Fault]) -> str:
    files = len({fault.table for fault in faults})
    return (
        f"{len(faults):,} {'fault' if len(faults) == 1 else 'faults'} in {files} {'file' if files == 1 else 'files'}."
    )


def _say(words: str) -> None:
    typer.echo(words, err=True)
