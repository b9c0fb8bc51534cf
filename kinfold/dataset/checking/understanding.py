"""A source's rows as a typed table in the engine, with the file's own text kept beside what was made of it."""

# ruff: noqa: S608   names come from the declarations, values are quoted by `sql.text`

from __future__ import annotations

from dataclasses import dataclass

import duckdb

from kinfold.dataset.checking import sql
from kinfold.dataset.checking.source import Source
from kinfold.dataset.declarations import Field, Table
from kinfold.practice import code_lists


@dataclass(frozen=True)
class Understood:
    """`kept_raw` are fields with a "raw …" column beside them; `respelt` those where a known spelling became a code."""

    kept_raw: frozenset[str]
    respelt: tuple[str, ...]


def understand(engine: duckdb.DuckDBPyConnection, table: Table, source: Source) -> Understood:
    """Makes the table, named as in code, with its rows' numbers. Text is parsed once; typed files are not copied."""
    fields = [field for field in table.fields if field.name in source.there]
    rows = f"read_parquet({sql.text(str(source.rows))}, file_row_number = true)"
    spellings = _spellings_found(engine, rows, fields)
    columns = [f"file_row_number AS {sql.ROW}"]
    kept_raw = set()
    for field in fields:
        value, raw = _expressions(field, field.name in source.text, spellings.get(field.name, {}))
        columns.append(f"{value} AS {sql.name(field.name)}")
        if raw is not None:
            columns.append(f"{raw} AS {sql.raw(field)}")
            kept_raw.add(field.name)
    kind = "TABLE" if kept_raw else "VIEW"
    anything = " OR ".join(f"{sql.name(field.column)} IS NOT NULL" for field in fields)  # an empty line is no row
    query = f"SELECT {', '.join(columns)} FROM {rows} WHERE {anything}"
    engine.execute(f"CREATE {kind} {sql.name(table.name)} AS {query}")
    return Understood(frozenset(kept_raw), tuple(name for name, found in spellings.items() if found))


def _spellings_found(engine: duckdb.DuckDBPyConnection, rows: str, fields: list[Field]) -> dict[str, dict[str, str]]:
    """For each coded field, the spellings in the file that stand for a code, and the code.

    The same scan reads every value of every column, so that a damaged file is known before others are compared to it.
    """
    coded = [field for field in fields if sql.is_coded(field)]
    lists = [f"list(DISTINCT trim(CAST({sql.name(field.column)} AS VARCHAR)))" for field in coded]
    every_value = " + ".join(f"bit_xor(hash({sql.name(field.column)}))::HUGEINT" for field in fields)
    found = engine.execute(f"SELECT {', '.join([*lists, every_value])} FROM {rows}").fetchall()[0][:-1]
    return {
        field.name: {
            raw: read.code
            for raw in sorted(filter(None, values or ()))
            if (read := code_lists.read_code(sql.code_list_of(field), raw)).code not in (None, raw)
        }
        for field, values in zip(coded, found, strict=True)
    }


def _expressions(field: Field, is_text: bool, spellings: dict[str, str]) -> tuple[str, str | None]:
    """SQL for the value, and for the file's own text where it differs from the value or gave none."""
    column = sql.name(field.column)
    if sql.is_parsed(field):
        if not is_text:
            return f"CAST({column} AS {sql.DUCKDB[field.type]})", None
        value = sql.parsed(field, column)
        return value, f"CASE WHEN {value} IS NULL THEN nullif(trim({column}), '') END"
    if not sql.is_coded(field):
        return f"nullif(CAST({column} AS VARCHAR), '')", None
    value = f"nullif(trim(CAST({column} AS VARCHAR)), '')"
    if not spellings:
        return value, None
    codes = " ".join(f"WHEN {sql.text(raw)} THEN {sql.text(code)}" for raw, code in spellings.items())
    known = ", ".join(sql.text(raw) for raw in spellings)
    return f"CASE {value} {codes} ELSE {value} END", f"CASE WHEN {value} IN ({known}) THEN {column} END"
