"""The declarations hold together, and keep the standard's columns."""

import pyarrow as pa
import pytest

from kinfold.dataset.declarations import Field, Table
from kinfold.dataset.tables import TABLES, table
from kinfold.practice import code_lists
from tests.dataset.sample import ROWS


def test_a_table_is_found_by_its_word_in_code_and_by_its_file():
    assert table("contacts") is table("ssd_contacts")


def test_an_unknown_table_is_named_in_the_error():
    with pytest.raises(KeyError, match="There is no table visits"):
        table("visits")


def test_no_two_tables_share_a_name_or_a_file():
    words = [word for each in TABLES for word in {each.name, each.file}]
    assert len(words) == len(set(words))


def test_the_sample_has_a_row_of_every_table():
    assert set(ROWS) == {each.name for each in TABLES}


def test_every_code_list_exists():
    used = {field.code_list for each in TABLES for field in each.fields if field.code_list}
    assert used - set(code_lists.names()) == set()


def test_every_reference_leads_to_a_field_of_the_same_type():
    wrong = []
    for each in TABLES:
        for field in each.fields:
            if field.references:
                other, _, name = field.references.partition(".")
                if table(other).field(name).type != field.type:
                    wrong.append(f"{each.name}.{field.name}")
    assert wrong == []


def test_what_names_or_describes_a_person_is_never_public():
    people = {each.name for each in TABLES if any(f.references == "people.person_id" for f in each.fields)} | {"people"}
    assert [
        f"{name}.{field.name}"
        for name in sorted(people)
        for field in table(name).fields
        if field.sensitivity == "public"
    ] == []


def test_contacts_keep_the_standards_columns_and_order():
    assert table("contacts").schema.names == [
        "cont_contact_id",
        "cont_person_id",
        "cont_contact_date",
        "cont_contact_source_code",
        "cont_contact_source_desc",
        "cont_contact_outcome_json",
    ]


def test_a_standards_date_is_naive_and_our_instants_are_utc():
    assert table("contacts").schema.field("cont_contact_date").type == pa.timestamp("us")
    assert table("contact_events").schema.field("received_at").type == pa.timestamp("us", tz="UTC")


def test_every_instant_of_ours_has_its_day_in_london_beside_it():
    assert [
        f"{each.name}.{field.name}"
        for each in TABLES
        for field in each.fields
        if field.type == "instant"
        and field.name.removesuffix("_at") + "_on" not in [beside.name for beside in each.fields]
    ] == []


def test_a_table_without_a_key_is_refused():
    with pytest.raises(ValueError, match="needs a key"):
        Table("things", "kf_things", "Things", "A thing.", (Field("name", "text", "Name"),))


def test_a_code_without_a_list_is_refused():
    with pytest.raises(ValueError, match="code list"):
        Field("kind", "code", "Kind")
