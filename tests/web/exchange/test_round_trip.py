"""The city goes into the database and comes out again, row for row."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa
import pytest
from django.db import connection

from kinfold.dataset import read, write
from kinfold.web.access.models import Grant, Record
from kinfold.web.exchange import carried
from kinfold.web.exchange.extracting import Extract
from kinfold.web.exchange.loading import NotEmpty, load
from kinfold.web.mash.models import Contact
from kinfold.web.mash.rules import PUBLIC_SOURCES
from kinfold.web.people.models import Address, Person, Schooling
from tests import factories

NOW = datetime(2026, 3, 31, 12, tzinfo=UTC)
WRITTEN_IN_FULL = {"calendar", "practice"}  # an extract says all that practice knows, a city its own years
OBJECTS = {("contacts", "outcome"), ("referrals", "outcome"), ("addresses", "address")}
"""JSON: the same object may be written in another order."""


def rows(name: str, table: pa.Table) -> list[dict[str, object]]:
    return [
        {field: json.loads(value) if (name, field) in OBJECTS and value else value for field, value in row.items()}
        for row in table.to_pylist()
    ]


def tables_that_say(words: str) -> list[str]:
    """Tables of which a row says this anywhere."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT EXISTS (SELECT FROM "{table}" AS held WHERE held::text LIKE %s)', [f"%{words}%"])
            found += [table] if cursor.fetchone()[0] else []
    return found


def test_a_city_that_is_loaded_and_extracted_has_the_same_rows(small_city: Path, tmp_path: Path):
    load(small_city, now=NOW)
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL TIME ZONE 'UTC'")
    assert not tables_that_say("<django")  # a default’s own name is nobody’s words
    beside = carried.files(str(connection.settings_dict["NAME"]))
    assert beside is not None
    write(tmp_path / "out", Extract(connection.connection, NOW.date()), as_they_are=beside)

    before, after = read(small_city), read(tmp_path / "out")
    assert set(before) == set(after)
    for name in set(before) - WRITTEN_IN_FULL:
        assert before[name].num_rows == after[name].num_rows, name
        assert rows(name, before[name]) == rows(name, after[name]), name


def test_two_records_of_one_child_are_one_child_in_the_dataset():
    kept, twin = factories.person(), factories.person()
    Person.objects.filter(pk=twin.pk).update(merged_into=kept)
    told = factories.contact_child(factories.contact(), person=twin, record=twin.record)
    extracted = Extract(connection.connection, NOW.date())

    people = [row["person_id"] for row in extracted["people"].to_pylist()]
    contacts = {row["contact_id"]: row["person_id"] for row in extracted["contacts"].to_pylist()}

    assert people == [str(kept.pk)]
    assert contacts[str(told.pk)] == str(kept.pk)


def test_a_second_load_is_refused_and_changes_nothing(small_city: Path):
    load(small_city, now=NOW)
    people = Person.objects.count()

    with pytest.raises(NotEmpty):
        load(small_city, now=NOW)
    assert Person.objects.count() == people


def test_loading_seals_confidential_addresses_and_whatever_leads_to_them(small_city: Path):
    load(small_city, now=NOW)

    hidden = Address.objects.filter(confidential=True, ended_on__isnull=True)
    assert hidden.exists()
    assert set(hidden.values_list("record__level", flat=True)) == {Record.Level.SEALED}
    schools = Schooling.objects.filter(person__in=hidden.values("person"))
    assert set(schools.values_list("record__level", flat=True)) <= {Record.Level.SEALED}
    assert not Person.objects.filter(pk__in=hidden.values("person"), has_confidential_address=False).exists()


def test_an_earlier_stay_at_a_door_that_is_secret_now_is_sealed_with_it(small_city: Path, tmp_path: Path):
    tables = dict(read(small_city))
    details, stays = tables["address_details"].to_pylist(), tables["addresses"].to_pylist()
    secret = {row["address_id"] for row in details if row["confidential"] == "Y"}
    now = next(row for row in stays if row["address_id"] in secret and row["moved_out_on"] is None)
    once = next(row for row in stays if row["address_id"] not in secret and row["moved_out_on"] is not None)
    once |= {name: now[name] for name in ("person_id", "address", "postcode")}
    write(tmp_path / "in", tables | {"addresses": pa.Table.from_pylist(stays, tables["addresses"].schema)})

    load(tmp_path / "in", now=NOW)
    there = Address.objects.filter(pk__in=[now["address_id"], once["address_id"]])
    assert {(one.ended_on is None, one.confidential, one.record.level) for one in there} == {
        (True, True, "sealed"), (False, False, "sealed"),
    }  # fmt: skip


def test_loading_opens_records_to_those_who_are_involved_now_and_to_nobody_else(small_city: Path):
    load(small_city, now=NOW)

    with connection.cursor() as cursor:
        cursor.execute("""
            SELECT count(*) FROM access_grant AS given
            WHERE NOT EXISTS (SELECT 1 FROM casework_involvement AS part
                              WHERE part.id = given.source_id AND part.ended_on IS NULL)
        """)
        assert cursor.fetchone() == (0,)
    assert Grant.objects.exists()


def test_what_a_neighbour_told_is_loaded_as_the_publics_who_are_thanked_and_told_nothing(small_city: Path):
    load(small_city, now=NOW)

    of_the_public = Contact.objects.filter(source_code__in=PUBLIC_SOURCES)
    assert of_the_public.exists()
    assert set(Contact.objects.filter(from_public=True)) == set(of_the_public)
