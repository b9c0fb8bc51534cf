"""The group of each row in each breakdown, in Ibis."""

from collections.abc import Mapping, Sequence

import ibis
import ibis.expr.types as ir

from kinfold.indicators.engine.breakdowns import (
    AGE_BANDS,
    DISABLED,
    ETHNIC_GROUPS,
    GROWN_UP,
    NOT_DISABLED,
    NOT_RECORDED,
    UNBORN,
)
from kinfold.practice.wards import WARDS


def group(by: str, rows: ir.Table) -> ir.Value:
    if by == "age_band":
        return _age_band(rows)
    if by == "ethnicity":
        return _among(rows.ethnicity, ETHNIC_GROUPS)
    if by == "deprivation":
        return _among(rows.ward, WARDS.bands)
    if by == "disability":
        return ibis.cases((rows.has_disability, DISABLED), (rows.disability_known, NOT_DISABLED), else_=NOT_RECORDED)
    return rows[by].cast("string").fill_null(NOT_RECORDED)


def _among(column: ir.Value, groups: Mapping[str, Sequence[str]]) -> ir.Value:
    cases = [(column.isin(codes), name) for name, codes in groups.items() if codes]
    return ibis.cases(*cases, else_=NOT_RECORDED)


def _age_band(rows: ir.Table) -> ir.Value:
    """Age on the day of the event, or at the close for a stock; by the calendar, so the same on every engine."""
    born, on = rows.born_on.cast("date"), rows.on_day
    birthday_to_come = on.month() * 100 + on.day() < born.month() * 100 + born.day()
    age = on.year() - born.year() - ibis.cases((birthday_to_come, 1), else_=0)
    unborn = (born > on) | (born.isnull() & rows.expected_on.notnull())
    bands = [(age <= oldest, name) for name, _, oldest in AGE_BANDS]
    return ibis.cases((unborn, UNBORN), (born.isnull(), NOT_RECORDED), *bands, else_=GROWN_UP)
