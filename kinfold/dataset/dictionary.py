"""The data dictionary: every table and column, written from the declarations.

Run `python -m kinfold.dataset.dictionary` to write it again after a declaration has changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from kinfold.dataset.declarations import (
    DatedElsewhere,
    Field,
    InOrder,
    NotInFuture,
    OneAtATime,
    OneOf,
    Rule,
    Table,
    ValidIdentifier,
)
from kinfold.dataset.tables import GROUPS
from kinfold.dataset.tables import table as declared

PAGE = Path("docs/reference/data-dictionary.md")

_TYPES = {
    "id": "key: text, in Kinfold a UUID",
    "text": "text; empty text is no value",
    "date": "a day",
    "datetime_local": "date and time as clocks in London showed it, without a zone, as the standard has it",
    "instant": "date and time in UTC; the `_on` column beside it has the day in London",
    "yes_no": "`Y` or `N`",
    "integer": "whole number",
    "number": "number",
    "json": "JSON as text",
    "code": "code of a [code list](code-lists.md)",
}
_SENSITIVITIES = {
    "public": "may be published",
    "internal": "for those who work with it",
    "personal": "tells of a living person",
    "special": "special category, or as harmful if it were known",
}


def pages() -> Iterator[str]:
    """The page, line by line."""
    yield "# Data dictionary"
    yield ""
    yield "<!-- Written by `python -m kinfold.dataset.dictionary`; do not edit by hand. -->"
    yield ""
    yield "One file a table: `ssd_*` as the Standard Safeguarding Dataset (SSD) 1.4.5 names them, `kf_*` Kinfold's own."
    yield "*In code* is the word that Kinfold's code uses for the column. **Bold** columns are the key."
    yield ""
    yield from _two_columns("Type", "Is", _TYPES)
    yield from _two_columns("Sensitivity", "Means", _SENSITIVITIES)
    for group, tables in GROUPS.items():
        yield f"## {group}"
        yield ""
        for table in tables:
            yield from _table(table)


def _two_columns(left: str, right: str, rows: dict[str, str]) -> Iterator[str]:
    yield f"| {left} | {right} |"
    yield "| --- | --- |"
    yield from (f"| {word} | {meaning} |" for word, meaning in rows.items())
    yield ""


def _table(table: Table) -> Iterator[str]:
    yield f"### {table.title}: `{table.file}`"
    yield ""
    yield f"In code `{table.name}`. {table.row_means}"
    yield ""
    yield "| Column | In code | Type | Required | Meaning | Sensitivity | Feeds |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    yield from (_field(field) for field in table.fields)
    yield ""
    if table.rules:
        yield from (f"- {_rule(table, rule)}" for rule in table.rules)
        yield ""


def _field(field: Field) -> str:
    column = f"**`{field.column}`**" if field.key else f"`{field.column}`"
    words = [field.meaning]
    if field.references:
        other, _, name = field.references.partition(".")
        words.append(f"points to `{declared(other).file}.{declared(other).field(name).column}`")
    if field.longest:
        words.append(f"at most {field.longest:,} characters")
    if field.between:
        words.append(f"from {field.between[0]:,} to {field.between[1]:,}")
    if field.may_be_absent:
        words.append("not in every edition")
    type_ = f"[{field.code_list}](code-lists.md#{field.code_list})" if field.code_list else field.type
    required = "yes" if field.required else ""
    cells = [column, f"`{field.name}`", type_, required, "; ".join(words), field.sensitivity, ", ".join(field.feeds)]
    return f"| {' | '.join(cells)} |"


def _rule(table: Table, rule: Rule) -> str:
    def columns(*names: str) -> list[str]:
        return [f"`{table.field(name).column}`" for name in names]

    match rule:
        case InOrder(earlier, later):
            first, second = columns(earlier, later)
            return f"{second} is not before {first}."
        case NotInFuture(field):
            return f"{columns(field)[0]} is not in the future."
        case OneAtATime(by, started, ended):
            who, start, end = columns(by, started, ended)
            return f"Rows with the same {who} do not overlap, from {start} to {end}."
        case OneOf(fields):
            return f"At most one of {' and '.join(columns(*fields))} has a value."
        case ValidIdentifier(value, standard, kind):
            where = f" where {columns(kind)[0]} says so" if kind else ""
            return f"{columns(value)[0]} has the check digit of a real {standard}{where}."
        case DatedElsewhere(key, kind, kept_in):
            places = dict.fromkeys(place for _, place in kept_in)
            files = ", ".join(f"`{declared(place.partition('.')[0]).file}`" for place in places)
            return f"{columns(key)[0]} is also the key of a row in {files}: {columns(kind)[0]} says in which."


def data_dictionary() -> str:
    return "\n".join(pages()).rstrip("\n") + "\n"


if __name__ == "__main__":
    PAGE.write_text(data_dictionary(), encoding="utf-8")
