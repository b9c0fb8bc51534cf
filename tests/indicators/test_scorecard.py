"""A scorecard needs no more than a folder of files, and says what it cannot know."""

import subprocess
import sys
from datetime import date, datetime

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from kinfold.dataset.tables import TABLES, table
from kinfold.indicators.catalogue import INDICATORS
from kinfold.indicators.engine import compiled
from kinfold.indicators.engine.breakdowns import AGE_BANDS, BREAKDOWNS, ETHNIC_GROUPS, group_title, known_groups
from kinfold.indicators.engine.reading import DatasetUnreadable
from kinfold.indicators.periods import quarter
from kinfold.indicators.scorecard import covers, drill_down, scorecard
from kinfold.practice import code_lists
from tests.indicators.drawn import DrawnDataset

Q1 = quarter("2024-25-Q1")
CONTACTS = """
    contact_id | event_id | person_id | received_on | decision   | ward
    -----------+----------+-----------+-------------+------------+--------
             1 | one      | Ann       | 2024-05-07  | signposted | Fratton
             2 | one      | Ben       | 2024-05-07  | early_help | Fratton
"""
NOT_OF_THE_STANDARD = {declared.name for declared in TABLES if declared.file.startswith("kf_")}


@pytest.fixture
def drawn(tmp_path):
    made = DrawnDataset(tmp_path / "dataset")
    made.draw("contacts", CONTACTS)
    return made


@pytest.fixture(scope="module")
def cache_folder(tmp_path_factory):
    return tmp_path_factory.mktemp("cache")


def values(found):
    return {(one.indicator, one.group): one.value for one in found}


def test_files_of_the_standard_alone_give_what_they_can(drawn, cache_folder):
    drawn.without = NOT_OF_THE_STANDARD
    drawn.draw("protection_plans", "plan_id | person_id | started_on\n---+---+---\n1 | Ann | 2024-01-01")
    found = scorecard(drawn.write(), [Q1], ["ward"], "practice", as_at=Q1.last_day, cache_folder=cache_folder)
    status = {one.indicator: one.status for one in found if one.by is None}
    for key in ("mash.contacts", "mash.children", "child_protection.number", "looked_after.number", "referrals.number",
                "children_in_need.with_plan_number", "missing.episodes", "enquiries.number"):  # fmt: skip
        assert status[key] == "shown"
    assert status["child_protection.for_neglect"] == "shown"
    ours = {one.key for one in INDICATORS if one.needs & NOT_OF_THE_STANDARD}
    assert {status[key] for key in ours} == {"not_covered"}
    assert "not_covered" not in {status[one.key] for one in INDICATORS if one.key not in ours}
    assert values(found)["mash.contacts", "not recorded"] == 2


def test_figures_are_the_same_from_the_cache_and_the_cache_holds_no_child(drawn, cache_folder):
    folder = drawn.write()
    first = scorecard(folder, [Q1], list(BREAKDOWNS), "practice", cache_folder=cache_folder)
    kept = {path: path.read_text() for path in cache_folder.iterdir()}
    assert kept
    assert not any(said in sql for sql in kept.values() for said in ("Ann", "Ben", "2024-05-07"))
    assert scorecard(folder, [Q1], list(BREAKDOWNS), "practice", cache_folder=cache_folder) == first


def test_a_new_contact_raises_contacts_and_children_by_one_with_a_full_cache(drawn, cache_folder):
    before = values(scorecard(drawn.write(), [Q1], (), cache_folder=cache_folder))
    drawn.draw("contacts", "contact_id | person_id | received_on\n---+---+---\n3 | Cal | 2024-06-01")
    after = values(scorecard(drawn.write(), [Q1], (), cache_folder=cache_folder))
    for key in ("mash.contacts", "mash.children"):
        assert after[key, None] == before[key, None] + 1


def test_numbers_may_stand_for_keys_and_midnights_for_days(drawn, cache_folder):
    drawn.draw("family_support_plans", "plan_id | submitted_on\n---+---\n1 | 2024-05-07")
    folder = drawn.write()
    expected = scorecard(folder, [Q1], as_at=Q1.last_day, cache_folder=cache_folder)
    file = folder / "kf_family_support_plans.parquet"
    plans = pq.read_table(file)
    for column, held in (("plan_id", pa.array([1])), ("submitted_on", pa.array([datetime(2024, 5, 7)]))):
        name = table("family_support_plans").field(column).column
        plans = plans.set_column(plans.schema.get_field_index(name), name, held)
    pq.write_table(plans, file)
    assert scorecard(folder, [Q1], as_at=Q1.last_day, cache_folder=cache_folder) == expected
    assert values(expected)["early_help.plans_submitted", None] == 1


def test_a_rate_of_round_numbers_is_a_round_number(drawn, cache_folder):
    drawn.draw("looked_after_episodes", "episode_id | person_id | started_on\n---+---+---\n1 | Ann | 2024-01-01")
    drawn.draw(
        "population", "area | age_from | age_to | year | population\n---+---+---+---+---\nPortsmouth|0|17|2023|49"
    )
    found = values(scorecard(drawn.write(), [Q1], (), "practice", cache_folder=cache_folder))
    assert found["looked_after.rate", None] == 10_000 / 49


def test_a_cache_that_cannot_be_written_is_no_fault(drawn, tmp_path):
    (tmp_path / "file").write_text("not a folder")
    assert scorecard(drawn.write(), [Q1], (), cache_folder=tmp_path / "file" / "cache")


def test_the_cache_is_left_when_a_library_changes(monkeypatch, cache_folder):
    chosen = (INDICATORS[0],)
    before = compiled._fingerprint(chosen, "duckdb")
    monkeypatch.setattr(compiled, "_versions", lambda: ("ibis-framework 99",))
    assert compiled._fingerprint(chosen, "duckdb") != before


def test_neither_the_catalogue_nor_a_warm_scorecard_imports_ibis(drawn, cache_folder):
    folder = drawn.write()
    scorecard(folder, [Q1], (), cache_folder=cache_folder)
    script = (
        "import sys; from pathlib import Path; from kinfold.indicators.scorecard import scorecard;"
        "from kinfold.indicators.periods import quarter;"
        f"folder, cache = Path({str(folder)!r}), Path({str(cache_folder)!r});"
        "assert scorecard(folder, [quarter('2024-25-Q1')], (), cache_folder=cache);"
        "sys.exit('ibis' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"periods": [Q1, Q1]}, "asked for twice"),
        ({"breakdowns": ["shoe_size"]}, "there are ward, deprivation, agency"),
        ({"audience": "press"}, "there are practice, board, public"),
        ({"engine": "abacus"}, "there are duckdb"),
    ],
)
def test_what_cannot_be_asked_is_said(drawn, given, told):
    with pytest.raises(ValueError, match=told):
        scorecard(drawn.write(), **{"periods": [Q1], **given})


def test_a_folder_without_a_dataset_and_a_file_with_other_columns_are_named(drawn, tmp_path):
    (tmp_path / "empty").mkdir()
    with pytest.raises(DatasetUnreadable, match="no table that indicators count"):
        scorecard(tmp_path / "empty", [Q1])
    with pytest.raises(DatasetUnreadable, match="There is no folder"):
        scorecard(tmp_path / "nowhere", [Q1])
    folder = drawn.write()
    (folder / "ssd_contacts.parquet").write_bytes((folder / "ssd_person.parquet").read_bytes())
    with pytest.raises(DatasetUnreadable, match=r"ssd_contacts\.parquet: The column cont_contact_id is missing"):
        scorecard(folder, [Q1])
    (folder / "ssd_contacts.parquet").write_text("not Parquet")
    with pytest.raises(DatasetUnreadable, match=r"ssd_contacts\.parquet: The file is not Parquet, or it is damaged"):
        scorecard(folder, [Q1])


def test_days_written_as_text_are_read_as_days_and_what_is_no_day_is_said(drawn, cache_folder):
    folder = drawn.write()
    expected = scorecard(folder, [Q1], as_at=Q1.last_day, cache_folder=cache_folder)
    contacts = pq.read_table(folder / "ssd_contacts.parquet")
    received = contacts.schema.get_field_index("cont_contact_date")

    def received_as(values):
        changed = contacts.set_column(received, "cont_contact_date", pa.array(values))
        pq.write_table(changed, folder / "ssd_contacts.parquet")
        return scorecard(folder, [Q1], as_at=Q1.last_day, cache_folder=cache_folder)

    assert received_as(["2024-05-07T00:00:00", "2024-05-07 00:00:00"]) == expected
    with pytest.raises(DatasetUnreadable, match=r"yesterday.*kinfold dataset check"):
        received_as(["2024-05-07", "yesterday"])
    with pytest.raises(DatasetUnreadable, match="holds bool, which cannot be read as datetime_local"):
        received_as([True, False])


def test_the_days_covered_are_those_on_which_something_happened(drawn):
    drawn.draw("deadlines", "rule | about_id | due_on\n---+---+---\ncontact_decision | 1 | 2024-12-24")
    assert covers(drawn.write()) == (date(2024, 5, 7), date(2024, 5, 7))


def test_an_empty_dataset_covers_nothing(tmp_path, cache_folder):
    folder = DrawnDataset(tmp_path / "dataset").write()
    assert covers(folder) is None
    assert {one.status for one in scorecard(folder, [Q1], cache_folder=cache_folder)} == {"not_covered"}


def test_drilling_down_answers_only_what_is_broken_down(drawn):
    with pytest.raises(ValueError, match="not broken down by tier"):
        drill_down(drawn.write(), "looked_after.number", Q1, "tier", "4")
    with pytest.raises(ValueError, match="or neither"):
        drill_down(drawn.write(), "mash.contacts", Q1, "ward")
    assert drill_down(drawn.write(), "mash.contacts", quarter("2001-02-Q1")) == []


def test_every_ethnicity_is_in_one_group_and_the_age_bands_leave_no_gap():
    grouped = sorted(code for codes in ETHNIC_GROUPS.values() for code in codes)
    assert grouped == sorted(code.code for code in code_lists.code_list("ethnicity"))
    ages = [age for _, youngest, oldest in AGE_BANDS for age in range(youngest, oldest + 1)]
    assert ages == list(range(18))


def test_groups_have_titles_that_people_read():
    assert group_title("sex", "M") == "Male"
    assert group_title("tier", "2").startswith("Tier 2")
    assert group_title("age_band", "unborn") == "Unborn"
    assert group_title("ward", "not recorded") == "Not recorded"
    assert group_title("deprivation", "under 30%") == "Wards with under 30% of children in poverty after housing costs"
    assert len(known_groups("ward", ())) == 15
