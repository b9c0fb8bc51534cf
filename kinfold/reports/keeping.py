"""A report as text to keep: written one way only, so that its fingerprint proves it has not changed."""

import dataclasses
import hashlib
import json
from datetime import date
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from kinfold.reports.values import Report

FORMAT = 1


def to_json(report: Report) -> str:
    """Canonical: sorted keys, no spaces, no escapes; ends without a line break."""
    kept = {"format": FORMAT, "report": _kept(report)}
    return json.dumps(kept, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False, default=_day)


def from_json(text: str) -> Report:
    """The report that was kept; ValueError when the text is of another format or lacks a part.

    A part that reports did not have when it was kept takes its default.
    """
    kept = json.loads(text)
    if not isinstance(kept, dict) or kept.get("format") != FORMAT:
        raise ValueError(f"This is not a report of format {FORMAT}")
    report: Report = _made(Report, kept["report"])
    return report


def _kept(held: Any) -> Any:
    """As JSON has it. A part that came later is left out where nothing is in it, so older reports keep their text."""
    if isinstance(held, tuple):
        return [_kept(one) for one in held]
    if not dataclasses.is_dataclass(held):
        return held
    parts = ((part, getattr(held, part.name)) for part in dataclasses.fields(held))
    return {part.name: _kept(value) for part, value in parts if not (part.metadata and value == part.default)}


def fingerprint(report: Report) -> str:
    """SHA-256 in 64 hexadecimal digits of what `to_json` writes."""
    return hashlib.sha256(to_json(report).encode()).hexdigest()


def _day(held: object) -> str:
    if isinstance(held, date):
        return held.isoformat()
    raise TypeError(f"A report cannot hold {type(held).__name__}")


def _made(wanted: Any, held: Any) -> Any:
    """`held`, as JSON gave it, as the type that the value's field declares."""
    if held is None:
        return None
    if get_origin(wanted) in {Union, UnionType}:
        wanted = next(choice for choice in get_args(wanted) if choice is not type(None))
    if get_origin(wanted) is tuple:
        return tuple(_made(get_args(wanted)[0], part) for part in held)
    if wanted is date:
        return date.fromisoformat(held)
    if dataclasses.is_dataclass(wanted) and isinstance(wanted, type):
        kinds = get_type_hints(wanted)
        for part in dataclasses.fields(wanted):
            if part.name not in held and part.default is dataclasses.MISSING:
                raise ValueError(f"The kept {wanted.__name__} lacks {part.name!r}")
        return wanted(**{name: _made(kind, held[name]) for name, kind in kinds.items() if name in held})
    return held
