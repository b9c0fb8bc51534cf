"""Facts found for a row in other rows: what each says at its edges, and that none makes a row two."""

import random
from collections.abc import Callable
from datetime import date
from pathlib import Path

import ibis
import pytest

from kinfold.indicators.engine.backends import Engine
from kinfold.indicators.engine.facts import AnyOf, Earlier, Elapsed, Fact, InTheYear, Latest, Lookup, OpenThen
from kinfold.indicators.engine.joins import declared, found
from kinfold.indicators.engine.reading import opened, set_periods
from kinfold.indicators.engine.relations import in_sql
from kinfold.indicators.engine.subjects import SUBJECTS
from kinfold.indicators.engine.words import _
from tests.indicators.drawn import DrawnDataset
from tests.indicators.partnerships import partnership

CLOSE = date(2024, 6, 30)


@pytest.fixture(params=["duckdb", pytest.param("spark", marks=pytest.mark.spark)])
def engine(request: pytest.FixtureRequest) -> Engine:
    return request.param


@pytest.fixture
def drawn(tmp_path: Path) -> DrawnDataset:
    return DrawnDataset(tmp_path / "dataset")


@pytest.fixture
def known(drawn: DrawnDataset, engine: Engine) -> Callable[..., list[object]]:
    """What the last of the facts gives for each row, in the order of their keys, known at a moment."""

    def of(name: str, *facts: Fact, on_day: date = CLOSE) -> list[object]:
        rows = declared(name).mutate(on_day=ibis.literal(on_day))
        [given] = facts[-1].gives
        key = SUBJECTS[name].row if name in SUBJECTS else declared(name).columns[0]
        sql = in_sql(found(rows, facts).select(key, given).order_by(key), engine)
        with opened(drawn.write(), engine=engine) as reading:
            set_periods(reading, ())
            return [row[1] for row in reading.rows(sql)]

    return of


LOOKED_AFTER = """
    episode_id | person_id | started_on
    -----------+-----------+-----------
             1 | Ann       | 2020-01-01
             2 | Ann       | 2020-02-01
             3 | Ben       | 2020-01-01
             4 |           | 2020-01-01
"""


def test_months_are_by_the_calendar_and_never_by_a_number_of_days(drawn, known):
    drawn.draw("protection_plans", """
        plan_id | started_on          | ended_on
        --------+---------------------+-----------
              1 | 2024-01-31          | 2024-02-29
              2 | 2024-01-31          | 2024-03-01
              3 | 2020-02-29          | 2021-02-28
              4 | 2020-02-29          | 2021-03-01
              5 | 2024-05-07T23:59:00 | 2024-06-07
              6 | 2024-05-07          | 2024-05-07
              7 | 2024-05-07          | 2024-05-06
              8 | 2024-05-07          | 2023-05-07
              9 | 2024-05-07          |
    """)  # fmt: skip
    months = Elapsed("months", "started_on", "months", until="ended_on")
    assert known("protection_plans", months) == [0, 1, 11, 12, 1, 0, -1, -12, None]


def test_days_are_between_calendar_days_whatever_the_time(drawn, known):
    drawn.draw("protection_plans", """
        plan_id | started_on          | ended_on
        --------+---------------------+--------------------
              1 | 2024-05-07T23:59:59 | 2024-05-08T00:00:00
              2 | 2024-05-08          | 2024-05-07T23:59:59
              3 | 2024-02-28          | 2024-03-01
              4 |                     | 2024-03-01
    """)  # fmt: skip
    assert known("protection_plans", Elapsed("days", "started_on", "days", until="ended_on")) == [1, -1, 2, None]
    assert known("protection_plans", Elapsed("days", "started_on", "days")) == [54, 53, 123, None]


def test_working_days_are_after_the_first_day_up_to_the_last_and_count_backwards(drawn, known):
    drawn.draw("protection_plans", """
        plan_id | started_on | ended_on
        --------+------------+-----------
              1 | 2024-05-03 | 2024-05-07
              2 | 2024-05-04 | 2024-05-06
              3 | 2024-05-07 | 2024-05-03
              4 | 2024-05-07 | 2024-05-07
              5 | 2024-05-07 |
              6 | 1999-05-07 | 2024-05-07
    """)  # fmt: skip
    working_days = Elapsed("working_days", "started_on", "working_days", until="ended_on")
    assert known("protection_plans", working_days) == [1, 0, -1, 0, None, None]  # none outside the known calendar


def test_hours_are_whole_ones_that_have_passed(drawn, known):
    drawn.draw("missing_episodes", """
        episode_id | started_at          | ended_at
        -----------+---------------------+--------------------
                 1 | 2024-05-07T12:00:00 | 2024-05-08T11:59:59
                 2 | 2024-05-07T12:00:00 | 2024-05-08T12:00:00
                 3 | 2024-05-07T12:00:00 | 2024-05-07T11:30:00
                 4 | 2024-05-07T12:00:00 |
    """)  # fmt: skip
    assert known("missing_episodes", Elapsed("hours", "started_at", "hours", until="ended_at")) == [23, 24, -1, None]


def test_what_was_open_then_had_begun_by_that_day_and_did_not_end_on_it(drawn, known):
    drawn.draw("looked_after_episodes", LOOKED_AFTER)
    drawn.draw("education_plans", """
        plan_id | person_id | started_on | ended_on
        --------+-----------+------------+-----------
              1 | Ann       | 2024-06-30 |
              2 | Ann       | 2024-06-01 | 2024-07-01
              3 | Ben       | 2024-01-01 | 2024-06-30
              4 | Ben       | 2024-06-30 | 2024-06-30
              5 |           | 2024-01-01 |
              6 | Ben       |            |
    """)  # fmt: skip
    has_plan = OpenThen("education_plans", "has_plan", ("started_on", "ended_on"))
    assert known("looked_after_episodes", has_plan) == [True, True, False, False]
    assert known("looked_after_episodes", has_plan, on_day=date(2024, 6, 29)) == [True, True, True, False]


def test_the_latest_is_the_last_by_day_and_then_by_key_of_those_dated_by_the_moment(drawn, known):
    drawn.draw("looked_after_episodes", LOOKED_AFTER)
    drawn.draw("looked_after_visits", """
        visit_id | person_id | visited_on          | seen
        ---------+-----------+---------------------+-----
               1 | Ann       | 2024-06-30T09:00:00 | first
               2 | Ann       | 2024-06-30T10:00:00 | last
               3 | Ann       | 2024-07-01T00:00:00 | later
               4 | Ben       | 2024-06-30          | a
               5 | Ben       | 2024-06-30          | b
               6 | Ben       |                     | c
               7 |           | 2024-06-30          | d
    """)  # fmt: skip
    seen = Latest("looked_after_visits", "visited_on", (("seen", "last_seen"),))
    assert known("looked_after_episodes", seen) == ["last", "last", "b", None]
    assert known("looked_after_episodes", seen, on_day=date(2024, 7, 1)) == ["later", "later", "b", None]
    assert known("looked_after_episodes", seen, on_day=date(2024, 6, 29)) == [None] * 4


def test_the_year_ends_with_the_moment_and_leap_days_do_not_lengthen_it(drawn, known):
    drawn.draw("looked_after_episodes", LOOKED_AFTER)
    drawn.draw("placements", """
        placement_id | person_id | kind | started_on | ended_on
        -------------+-----------+------+------------+-----------
                   1 | Ann       | U1   | 2022-01-01 | 2023-02-28
                   2 | Ann       | U1   | 2022-01-01 | 2023-03-01
                   3 | Ann       | U1   | 2024-02-29 |
                   4 | Ann       | U1   | 2024-03-01 |
                   5 | Ann       | T1   | 2022-01-01 |
                   6 | Ben       |      | 2022-01-01 |
                   7 |           | U1   | 2022-01-01 |
    """)  # fmt: skip
    own = InTheYear("placements", ("started_on", "ended_on"), "placed", holds=_.kind == "U1")
    assert known("looked_after_episodes", own, on_day=date(2024, 2, 29)) == [2, 2, 0, 0]


def test_any_of_is_false_and_never_unknown_where_there_is_no_row(drawn, known):
    drawn.draw("looked_after_episodes", LOOKED_AFTER)
    drawn.draw("disabilities", """
        disability_id | person_id | disability
        --------------+-----------+-----------
                    1 | Ann       | VIS
                    2 | Ann       | NONE
                    3 |           | VIS
                    4 | Ben       |
    """)  # fmt: skip
    disabled = AnyOf("disabilities", "person_id", "disabled", holds=_.disability != "NONE")
    assert known("looked_after_episodes", disabled) == [True, True, False, False]


def test_the_row_before_is_of_the_same_child_and_among_those_of_which_the_condition_holds(drawn, known):
    drawn.draw("protection_plans", """
        plan_id | person_id | started_on | other_authority
        --------+-----------+------------+----------------
              1 | Ann       | 2024-01-01 | N
              2 | Ann       | 2024-02-01 | Y
              3 | Ann       | 2024-03-01 | N
              4 | Ann       | 2024-03-01 | N
              5 | Ann       | 2024-04-01 |
              6 | Ben       | 2024-04-01 | N
              7 |           | 2024-01-01 | N
              8 |           | 2024-02-01 | N
    """)  # fmt: skip
    before = (("plan_id", "before"),)
    assert known("protection_plans", Earlier("protection_plans", "started_on", before)) == [
        None, "1", "2", "3", "4", None, None, None
    ]  # fmt: skip
    assert known("protection_plans", Earlier("protection_plans", "started_on", before, steps=2)) == [
        None, None, "1", "2", "3", None, None, None
    ]  # fmt: skip
    own = Earlier("protection_plans", "started_on", before, among=_.other_authority == "N")
    assert known("protection_plans", own) == [None, None, "1", "3", None, None, None, None]


def test_a_lookup_follows_a_key_that_another_lookup_found(drawn, known):
    drawn.draw("contacts", """
        contact_id | person_id | received_on | agency_id
        -----------+-----------+-------------+----------
                 1 | Ann       | 2024-05-07  | a
                 2 | Ben       | 2024-05-07  | b
    """)  # fmt: skip
    drawn.draw("agencies", "agency_id | name\n---+---\na | Police")
    to_agency = Lookup("contact_children", "contact_id", ("agency_id",))
    assert known("contacts", to_agency, Lookup("agencies", "agency_id", (("name", "agency"),))) == ["Police", None]


def test_a_table_whose_key_is_of_several_columns_cannot_be_looked_up():
    with pytest.raises(ValueError, match="could find several rows"):
        Lookup("population", "ward", ("population",))


@pytest.mark.parametrize("name", SUBJECTS)
def test_no_fact_makes_a_row_two_or_loses_one(tmp_path, engine, name):
    tables = partnership(random.Random(name))
    drawn = DrawnDataset(tmp_path / "dataset")
    for other, rows in tables.items():
        drawn.tables[other] = dict(enumerate(rows))
    rows = declared(name).mutate(on_day=ibis.literal(CLOSE), known_to=ibis.literal(CLOSE))
    sql = in_sql(found(rows, SUBJECTS[name].facts).select(SUBJECTS[name].row), engine)
    with opened(drawn.write(), engine=engine) as reading:
        set_periods(reading, ())
        listed = [row[0] for row in reading.rows(sql)]
    assert sorted(listed) == sorted(row[SUBJECTS[name].row] for row in tables[name])
