"""Rows of any table, made from its declaration: every column holds something that it may hold, or nothing."""

import random
from datetime import UTC, datetime, timedelta

from kinfold.dataset.declarations import Field, Table
from kinfold.practice import code_lists
from tests.indicators.partnerships.chance import WARDS, Row, Tables, day, time_of_day

_EMPTY_ONE_TIME_IN = 4

# Where chance alone would hardly ever come upon what an indicator looks for.
_LIKELIER: dict[str, tuple[object, ...]] = {
    "role": ("allocated_social_worker", "lead_professional"),
    "concern": ("neglect", "physical_abuse"),
    "latest_category": ("NEG", "EMO", "PHY", "SAB"),
    "start_reason": ("S", "P"),
    "ceased_reason": ("E4A", "E4B", "E13", "E45", "E47", "X1"),
    "status": ("Completed", "Planned"),
    "disability": ("NONE", "NONE", "MOB", "LD"),
    "distance_miles": (0.5, 20.0, 20.1, 60.0),
}
_LONG_AGO = ("entered_care_on", "started_on")


def add_rows(chance: random.Random, tables: Tables, declared: Table, most: int) -> None:
    """Rows beside those of the table that its key names, where it names one; else as many as chance has it."""
    [key] = (field for field in declared.fields if field.key)
    if key.references is not None and _referred_to(tables, key):
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
    if field.name in _LIKELIER:
        return chance.choice(_LIKELIER[field.name])
    if field.references is not None:
        keys = [row.get(field.references.partition(".")[2]) for row in _referred_to(tables, field)]
        return chance.choice(keys) if keys else f"{field.name} {chance.randint(1, 4)}"
    if field.code_list == "ward":
        return chance.choice(WARDS)
    if field.code_list is not None:
        return chance.choice([code.code for code in code_lists.code_list(field.code_list)])
    match field.type:
        case "yes_no":
            return chance.choice("YN")
        case "date":
            return day(chance) - _before(chance, field)
        case "datetime_local":
            return datetime.combine(day(chance) - _before(chance, field), time_of_day(chance))
        case "instant":
            return datetime.combine(day(chance), time_of_day(chance), UTC)
        case "integer" | "number":
            return chance.randint(*(field.between or (0, 12)))
        case _:
            return f"{field.name} {chance.randint(1, 4)}"


def _before(chance: random.Random, field: Field) -> timedelta:
    return timedelta(days=chance.choice((0, 0, 200, 720, 1000)) if field.name in _LONG_AGO else 0)


def _referred_to(tables: Tables, field: Field) -> list[Row]:
    assert field.references is not None
    return tables[field.references.partition(".")[0]]
