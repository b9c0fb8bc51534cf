"""Small pieces of SQL: names, texts, and how the text of a file is understood as a value."""

from __future__ import annotations

from kinfold.dataset.declarations import Field, Type

ROW = '"file row"'

DUCKDB: dict[Type, str] = {
    "id": "VARCHAR",
    "text": "VARCHAR",
    "date": "DATE",
    "datetime_local": "TIMESTAMP",
    "instant": "TIMESTAMPTZ",
    "yes_no": "VARCHAR",
    "integer": "BIGINT",
    "number": "DOUBLE",
    "json": "VARCHAR",
    "code": "VARCHAR",
}

_DAY = r"(\d{4}-\d\d-\d\d|\d\d?/\d\d?/\d{4})"
_TIME = r"[T ]\d\d:\d\d(:\d\d(\.\d{1,9})?)?"
_MIDNIGHT = r"[T ]00:00(:00(\.0{1,9})?)?"
_OFFSET = r"(Z|[+-]\d\d(:?\d\d)?)"

_PATTERNS: dict[Type, str] = {
    "date": f"{_DAY}({_MIDNIGHT})?",
    "datetime_local": f"{_DAY}({_TIME})?",
    "instant": rf"\d{{4}}-\d\d-\d\d{_TIME}{_OFFSET}",
    "integer": r"[+-]?\d{1,18}(\.0*)?",
    "number": r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?",
}


def name(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'


def raw(field: Field) -> str:
    """The column that keeps what the file said, where that is not what was understood."""
    return name(f"raw {field.name}")


def text(word: str) -> str:
    return "'" + word.replace("'", "''") + "'"


def is_parsed(field: Field) -> bool:
    """Whether text has to be understood, and may turn out not to be a value of the field's type."""
    return field.type in _PATTERNS


def parsed(field: Field, value: str) -> str:
    """The value a text stands for, NULL where it stands for none. Days may be 2024-05-31 or 31/05/2024."""
    trimmed = f"trim({value})"
    day_first = r"^(\d\d?)/(\d\d?)/(\d{4})"
    iso = rf"regexp_replace({trimmed}, '{day_first}', '\3-\2-\1')"
    matches = f"regexp_full_match({trimmed}, {text(_PATTERNS[field.type])})"
    return f"CASE WHEN {matches} THEN TRY_CAST({iso} AS {DUCKDB[field.type]}) END"


def is_coded(field: Field) -> bool:
    return field.type in ("code", "yes_no")


def code_list_of(field: Field) -> str:
    return field.code_list or "yes_no"
