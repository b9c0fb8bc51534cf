"""How each fact is found, in Ibis: every join leaves the rows as many as they were."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

import ibis
import ibis.expr.types as ir

from kinfold.dataset.tables import table
from kinfold.indicators.engine.facts import AnyOf, Earlier, Elapsed, Fact, InTheYear, Latest, Lookup, OpenThen
from kinfold.practice.timescales import TIMESCALES

WORKING_DAYS = ibis.table({"day": "date", "passed": "int64"}, name="working_days")
NEVER = dt.date(9999, 12, 31)
_MONTHS_A_YEAR = 12
_SECONDS_AN_HOUR = 3600


def declared(name: str) -> ir.Table:
    kept = {"datetime_local": "timestamp", "date": "date", "instant": "timestamp('UTC')", "integer": "int64"}
    columns = {field.name: kept.get(field.type, "float64" if field.type == "number" else "string")
               for field in table(name).fields}  # fmt: skip
    return ibis.table(columns, name=name)


def one_if(condition: ir.BooleanValue) -> ir.Value:
    """1 where it holds; 0 where it does not and where nothing is known."""
    return ibis.cases((condition, 1), else_=0)


def found(rows: ir.Table, facts: Sequence[Fact]) -> ir.Table:
    """The rows with the columns that the facts give. Facts of a moment need `on_day` and `period` in the rows."""
    for fact in facts:
        match fact:
            case Lookup():
                rows = _looked_up(rows, fact)
            case Earlier():
                rows = _earlier(rows, fact)
            case AnyOf():
                rows = _any_of(rows, fact)
            case OpenThen():
                rows = _open_then(rows, fact)
            case Latest():
                rows = _latest(rows, fact)
            case InTheYear():
                rows = _in_the_year(rows, fact)
            case Elapsed():
                rows = _elapsed(rows, fact)
    return rows


def with_deadline(rows: ir.Table, key: str, rule: str) -> ir.Table:
    """`<rule>_due_on`, `<rule>_met_on` and `<rule>_met_in_time` of the deadline by that rule about each row."""
    deadlines = declared("deadlines")
    kept = deadlines.filter(deadlines.rule == rule, deadlines.withdrawn != "Y")
    in_time: Any = kept.met_at < kept.due_at if TIMESCALES[rule].whole_days else kept.met_at <= kept.due_at
    one_each = kept.group_by(found=kept.about_id).agg(
        **{
            f"{rule}_due_on": kept.due_on.min(),
            f"{rule}_met_on": kept.met_on.min(),
            f"{rule}_met_in_time": in_time.fill_null(False).any(),
        }
    )
    return rows.left_join(one_each, rows[key] == one_each.found).drop("found")


def _looked_up(rows: ir.Table, lookup: Lookup) -> ir.Table:
    other = _agencies() if lookup.table == "agencies" else declared(lookup.table)
    one = other.select(found=other[lookup.key], **{ours: other[theirs] for theirs, ours in lookup.named.items()})
    return rows.left_join(one, rows[lookup.by] == one.found).drop("found")


def _agencies() -> ir.Table:
    """Agencies by name; two of one name are told apart by their keys, never added together."""
    agencies = declared("agencies")
    same_name = agencies.count().over(ibis.window(group_by=agencies.name))
    apart = agencies.name + " (" + agencies.agency_id + ")"
    return agencies.mutate(name=ibis.cases((same_name > 1, apart), else_=agencies.name))


def _earlier(rows: ir.Table, fact: Earlier) -> ir.Table:
    key = table(fact.table).key[0]
    follows = rows[fact.by].notnull()
    if fact.among is not None:
        follows = follows & fact.among.on(rows).fill_null(False)
    one_by_one = ibis.window(group_by=[rows[fact.by], follows], order_by=[rows[fact.ordered_by], rows[key]])
    return rows.mutate(
        **{ours: ibis.cases((follows, rows[theirs].lag(fact.steps).over(one_by_one))) for theirs, ours in fact.columns}
    )


def _any_of(rows: ir.Table, fact: AnyOf) -> ir.Table:
    other = declared(fact.table)
    holding = other.filter(fact.holds.on(other)).select(found=other[fact.by])
    return rows.mutate(**{fact.name: rows[fact.ours or fact.by].isin(holding.found).fill_null(False)})


def _open_then(rows: ir.Table, fact: OpenThen) -> ir.Table:
    other = declared(fact.table)
    if fact.holds is not None:
        other = other.filter(fact.holds.on(other))
    began, ended = fact.between
    spells = other.select(
        whose=other[fact.by], began=other[began].cast("date"), ended=other[ended].cast("date").fill_null(NEVER)
    )
    at_once = rows.select(subject=rows[fact.by], moment=rows.on_day).distinct()
    open_then = (
        at_once.join(
            spells,
            [at_once.subject == spells.whose, spells.began <= at_once.moment, spells.ended > at_once.moment],
        )
        .select("subject", "moment")
        .distinct()
        .mutate(found=ibis.literal(True))
    )
    joined = rows.left_join(open_then, [rows[fact.by] == open_then.subject, rows.on_day == open_then.moment]).drop(
        "subject", "moment"
    )
    return joined.mutate(**{fact.name: joined.found.fill_null(False)}).drop("found")


def _latest(rows: ir.Table, fact: Latest) -> ir.Table:
    """Each of the other rows holds from its own day until the next one's."""
    other, key = declared(fact.table), table(fact.table).key[0]
    other = other.filter(other[fact.dated_by].notnull(), other[fact.by].notnull())
    one_by_one = ibis.window(group_by=other[fact.by], order_by=[other[fact.dated_by], other[key]])
    holding = other.select(
        whose=other[fact.by],
        from_day=other[fact.dated_by].cast("date"),
        to_day=other[fact.dated_by].cast("date").lead().over(one_by_one).fill_null(NEVER),
        **{ours: other[theirs] for theirs, ours in fact.columns},
    )
    return rows.left_join(
        holding,
        [rows[fact.by] == holding.whose, holding.from_day <= rows.on_day, holding.to_day > rows.on_day],
    ).drop("whose", "from_day", "to_day")


def _in_the_year(rows: ir.Table, fact: InTheYear) -> ir.Table:
    other = declared(fact.table)
    other = other.filter(fact.holds.on(other))
    began, ended = fact.between
    others = other.select(whose=other[fact.by], began=other[began].cast("date"), ended=other[ended].cast("date"))
    at_once = rows.select(subject=rows[fact.by], moment=rows.on_day).distinct()
    pairs = at_once.join(others, [at_once.subject == others.whose, others.began <= at_once.moment])
    within = pairs.filter(pairs.ended.isnull() | (_months(pairs.ended, pairs.moment) < _MONTHS_A_YEAR))
    counted = within.group_by("subject", "moment").agg(counted=within.count())
    joined = rows.left_join(counted, [rows[fact.by] == counted.subject, rows.on_day == counted.moment])
    return joined.mutate(**{fact.name: joined.counted.fill_null(0)}).drop("subject", "moment", "counted")


def _elapsed(rows: ir.Table, fact: Elapsed) -> ir.Table:
    if fact.unit == "hours":
        seconds = rows[fact.until].epoch_seconds() - rows[fact.since].epoch_seconds()
        return rows.mutate(**{fact.name: (seconds / _SECONDS_AN_HOUR).floor().cast("int64")})
    since = rows[fact.since].cast("date")
    until = rows[fact.until].cast("date") if fact.until else rows.on_day
    if fact.unit == "months":
        return rows.mutate(**{fact.name: _months(since, until)})
    if fact.unit == "days":
        return rows.mutate(**{fact.name: until.delta(since, unit="day")})
    rows = rows.mutate(since_day=since, until_day=until)
    first = WORKING_DAYS.select(first_day="day", passed_first="passed")
    last = WORKING_DAYS.select(last_day_="day", passed_last="passed")
    rows = rows.left_join(first, rows.since_day == first.first_day)
    rows = rows.left_join(last, rows.until_day == last.last_day_)
    return rows.mutate(**{fact.name: rows.passed_last - rows.passed_first}).drop(
        "since_day", "until_day", "first_day", "last_day_", "passed_first", "passed_last"
    )


def _months(since: ir.DateValue, until: ir.DateValue) -> ir.IntegerValue:
    """Whole months by the calendar, in arithmetic alone: engines differ in what they call a month."""
    months = (until.year() - since.year()) * _MONTHS_A_YEAR + until.month() - since.month()
    return months - one_if(until.day() < since.day())
