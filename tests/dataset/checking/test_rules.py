"""Each kind of fault is found, on its row and in its column, and said in words."""

from datetime import date, datetime

import pytest

from kinfold.dataset import write
from kinfold.dataset.checking import check, examined
from kinfold.dataset.checking.conditions import conditions
from kinfold.dataset.tables import table
from kinfold.practice import identifiers
from tests.dataset.sample import ROWS, TODAY, at, tables, tables_around, with_row


@pytest.fixture
def faults(tmp_path):
    def of(**changed):
        write(tmp_path / "city", tables_around(**changed) if changed else tables())
        return check(tmp_path / "city", "parquet", today=TODAY)

    return of


def found(faults):
    return [(fault.table, fault.row, fault.column, fault.rule) for fault in faults]


def test_a_value_that_is_required_and_empty(faults):
    assert found(faults(**with_row("contact_worries", worry=None))) == [
        ("kf_contact_worries", 1, "worry", "required"),
    ]


def test_a_code_that_is_not_in_its_list(faults):
    (fault,) = faults(**with_row("people", ethnicity="Martian"))
    assert found([fault]) == [("ssd_person", 1, "pers_ethnicity", "code_list")]
    assert fault.value == "Martian"
    assert fault.message == "“Martian” is not a code of the list ethnicity, nor a known spelling of one."


def test_a_known_spelling_of_a_code_is_no_fault(faults):
    assert faults(**with_row("people", ethnicity="CNHE", sex="2")) == []


def test_a_key_that_is_on_two_rows(faults):
    people = [*ROWS["people"], {"person_id": "mother"}]
    (fault,) = faults(people=people)
    assert found([fault]) == [("ssd_person", 3, "pers_person_id", "key_twice")]
    assert fault.message == "pers_person_id “mother” is already on row 2. It must be unique."


def test_a_key_of_several_columns_may_repeat_in_one_of_them(faults):
    both = [ROWS["population"][0], ROWS["population"][0] | {"year": 2021}]
    assert faults(population=both) == []
    assert found(faults(population=[*both, both[0]])) == [
        ("kf_population", 2, "area, age_from, age_to, year", "key_twice"),
    ]


def test_a_row_that_points_to_nobody(faults):
    (fault,) = faults(**with_row("disabilities", person_id="stranger"))
    assert found([fault]) == [("ssd_disability", 1, "disa_person_id", "orphan")]
    assert fault.message == "“stranger” is not in ssd_person (pers_person_id)."


def test_a_table_that_is_pointed_to_and_not_there(tmp_path):
    write(tmp_path / "city", {"disabilities": tables()["disabilities"]})
    assert found(check(tmp_path / "city", "parquet", today=TODAY)) == [
        ("ssd_disability", None, "disa_person_id", "table_missing"),
    ]


def test_an_end_before_its_start(faults):
    (fault,) = faults(**with_row("early_help_episodes", ended_on=datetime(2025, 4, 30)))
    assert found([fault]) == [("ssd_early_help_episodes", 1, "earl_episode_end_date", "date_order")]
    assert fault.message == "2025-04-30 00:00:00 is before earl_episode_start_date, 2025-05-01 00:00:00."


def test_a_referral_closed_later_the_same_day_is_in_order(faults):
    assert faults(**with_row("referrals", received_on=datetime(2025, 9, 1, 14), closed_on=datetime(2025, 9, 1))) == []


def test_a_child_back_before_going_missing_on_the_same_day(faults):
    back = with_row("missing_episodes", ended_at=datetime(2025, 12, 1, 20, 59))
    assert found(faults(**back)) == [("ssd_missing", 1, "miss_missing_episode_end_date", "date_order")]


def test_a_birth_in_the_future(faults):
    (fault,) = faults(**with_row("people", born_on=datetime(2026, 1, 16)))
    assert found([fault]) == [("ssd_person", 1, "pers_dob", "future_date")]
    assert fault.message.endswith("is after 15 January 2026, the day of this check.")


def test_a_birth_on_the_day_of_the_check_is_no_fault(faults):
    assert faults(**with_row("people", born_on=datetime(2026, 1, 15))) == []


def test_a_birth_in_an_impossible_year(faults):
    assert found(faults(**with_row("people", born_on=datetime(215, 3, 1)))) == [("ssd_person", 1, "pers_dob", "year")]


def test_a_child_who_is_both_born_and_expected(faults):
    both = with_row("people", expected_on=datetime(2015, 3, 1))
    assert found(faults(**both)) == [("ssd_person", 1, "pers_dob", "one_of")]


def plan(name, start, end):
    return {"plan_id": name, "person_id": "child", "started_on": start, "ended_on": end}


def test_two_protection_plans_at_once(faults):
    first = plan("cp1", datetime(2025, 1, 1), datetime(2025, 3, 1))
    second = plan("cp2", datetime(2025, 2, 1), datetime(2025, 2, 2))
    (fault,) = faults(protection_plans=[second, first])  # written in the order of their keys
    assert found([fault]) == [("ssd_cp_plans", 2, "cppl_cp_plan_start_date", "overlap")]
    assert "before the one on row 1 has ended" in fault.message


def test_a_plan_that_starts_while_an_older_open_one_goes_on(faults):
    first = plan("cp1", datetime(2025, 1, 1), None)
    second = plan("cp2", datetime(2025, 2, 1), datetime(2025, 2, 2))
    third = plan("cp3", datetime(2025, 3, 1), None)
    rows = [fault.row for fault in faults(protection_plans=[first, second, third])]
    assert rows == [2, 3]


def test_a_looked_after_episode_may_start_the_day_the_last_one_ceased(faults):
    rows = [
        {
            "episode_id": "1",
            "person_id": "child",
            "started_on": datetime(2025, 1, 1),
            "ceased_on": datetime(2025, 2, 1),
        },
        {"episode_id": "2", "person_id": "child", "started_on": datetime(2025, 2, 1, 9)},
    ]
    assert faults(looked_after_episodes=rows) == []


def test_plans_of_different_children_may_overlap(faults):
    rows = [plan("cp1", datetime(2025, 1, 1), None), plan("cp2", datetime(2025, 1, 1), None) | {"person_id": "mother"}]
    assert faults(protection_plans=rows) == []


def test_text_longer_than_the_standard_allows(faults):
    (fault,) = faults(**with_row("people", forename="A" * 256))
    assert found([fault]) == [("ssd_person", 1, "pers_forename", "longest")]
    assert fault.message == "The value has 256 characters; the standard allows 255."
    assert len(fault.value) < 256


def test_a_number_out_of_its_range(faults):
    (fault,) = faults(**with_row("scores", score=11))
    assert (fault.column, fault.rule, fault.message) == ("score", "between", "11 is not between 0 and 10.")


def test_an_object_that_is_not_json(faults):
    assert found(faults(**with_row("contacts", outcome="{]"))) == [
        ("ssd_contacts", 1, "cont_contact_outcome_json", "json"),
    ]


def test_a_nul_character(faults):
    assert found(faults(**with_row("people", surname="Smi\0th"))) == [("ssd_person", 1, "pers_surname", "nul")]


def test_a_key_with_a_space_around_it(faults):
    (fault,) = [fault for fault in faults(**with_row("contact_worries", worry_id="w1 ")) if fault.rule == "spaces"]
    assert fault.message == "There is a space before or after “w1 ”, so it would match nothing."


def test_a_day_that_is_not_the_instants_day_in_london(faults):
    """Half past ten at night in UTC is half past eleven in London in April, still the same day."""
    late = with_row("contact_events", received_at=at(2025, 4, 30, 23, 0))
    assert found(faults(**late)) == [("kf_contact_events", 1, "received_on", "same_day")]


def test_an_instant_without_its_day(faults):
    lacking = with_row("contact_children", decided_on=None)
    assert found(faults(**lacking)) == [("kf_contact_children", 1, "decided_on", "same_day")]


def test_what_is_due_by_midnight_is_due_on_the_day_before(faults):
    assert faults() == []  # the sample's deadline is due at the midnight that ends 1 May
    wrong = with_row("deadlines", due_on=date(2025, 5, 3))
    assert found(faults(**wrong)) == [("kf_deadlines", 1, "due_on", "same_day")]


def test_a_status_is_dated_by_the_table_its_kind_chooses(faults):
    (fault,) = faults(**with_row("statuses", kind="child_in_need"))
    assert found([fault]) == [("kf_statuses", 1, "status_id", "orphan")]
    assert fault.message == "“h1” is not in ssd_cin_plans (cinp_cin_plan_id)."


NUMBERS = {
    "NHS number": ["9434765919", "943 476 5919", "943-476-5919", "9434765918", "0000000000", "123", "94347659190", "x"],
    "UPN": ["H801200001001", "h801200001001", "A801200001001", "H80120000100A", "T80120000100A", "H8012", "ÅÅÅ"],
}


@pytest.mark.parametrize(("kind", "number"), [(kind, number) for kind, all_ in NUMBERS.items() for number in all_])
def test_an_identifier_is_possible_here_exactly_where_practice_says_so(faults, kind, number):
    key = kind.lower().replace(" ", "_")
    possible = identifiers.problem_with(key, number) is None
    for spelling in (kind, key):
        rows = faults(**with_row("identifiers", kind=spelling, value=number))
        assert found(rows) == (
            [] if possible else [("ssd_linked_identifiers", 1, "link_identifier_value", "identifier")]
        )


def test_an_identifier_of_another_kind_is_not_judged(faults):
    assert faults(**with_row("identifiers", kind="Home Office", value="123")) == []


def test_only_the_first_thousand_of_a_fault_are_listed_and_the_rest_are_counted(faults):
    rows = [{"worry_id": f"{n:05}", "contact_id": "c1", "worry": "worse"} for n in range(1_234)]
    listed = faults(contact_worries=rows)
    assert len(listed) == 1_001
    assert listed[-1].row is None
    assert listed[-1].message == "234 more rows have the same fault."


def test_a_column_that_is_not_in_the_file_is_not_judged():
    people = table("people")
    there = frozenset(field.name for field in people.fields) - {"died_on"}
    assert "pers_death_date" not in {c.column for c in conditions(people, there, frozenset(), TODAY)}


def test_a_retired_code_is_read_and_remarked_upon(tmp_path):
    ceased = with_row("looked_after_episodes", ceased_on=datetime(2025, 12, 1), ceased_reason="E43")
    write(tmp_path / "city", tables_around(**ceased))
    with examined(tmp_path / "city", "parquet", today=TODAY) as examination:
        assert examination.faults == []
        assert examination.remarks == [
            "ssd_cla_episodes, clae_cla_episode_ceased_reason: E43 was not in use on the day in "
            "clae_cla_episode_ceased_date; rows: 1, the first is 1. It was read all the same."
        ]
