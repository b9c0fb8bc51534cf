"""What `kinfold report` does and says; it returns the command's exit code."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from pathlib import Path
from typing import cast

import typer

from kinfold.indicators.asked.boards import boards
from kinfold.indicators.engine.backends import Engine
from kinfold.indicators.engine.protection import Audience
from kinfold.indicators.engine.reading import DatasetUnreadable
from kinfold.indicators.periods import Period, period

DONE, BAD_DATA, MISUSE = 0, 1, 2


def report(
    dataset: Path,
    *,
    board: str,
    key: str,
    out: Path,
    marking: str,
    audience: str,
    engine: str,
    as_json: bool,
    today: date,
) -> int:
    """Writes a board's report as a web page, PDF, Word and Excel, and the data behind each chart as CSV."""
    if board not in boards():
        return _misused(f"There is no board “{board}”; there are {', '.join(boards())}.")
    try:
        quarter = _quarter(key)
    except ValueError as fault:
        return _misused(str(fault))
    from kinfold.reports.from_dataset import report_from_dataset

    try:
        made = report_from_dataset(
            dataset, boards()[board], quarter, marking=marking, today=today,
            audience=cast(Audience, audience), engine=cast(Engine, engine),
        )  # fmt: skip
    except DatasetUnreadable as fault:
        typer.echo(str(fault), err=True)
        return BAD_DATA
    except ValueError as fault:
        return _misused(str(fault))
    from kinfold.reports import render_annex_xlsx, render_docx, render_pdf
    from kinfold.reports.data import render_csvs
    from kinfold.reports.html import print_page

    name = f"{board}-{quarter.key}"
    files: dict[str, bytes] = {
        f"{name}.html": print_page(made).encode(),
        f"{name}.pdf": render_pdf(made),
        f"{name}.docx": render_docx(made),
        f"{name}.xlsx": render_annex_xlsx(made),
        **{f"{name}-data/{one}": content for one, content in render_csvs(made).items()},
    }
    for one, content in files.items():
        path = out / one
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        written = {"file": str(path), "sha256": hashlib.sha256(content).hexdigest()}
        typer.echo(json.dumps(written, ensure_ascii=False) if as_json else str(path))
    return DONE


def _quarter(key: str) -> Period:
    found = period(key)
    if key[-2:-1] != "Q":
        raise ValueError(f"A board's report is of a quarter, such as 2024-25-Q1; {key} is none.")
    return found


def _misused(why: str) -> int:
    typer.echo(why, err=True)
    return MISUSE
