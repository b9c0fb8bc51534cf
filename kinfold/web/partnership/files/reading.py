"""From the text of a file to its value: every fault is named with its place, in words for whoever edited the file."""

import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from kinfold.web.partnership.files.values import BoardsValue, Held, StrategyValue

FORMAT = "kinfold 1"
MOST_CHARACTERS = 2_000_000
T = TypeVar("T")


class FileFault(ValueError):
    """The file cannot be read in. ``faults`` are sentences, each naming its place."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__(" ".join(faults))
        self.faults = faults


def read(text: str) -> Held:
    """Raises :class:`FileFault` with all that is wrong with the file's shape."""
    if len(text) > MOST_CHARACTERS:
        raise FileFault(["The file is too large to be a strategy."])
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        raise FileFault([f"The file is not TOML: {problem}."]) from problem
    if told.pop("format", None) != FORMAT:
        raise FileFault([f"The file must begin with: format = “{FORMAT}”."])
    kinds: dict[str, type[Held]] = {"strategy": StrategyValue, "boards": BoardsValue}
    holds = told.pop("holds", None)
    if holds not in kinds:
        raise FileFault(["The file must say what it holds: holds = “strategy” or “boards”."])
    faults: list[str] = []
    value = _read(kinds[holds], told, "The file", faults)
    if faults:
        raise FileFault(faults)
    assert value is not None
    return value


def _read(kind: type[T], told: Mapping[str, Any], where: str, faults: list[str]) -> T | None:
    hints = get_type_hints(kind)
    known = {one.name: one for one in fields(kind)}  # type: ignore[arg-type]
    before = len(faults)
    where = _named(told) or where
    faults += [f"{where}: there is no “{name}”." for name in told if name not in known]
    taken = {}
    for name, one in known.items():
        if name in told:
            taken[name] = _value(hints[name], told[name], f"{where}, {name}", faults)
        elif one.default is MISSING and one.default_factory is MISSING:
            faults.append(f"{where}: “{name}” is missing.")
    return None if len(faults) > before else kind(**taken)


def _value(hint: Any, said: Any, where: str, faults: list[str]) -> Any:
    if get_origin(hint) is tuple:
        if not isinstance(said, list):
            faults.append(f"{where}: must be a list.")
            return ()
        kind = get_args(hint)[0]
        return tuple(_value(kind, one, f"{where} {place}", faults) for place, one in enumerate(said, 1))
    if is_dataclass(hint):
        if not isinstance(said, dict):
            faults.append(f"{where}: must be a table.")
            return None
        return _read(hint, said, where, faults)  # type: ignore[arg-type]
    kinds = [kind for kind in get_args(hint) if kind is not NoneType] if isinstance(hint, UnionType) else [hint]
    if type(said) not in kinds or isinstance(said, datetime):
        faults.append(f"{where}: must be {_WORDS[kinds[0]]}.")
    return said


def _named(told: Mapping[str, Any]) -> str:
    """What a person would call this part of the file, where it says enough."""
    key = told.get("key") or told.get("number")
    return f"“{key}”" if isinstance(key, (str, int)) and not isinstance(key, bool) else ""


_WORDS: dict[type, str] = {str: "words in quotation marks", int: "a whole number", bool: "true or false",
                           date: "a day, such as 2026-04-01"}  # fmt: skip
