"""The group of each row in each breakdown, in Ibis."""

import ibis
import ibis.expr.types as ir

from kinfold.indicators.engine.breakdowns import AGE_BANDS, ETHNIC_GROUPS, GROWN_UP, NOT_RECORDED, UNBORN


def group(by: str, rows: ir.Table) -> ir.Value:
    if by == "age_band":
        return _age_band(rows)
    if by == "ethnicity":
        cases = [(rows.ethnicity.isin(codes), name) for name, codes in ETHNIC_GROUPS.items()]
        return ibis.cases(*cases, else_=NOT_RECORDED)
    return rows[by].cast("string").fill_null(NOT_RECORDED)


def _age_band(rows: ir.Table) -> ir.Value:
    """Age on the day of the event, or at the close for a stock; by the calendar, so the same on every engine."""
    born, on = rows.born_on.cast("date"), rows.on_day
    birthday_to_come = on.month() * 100 + on.day() < born.month() * 100 + born.day()
    age = on.year() - born.year() - ibis.cases((birthday_to_come, 1), else_=0)
    unborn = (born > on) | (born.isnull() & rows.expected_on.notnull())
    bands = [(age <= oldest, name) for name, _, oldest in AGE_BANDS]
    return ibis.cases((unborn, UNBORN), (born.isnull(), NOT_RECORDED), *bands, else_=GROWN_UP)
