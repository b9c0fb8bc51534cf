"""What may be wrong with a row by itself, as conditions that one scan of the table counts together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kinfold.dataset.checking import sql
from kinfold.dataset.checking.identifiers import impossible
from kinfold.dataset.declarations import (
    DatedElsewhere,
    Field,
    InOrder,
    NotInFuture,
    OneAtATime,
    OneOf,
    Table,
    ValidIdentifier,
)
from kinfold.practice import code_lists

EARLIEST_YEAR, LATEST_YEAR = 1900, 2199

_HOW_TO_WRITE = {
    "date": "Write a day as 2024-05-31 or 31/05/2024",
    "datetime_local": "Write a day as 2024-05-31 or 31/05/2024, with or without a time such as 14:30",
    "instant": "Write an instant as 2024-05-31T14:30:00Z",
    "integer": "Write a whole number",
    "number": "Write a number",
}


@dataclass(frozen=True)
class Condition:
    """`holds` is true of a row at fault. `message` may name {value}, and {other}, which is `other` in SQL."""

    column: str
    rule: str
    holds: str
    value: str
    message: str
    other: str = "NULL"


def conditions(table: Table, there: frozenset[str], kept_raw: frozenset[str], today: date) -> Iterator[Condition]:
    """`there` are the fields the file has; `kept_raw` those beside which the file's own text was kept."""
    for field in table.fields:
        if field.name in there:
            yield from _of_value(field, field.name in kept_raw)
            if field.type == "instant":
                yield from _same_day(table, field, there)
    for rule in table.rules:
        match rule:
            case InOrder(earlier, later) if {earlier, later} <= there:
                yield _in_order(table.field(earlier), table.field(later))
            case NotInFuture(name) if name in there:
                column = sql.name(name)
                holds = f"CAST({column} AS DATE) > DATE '{today.isoformat()}'"
                message = f"{{value}} is after {today:%-d %B %Y}, the day of this check."
                yield Condition(table.field(name).column, "future_date", holds, column, message)
            case OneOf(names) if set(names) <= there:
                filled = " + ".join(f"({sql.name(name)} IS NOT NULL)::INT" for name in names)
                columns = " and ".join(table.field(name).column for name in names)
                first = table.field(names[0])
                message = f"Only one of {columns} can be filled in."
                yield Condition(first.column, "one_of", f"{filled} > 1", sql.name(first.name), message)
            case ValidIdentifier(value, standard, kind) if value in there:
                column = sql.name(value)
                holds = impossible(standard, column)
                if kind is not None:
                    named = f"replace(lower(trim({sql.name(kind)})), ' ', '_')"
                    holds = f"{named} = {sql.text(standard.lower().replace(' ', '_'))} AND {holds}"
                message = f"“{{value}}” cannot be a {standard}: its check digit is wrong or it has the wrong length."
                yield Condition(table.field(value).column, "identifier", holds, column, message)
            case InOrder() | NotInFuture() | OneOf() | ValidIdentifier() | OneAtATime() | DatedElsewhere():
                pass  # a column is missing, which was said; or the rule is about rows together


def _of_value(field: Field, kept_raw: bool) -> Iterator[Condition]:
    column = sql.name(field.name)
    raw = sql.raw(field) if kept_raw else "NULL"
    if kept_raw and sql.is_parsed(field):
        message = f"“{{value}}” is not a {_called(field)}. {_HOW_TO_WRITE[field.type]}."
        yield Condition(field.column, "type", f"{column} IS NULL AND {raw} IS NOT NULL", raw, message)
    if field.required:
        message = f"A value is required: {field.meaning[:1].lower()}{field.meaning[1:]}."
        yield Condition(field.column, "required", f"{column} IS NULL AND {raw} IS NULL", "NULL", message)
    if sql.is_coded(field):
        name = sql.code_list_of(field)
        codes = ", ".join(sql.text(code.code) for code in code_lists.code_list(name))
        message = f"“{{value}}” is not a code of the list {name}, nor a known spelling of one."
        yield Condition(field.column, "code_list", f"{column} NOT IN ({codes})", column, message)
    if field.longest is not None:
        message = f"The value has {{other}} characters; the standard allows {field.longest}."
        length = f"length({column})"
        yield Condition(field.column, "longest", f"{length} > {field.longest}", column, message, other=length)
    if field.between is not None:
        low, high = field.between
        message = f"{{value}} is not between {low:,} and {high:,}."
        yield Condition(field.column, "between", f"{column} NOT BETWEEN {low} AND {high}", column, message)
    if field.type in ("date", "datetime_local", "instant"):
        message = f"The year of {{value}} is not between {EARLIEST_YEAR} and {LATEST_YEAR}."
        day = f"CAST({column} AS DATE)"
        holds = f"{day} NOT BETWEEN DATE '{EARLIEST_YEAR}-01-01' AND DATE '{LATEST_YEAR}-12-31'"
        yield Condition(field.column, "year", holds, column, message)
    if field.type == "number":
        message = "{value} is not a number that can be counted with."
        yield Condition(field.column, "type", f"NOT isfinite({column})", column, message)
    if field.type == "json":
        message = "The value is not valid JSON."
        yield Condition(field.column, "json", f"NOT json_valid({column})", column, message)
    if field.type in ("id", "text", "json"):
        message = "The value holds a NUL character, which no database keeps. The file may be damaged."
        yield Condition(field.column, "nul", f"contains({column}, chr(0))", column, message)
    if field.type == "id":
        message = "There is a space before or after “{value}”, so it would match nothing."
        yield Condition(field.column, "spaces", f"trim({column}) <> {column}", column, message)


def _called(field: Field) -> str:
    return {"datetime_local": "date", "instant": "date with a time and an offset", "integer": "whole number"}.get(
        field.type, field.type
    )


def _in_order(earlier: Field, later: Field) -> Condition:
    first, second = _comparable(earlier), _comparable(later)
    message = f"{{value}} is before {earlier.column}, {{other}}."
    return Condition(
        later.column, "date_order", f"{second} < {first}", sql.name(later.name), message, other=sql.name(earlier.name)
    )


def _comparable(field: Field) -> str:
    """What is named for a day is compared as a day, though the standard's column could hold a time."""
    column = sql.name(field.name)
    return f"CAST({column} AS DATE)" if field.name.endswith("_on") else column


def _same_day(table: Table, field: Field, there: frozenset[str]) -> Iterator[Condition]:
    """An instant's `_on` date beside it is the day it was in London; what is due by midnight is due the day before."""
    beside = field.name.removesuffix("_at") + "_on"
    if beside not in there:
        return
    instant, day = sql.name(field.name), sql.name(beside)
    local = f"CAST(timezone('Europe/London', {instant}) AS DATE)"
    message = f"{{value}} is not the day in London of {field.column}, {{other}}."
    holds = f"{day} IS DISTINCT FROM {local}"
    if field.name == "due_at":
        holds += (
            f" AND {day} IS DISTINCT FROM CAST(timezone('Europe/London', {instant} - INTERVAL 1 MICROSECOND) AS DATE)"
        )
    yield Condition(table.field(beside).column, "same_day", holds, day, message, other=instant)
