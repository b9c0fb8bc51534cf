"""The one place that knows Ibis: from definitions to a relation with a row for each counted row and period.

Its columns are `period`, `row_id`, every unit of the subject, every breakdown, and for each measure whether the row is
in its numerator (`n_0`, `n_1` …) and its denominator (`d_0` …).
"""

import datetime as dt
from typing import Any

import ibis
import ibis.expr.types as ir

from kinfold.dataset.tables import table
from kinfold.indicators.engine.breakdowns import AGE_BANDS, ETHNIC_GROUPS, GROWN_UP, NOT_RECORDED, UNBORN
from kinfold.indicators.engine.definition import DEADLINE_COLUMNS, Indicator
from kinfold.indicators.engine.subjects import SUBJECTS, Subject
from kinfold.practice.timescales import TIMESCALES

PERIODS = ibis.table(
    {"period": "string", "starts_on": "date", "ends_on": "date", "last_day": "date", "known_to": "date"},
    name="periods",
)
_NEVER = dt.date(9999, 12, 31)
_DIALECTS = {"duckdb": "duckdb", "spark": "pyspark"}


def compiled(indicators: tuple[Indicator, ...], engine: str) -> str:
    """SQL of the relation for indicators with one reading, one pair of flags for each of their measures."""
    return str(ibis.to_sql(relation(indicators), dialect=_DIALECTS[engine]))


def relation(indicators: tuple[Indicator, ...]) -> ir.Table:
    first = indicators[0]
    subject = first.subject
    rows = _with_lookups(_declared(subject.table), subject)
    for rule in sorted({one.settles_after for one in indicators if one.settles_after is not None}):
        rows = _with_deadline(rows, subject, rule)
    if first.dated_by is not None:
        rows = _dated(rows, first.dated_by.on(rows).cast("date"))
    else:
        rows = _open_at_close(rows, subject)
    eligible = ibis.literal(True)
    for other in first.unless_open_in:
        eligible = eligible & ~_is_open_in(rows, SUBJECTS[other])
    return rows.select(
        "period",
        row_id=rows[subject.row],
        **{column: rows[column] for column in subject.units.values() if column != subject.row},
        **{by: _group(by, rows) for by in subject.breakdowns},
        **_flags(rows, measures(indicators), eligible),
    )


def measures(indicators: tuple[Indicator, ...]) -> dict[str, Indicator]:
    """One indicator for each different measure, in the order in which their flags are numbered."""
    first_with: dict[str, Indicator] = {}
    for indicator in indicators:
        first_with.setdefault(indicator.measure, indicator)
    return first_with


class _Facts:
    """A row's columns as one indicator names them: its deadline is the one of its own rule."""

    def __init__(self, rows: ir.Table, rule: str | None) -> None:
        self._rows, self._rule = rows, rule

    def __getitem__(self, column: str) -> ir.Value:
        return self._rows[f"{self._rule}_{column}" if self._rule and column in DEADLINE_COLUMNS else column]


def _flags(rows: ir.Table, chosen: dict[str, Indicator], eligible: ir.BooleanValue) -> dict[str, ir.Value]:
    flags: dict[str, ir.Value] = {}
    for number, indicator in enumerate(chosen.values()):
        within, facts = eligible, _Facts(rows, indicator.settles_after)
        if indicator.settles_after is not None:
            within = within & (facts["due_on"] <= rows.known_to)
        if indicator.denominator is not None:
            within = within & indicator.denominator.holds.on(facts)
        flags[f"n_{number}"] = _one_if(within & indicator.numerator.holds.on(facts))
        flags[f"d_{number}"] = _one_if(within)
    return flags


def _one_if(condition: ir.BooleanValue) -> ir.Value:
    """1 where it holds; 0 where it does not and where nothing is known."""
    return ibis.cases((condition, 1), else_=0)


def _declared(name: str) -> ir.Table:
    kept = {"datetime_local": "timestamp", "date": "date", "instant": "timestamp('UTC')", "integer": "int64"}
    columns = {field.name: kept.get(field.type, "float64" if field.type == "number" else "string")
               for field in table(name).fields}  # fmt: skip
    return ibis.table(columns, name=name)


def _with_lookups(rows: ir.Table, subject: Subject) -> ir.Table:
    for lookup in subject.lookups:
        other = _agencies() if lookup.table == "agencies" else _declared(lookup.table)
        found = other.select(found=other[lookup.key], **{ours: other[theirs] for theirs, ours in lookup.named.items()})
        rows = rows.left_join(found, rows[lookup.by] == found.found).drop("found")
    return rows


def _agencies() -> ir.Table:
    """Agencies by name; two of one name are told apart by their keys, never added together."""
    agencies = _declared("agencies")
    same_name = agencies.count().over(ibis.window(group_by=agencies.name))
    apart = agencies.name + " (" + agencies.agency_id + ")"
    return agencies.mutate(name=ibis.cases((same_name > 1, apart), else_=agencies.name))


def _with_deadline(rows: ir.Table, subject: Subject, rule: str) -> ir.Table:
    deadlines = _declared("deadlines")
    kept = deadlines.filter(deadlines.rule == rule, deadlines.withdrawn != "Y")
    in_time: Any = kept.met_at < kept.due_at if TIMESCALES[rule].whole_days else kept.met_at <= kept.due_at
    one_each = kept.group_by(found=kept.about_id).agg(
        **{
            f"{rule}_due_on": kept.due_on.min(),
            f"{rule}_met_on": kept.met_on.min(),
            f"{rule}_met_in_time": in_time.fill_null(False).any(),
        }
    )
    return rows.left_join(one_each, rows[subject.row] == one_each.found).drop("found")


def _dated(rows: ir.Table, day: ir.DateValue) -> ir.Table:
    rows = rows.mutate(on_day=day)
    return rows.join(PERIODS, [rows.on_day >= PERIODS.starts_on, rows.on_day < PERIODS.ends_on])


def _open_at_close(rows: ir.Table, subject: Subject) -> ir.Table:
    """Begun by the last day and not ended by its close; the end's own day is the first on which it is not open."""
    assert subject.open_between is not None
    began, ended = subject.open_between
    rows = rows.mutate(began=rows[began].cast("date"), ended=rows[ended].cast("date").fill_null(_NEVER))
    joined = rows.join(PERIODS, [rows.began <= PERIODS.last_day, rows.ended > PERIODS.last_day])
    return joined.mutate(on_day=joined.last_day)


def _is_open_in(rows: ir.Table, other: Subject) -> ir.BooleanValue:
    elsewhere = _open_at_close(_declared(other.table), other)
    at_once = elsewhere.select(moment=elsewhere.period + "/" + elsewhere.person_id)
    return (rows.period + "/" + rows.person_id).isin(at_once.moment)


def _group(by: str, rows: ir.Table) -> ir.Value:
    if by == "age_band":
        return _age_band(rows)
    if by == "ethnicity":
        cases = [(rows.ethnicity.isin(codes), group) for group, codes in ETHNIC_GROUPS.items()]
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
