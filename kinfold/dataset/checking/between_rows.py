"""What may be wrong with rows together: keys twice, links to nothing, periods that overlap."""

# ruff: noqa: S608   names come from the declarations, values are quoted by `sql.text`

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kinfold.dataset.checking import sql
from kinfold.dataset.declarations import DatedElsewhere, Field, OneAtATime, Table
from kinfold.dataset.tables import table as declared


@dataclass(frozen=True)
class Search:
    """`query` gives (file row, value, other) for each row at fault; `message` may name {value} and {other}."""

    column: str
    rule: str
    query: str
    message: str


Has = Callable[[str, str], bool]  # whether a table's file, and this field in it, were there


def searches(table: Table, has: Has) -> Iterator[Search]:
    if all(has(table.name, name) for name in table.key):
        yield _key_twice(table)
    for field in table.fields:
        if field.references and has(table.name, field.name):
            other, _, name = field.references.partition(".")
            if has(other, name):
                yield _orphans(table, field, declared(other), name)
    for rule in table.rules:
        match rule:
            case OneAtATime(by, started, ended) if all(has(table.name, name) for name in (by, started, ended)):
                yield _overlaps(table, by, started, ended)
            case DatedElsewhere(key, kind, kept_in) if has(table.name, key) and has(table.name, kind):
                for code, place in kept_in:
                    other, _, name = place.partition(".")
                    if has(other, name):
                        where = f"AND t.{sql.name(kind)} = {sql.text(code)}"
                        yield _orphans(table, table.field(key), declared(other), name, where)
            case _:
                pass


def _key_twice(table: Table) -> Search:
    keys = ", ".join(sql.name(name) for name in table.key)
    filled = " AND ".join(f"{sql.name(name)} IS NOT NULL" for name in table.key)
    value = f"concat_ws(', ', {keys})"
    columns = ", ".join(table.field(name).column for name in table.key)
    query = f"""
        WITH twice AS (
            SELECT {keys}, min({sql.ROW}) AS first FROM {sql.name(table.name)}
            WHERE {filled} GROUP BY {keys} HAVING count(*) > 1
        )
        SELECT {sql.ROW}, {value}, first FROM {sql.name(table.name)} JOIN twice USING ({keys}) WHERE {sql.ROW} <> first
    """
    return Search(columns, "key_twice", query, f"{columns} “{{value}}” is already on row {{other}}. It must be unique.")


def _orphans(table: Table, field: Field, other: Table, name: str, where: str = "") -> Search:
    column = sql.name(field.name)
    query = f"""
        SELECT t.{sql.ROW}, t.{column}, NULL FROM {sql.name(table.name)} AS t
        ANTI JOIN {sql.name(other.name)} AS o ON t.{column} = o.{sql.name(name)}
        WHERE t.{column} IS NOT NULL {where}
    """
    message = f"“{{value}}” is not in {other.file} ({other.field(name).column})."
    return Search(field.column, "orphan", query, message)


def _overlaps(table: Table, by: str, started: str, ended: str) -> Search:
    """The latest end of all earlier periods of the same child is after this one's start."""
    whole_days = started.endswith("_on")
    start, end = (f"CAST({sql.name(n)} AS DATE)" if whole_days else sql.name(n) for n in (started, ended))
    kind = "DATE" if whole_days else "TIMESTAMP"
    query = f"""
        WITH periods AS (
            SELECT {sql.ROW}, {sql.name(started)} AS value, {start} AS starts,
                   arg_max({sql.ROW}, coalesce({end}, {kind} 'infinity')) OVER earlier AS before,
                   max(coalesce({end}, {kind} 'infinity')) OVER earlier AS busy_until
            FROM {sql.name(table.name)} WHERE {sql.name(by)} IS NOT NULL AND {start} IS NOT NULL
            WINDOW earlier AS (PARTITION BY {sql.name(by)} ORDER BY {start}, {end} NULLS LAST, {sql.ROW}
                               ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
        )
        SELECT {sql.ROW}, value, before FROM periods WHERE busy_until > starts
    """
    column = table.field(started).column
    message = "This starts on {value}, before the one on row {other} has ended. A child has one at a time."
    return Search(column, "overlap", query, message)
