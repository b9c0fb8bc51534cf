"""The one place that knows Ibis: from definitions to a relation with a row for each counted row and period.

Its columns are `period`, `row_id`, every unit of the subject, every breakdown, and for each measure whether the row is
in its numerator (`n_0`, `n_1` …) and its denominator (`d_0` …); for one that adds quantities up, what the row adds
(`q_0` …).
"""

from collections.abc import Iterable

import ibis
import ibis.expr.types as ir
from ibis.config import Config

from kinfold.indicators.engine.definition import DEADLINE_COLUMNS, Indicator
from kinfold.indicators.engine.facts import OF_A_MOMENT, OF_MANY_ROWS, Earlier, Fact, Lookup
from kinfold.indicators.engine.groups import group
from kinfold.indicators.engine.joins import NEVER, declared, found, one_if, with_deadline
from kinfold.indicators.engine.subject import BREAKDOWN_COLUMNS, Subject
from kinfold.indicators.engine.subjects import SUBJECTS
from kinfold.indicators.engine.words import Expression

PERIODS = ibis.table(
    {"period": "string", "starts_on": "date", "ends_on": "date", "last_day": "date", "known_to": "date"},
    name="periods",
)
# Every day of every period, so that what happened on a day finds its periods without comparing it with each of them.
DAYS = ibis.table({"day": "date", "period": "string", "last_day": "date", "known_to": "date"}, name="days_of_periods")
_DIALECTS = {"duckdb": "duckdb", "spark": "pyspark"}


def compiled(indicators: tuple[Indicator, ...], engine: str) -> str:
    """SQL of the relation for indicators with one reading, one pair of flags for each of their measures."""
    return in_sql(relation(indicators), engine)


class _SparkOptions(Config):  # type: ignore[misc]  # Ibis is not typed
    """What compiling for Spark asks of `ibis.options`; the rest of Ibis's Spark, and pandas with it, is not loaded."""

    treat_nan_as_null: bool = False


def in_sql(rows: ir.Table, engine: str) -> str:
    if engine == "spark" and ibis.options.pyspark is None:
        ibis.options.pyspark = _SparkOptions()
    return str(ibis.to_sql(rows, dialect=_DIALECTS[engine]))


def relation(indicators: tuple[Indicator, ...]) -> ir.Table:
    first = indicators[0]
    subject = first.subject
    facts = subject.facts_for(_columns_wanted(indicators))
    rows = declared(subject.table)
    dated_by = first.dated_by
    at_once = dated_by is not None and _can_be_dated_at_once(dated_by, rows, facts)
    if dated_by is not None and at_once:
        rows = _dated(rows, dated_by)
    rows = found(rows, [fact for fact in facts if isinstance(fact, Lookup)])
    if subject.only is not None:
        rows = rows.filter(subject.only.on(rows))
    rows = found(rows, [fact for fact in facts if isinstance(fact, OF_MANY_ROWS)])
    for rule in sorted({one.settles_after for one in indicators if one.settles_after is not None}):
        rows = with_deadline(rows, subject.row, rule)
    if dated_by is None:
        rows = _open_at_close(rows, subject)
    elif not at_once:
        rows = _dated(rows, dated_by)
    rows = found(rows, [fact for fact in facts if isinstance(fact, OF_A_MOMENT)])
    eligible = ibis.literal(True)
    for other in first.unless_open_in:
        eligible = eligible & ~_is_open_in(rows, SUBJECTS[other])
    return rows.select(
        "period",
        row_id=rows[subject.row],
        **{column: rows[column] for column in subject.units.values() if column != subject.row},
        **{by: group(by, rows) for by in subject.breakdowns},
        **_flags(rows, measures(indicators), eligible),
    )


def measures(indicators: tuple[Indicator, ...]) -> dict[str, Indicator]:
    """One indicator for each different measure, in the order in which their flags are numbered."""
    first_with: dict[str, Indicator] = {}
    for indicator in indicators:
        first_with.setdefault(indicator.measure, indicator)
    return first_with


def _columns_wanted(indicators: tuple[Indicator, ...]) -> set[str]:
    subject = indicators[0].subject
    named = {column for one in indicators for expression in one.expressions for column in expression.columns}
    grouped = {column for by in subject.breakdowns for column in BREAKDOWN_COLUMNS[by]}
    always = subject.only.columns if subject.only is not None else frozenset()
    return named | grouped | always | set(subject.units.values())


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
        counted = within & indicator.numerator.holds.on(facts)
        if indicator.quantity is not None:
            quantity = indicator.quantity.value.on(facts)
            counted = counted & quantity.notnull()
            flags[f"q_{number}"] = ibis.cases((counted, quantity), else_=0)
        flags[f"n_{number}"] = one_if(counted)
        flags[f"d_{number}"] = one_if(within)
    return flags


def _can_be_dated_at_once(dated_by: Expression, rows: ir.Table, facts: Iterable[Fact]) -> bool:
    """Rows outside every period need no facts, unless they are facts for the rows after them."""
    return set(dated_by.columns) <= set(rows.columns) and not any(isinstance(fact, Earlier) for fact in facts)


def _dated(rows: ir.Table, dated_by: Expression) -> ir.Table:
    rows = rows.mutate(on_day=dated_by.on(rows).cast("date"))
    return rows.join(DAYS, rows.on_day == DAYS.day).drop("day")


def _open_at_close(rows: ir.Table, subject: Subject) -> ir.Table:
    """Begun by the last day and not ended by its close; the end's own day is the first on which it is not open."""
    assert subject.open_between is not None
    began, ended = subject.open_between
    rows = rows.mutate(began=rows[began].cast("date"), ended=rows[ended].cast("date").fill_null(NEVER))
    joined = rows.join(PERIODS, [rows.began <= PERIODS.last_day, rows.ended > PERIODS.last_day])
    return joined.mutate(on_day=joined.last_day)


def _is_open_in(rows: ir.Table, other: Subject) -> ir.BooleanValue:
    elsewhere = _open_at_close(declared(other.table), other)
    at_once = elsewhere.select(moment=elsewhere.period + "/" + elsewhere.person_id)
    return (rows.period + "/" + rows.person_id).isin(at_once.moment)
