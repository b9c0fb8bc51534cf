"""Codes used on a day on which they were not in use: read all the same, and remarked upon."""

# ruff: noqa: S608   names come from the declarations, values are quoted by `sql.text`

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kinfold.dataset.checking import sql
from kinfold.dataset.declarations import Table
from kinfold.practice import code_lists


@dataclass(frozen=True)
class UseOfCode:
    """`query` gives how many rows use the code out of its period, and the first of them."""

    query: str
    code: str
    column: str
    dated_by: str


def uses_out_of_period(table: Table, there: frozenset[str]) -> Iterator[UseOfCode]:
    for field in table.fields:
        if field.coded_on is None or not {field.name, field.coded_on} <= there:
            continue
        day = f"CAST({sql.name(field.coded_on)} AS DATE)"
        for code in code_lists.code_list(sql.code_list_of(field)):
            out_of_period = f"{day} < DATE '{code.valid_from}' OR {day} >= DATE '{code.valid_to or date.max}'"
            query = f"""
                SELECT count(*), min({sql.ROW}) FROM {sql.name(table.name)}
                WHERE {sql.name(field.name)} = {sql.text(code.code)} AND ({out_of_period})
            """
            yield UseOfCode(query, code.code, field.column, table.field(field.coded_on).column)
