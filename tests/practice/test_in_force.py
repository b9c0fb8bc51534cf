"""The rules as rows that travel with the dataset."""

from datetime import date

from kinfold.practice.defaults import SETTINGS
from kinfold.practice.in_force import length_and_unit, rows
from kinfold.practice.timescales import TIMESCALES, VERSIONS


def by_key(settings=None):
    return {row.key: row for row in rows(settings or {})}


def test_every_timescale_and_every_setting_has_its_row():
    versions = sum(len(versions) for versions in VERSIONS.values())
    assert len(rows()) == versions + len(SETTINGS)
    assert {f"timescale.{key}" for key in TIMESCALES} | {f"setting.{key}" for key in SETTINGS} == set(by_key())


def test_a_timescales_row_says_its_length_its_period_and_whether_it_is_local():
    decision, review = by_key()["timescale.contact_decision"], by_key()["timescale.plan_review"]
    assert (decision.value, decision.valid_from, decision.valid_to, decision.local) == (
        "1 working_days",
        date(2013, 4, 15),
        None,
        False,
    )
    assert (review.value, review.local) == ("6 weeks", True)


def test_the_partnerships_own_values_travel():
    made = by_key({"plan_review_length": 8, "rag_amber_clock": "hub_hours", "conversation_counts_as_assessment": False})
    assert made["timescale.plan_review"].value == "8 weeks"
    assert made["setting.plan_review_length"].value == "8"
    assert made["timescale.rag_amber"].value == "24 hub_hours"
    assert made["setting.conversation_counts_as_assessment"].value == "no"


def test_a_timescales_row_can_be_read_back():
    for key, rule in TIMESCALES.items():
        assert length_and_unit(by_key()[f"timescale.{key}"].value) == (rule.length, rule.unit)


def test_no_two_rows_share_a_key_and_a_first_day():
    keys = [(row.key, row.valid_from) for row in rows()]
    assert len(set(keys)) == len(keys)


def test_every_row_has_a_source():
    assert all(row.source and row.value for row in rows())
