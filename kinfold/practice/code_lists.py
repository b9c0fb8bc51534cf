"""Code lists as dated rows: the nation's and our own, each code with its label, its period and its source."""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from io import StringIO
from types import MappingProxyType

from kinfold.practice.dated import SINCE_BEFORE_RECORDS, PracticeDataFault, in_force, names_in, read_text

_COLUMNS = ["list", "code", "label", "valid_from", "valid_to", "aliases", "source"]


@dataclass(frozen=True)
class Code:
    """One code for one period. `aliases` are spellings met in other people's files, read but never written."""

    code: str
    label: str
    valid_from: date
    valid_to: date | None
    source: str
    aliases: tuple[str, ...] = ()

    @property
    def local(self) -> bool:
        """Ours, for the partnership to change, rather than a national or international list's."""
        return self.source.startswith("Local")


@dataclass(frozen=True)
class CodeRead:
    """A value as a file gave it, the code it stands for, and why not where it stands for none."""

    raw: str
    code: str | None
    problem: str | None = None


def code_list(name: str, on: date | None = None) -> tuple[Code, ...]:
    """The codes in the list's own order; with `on`, only those in force that day."""
    codes = _list_named(name)
    return codes if on is None else tuple(code for code in codes if in_force(code, on))


def labels(name: str) -> dict[str, str]:
    """Every code's label, retired codes too, because old records still carry them."""
    return {code.code: code.label for code in _list_named(name)}


def label(name: str, code: str) -> str:
    return labels(name)[code]


def names() -> tuple[str, ...]:
    return tuple(CODE_LISTS)


def read_code(name: str, raw: str, on: date | None = None) -> CodeRead:
    """What a value in a file stands for. A code out of its period is read and the problem says so."""
    code = _spellings(name).get(raw.strip())
    if code is None:
        return CodeRead(raw, None, f"“{raw}” is not in the list “{name}”")
    if on is not None and not in_force(code, on):
        return CodeRead(raw, code.code, f"“{code.code}” ({code.label}) was not in use on {on:%-d %B %Y}")
    return CodeRead(raw, code.code)


def read_lists(texts: Mapping[str, str]) -> dict[str, tuple[Code, ...]]:
    """Lists from tab-separated files, by file name; refused whole at the first fault."""
    lists: dict[str, list[Code]] = {}
    for file, text in texts.items():
        rows = csv.DictReader(StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE, strict=True)
        if rows.fieldnames != _COLUMNS:
            raise PracticeDataFault(f"{file}: the columns must be {', '.join(_COLUMNS)}.")
        for number, row in enumerate(rows, start=2):
            lists.setdefault(row["list"], []).append(_code(row, f"{file}, line {number}"))
    for name, codes in lists.items():
        _check(name, codes)
    return {name: tuple(codes) for name, codes in lists.items()}


def _code(row: dict[str, str], where: str) -> Code:
    if not all(row[column] for column in ("list", "code", "label", "source")):
        raise PracticeDataFault(f"{where}: list, code, label and source must all be given.")
    try:
        valid_from = date.fromisoformat(row["valid_from"]) if row["valid_from"] else SINCE_BEFORE_RECORDS
        valid_to = date.fromisoformat(row["valid_to"]) if row["valid_to"] else None
    except ValueError as fault:
        raise PracticeDataFault(f"{where}: {fault}.") from fault
    if valid_to is not None and valid_to <= valid_from:
        raise PracticeDataFault(f"{where}: valid_to {valid_to} is not after valid_from {valid_from}.")
    aliases = tuple(row["aliases"].split("|")) if row["aliases"] else ()
    return Code(row["code"], row["label"], valid_from, valid_to, row["source"], aliases)


def _check(name: str, codes: list[Code]) -> None:
    spellings = [spelling for code in codes for spelling in {code.code, *code.aliases}]
    twice = sorted({spelling for spelling in spellings if spellings.count(spelling) > 1})
    if twice:
        raise PracticeDataFault(f"Code list {name}: {', '.join(twice)} stands for more than one code.")


def _list_named(name: str) -> tuple[Code, ...]:
    if name not in CODE_LISTS:
        raise KeyError(f"There is no code list called “{name}”.")
    return CODE_LISTS[name]


@cache
def _spellings(name: str) -> dict[str, Code]:
    codes = _list_named(name)
    return {spelling: code for code in codes for spelling in (code.code, *code.aliases)}


CODE_LISTS: Mapping[str, tuple[Code, ...]] = MappingProxyType(
    read_lists({file: read_text("code_lists", file) for file in names_in("code_lists")})
)
