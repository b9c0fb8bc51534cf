"""Rows of any table, made from its declaration: every column holds something that it may hold, or nothing."""

import random
from datetime import UTC, datetime

from kinfold.dataset.declarations import Field, Table
from kinfold.practice import code_lists
from tests.indicators.partnerships.chance import WARDS, Row, Tables, day, time_of_day

_EMPTY_ONE_TIME_IN = 4


def add_rows(chance: random.Random, tables: Tables, declared: Table, most: int) -> None:
    """Rows beside those of the table that its key names, where it names one; else as many as chance has it."""
    [key] = (field for field in declared.fields if field.key)
    if key.references is not None:
        keys = [row[key.name] for row in _referred_to(tables, key) if chance.random() < 0.8]
    else:
        keys = [f"{declared.name} {number}" for number in range(chance.randint(0, most))]
    for value in keys:
        others = {field.name: _something(chance, tables, field) for field in declared.fields if not field.key}
        tables[declared.name].append({key.name: value} | others)


def fill_rows(chance: random.Random, tables: Tables, declared: Table) -> None:
    """Every column that the rows of the table do not have yet."""
    for row in tables[declared.name]:
        for field in declared.fields:
            row.setdefault(field.name, _something(chance, tables, field))


def _something(chance: random.Random, tables: Tables, field: Field) -> object:
    if not field.required and chance.randrange(_EMPTY_ONE_TIME_IN) == 0:
        return None
    if field.references is not None:
        keys = [row.get(field.references.partition(".")[2]) for row in _referred_to(tables, field)]
        return chance.choice(keys) if keys else None
    if field.code_list == "ward":
        return chance.choice(WARDS)
    if field.code_list is not None:
        return chance.choice([code.code for code in code_lists.code_list(field.code_list)])
    match field.type:
        case "yes_no":
            return chance.choice("YN")
        case "date":
            return day(chance)
        case "datetime_local":
            return datetime.combine(day(chance), time_of_day(chance))
        case "instant":
            return datetime.combine(day(chance), time_of_day(chance), UTC)
        case "integer" | "number":
            return chance.randint(*(field.between or (0, 12)))
        case _:
            return f"{field.name} {chance.randint(1, 4)}"


def _referred_to(tables: Tables, field: Field) -> list[Row]:
    assert field.references is not None
    return tables[field.references.partition(".")[0]]
