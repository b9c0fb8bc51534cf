"""Parquet to CSV and back gives the same rows, whatever people write in them."""

import tempfile
from datetime import date, datetime
from pathlib import Path

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from kinfold.dataset import read, write
from kinfold.dataset.checking import check, examined
from kinfold.dataset.checking.sql import code_list_of, is_coded
from kinfold.dataset.importing import import_files
from kinfold.dataset.tables import TABLES
from kinfold.practice import code_lists
from tests.dataset.sample import TODAY, tables

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
MOMENTS = st.datetimes(datetime(1900, 1, 1), datetime(2199, 12, 31))
AWKWARD = st.sampled_from(
    ["=1+1", "@x", "'", '"', "a\r\nb", "\r", ",", " ", "\ufeff", "مريم", "👩‍👧", "NULL", "nan", "-"]
)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1) | AWKWARD
VALUES = {
    "id": st.uuids().map(str),
    "text": TEXT,
    "json": TEXT,
    "date": DAYS,
    "datetime_local": MOMENTS,
    "instant": MOMENTS,
    "integer": st.integers(-(10**17), 10**17),
    "number": st.floats(allow_nan=False, allow_infinity=False),
}


def values_of(field):
    if is_coded(field):
        return st.sampled_from([code.code for code in code_lists.code_list(code_list_of(field))])
    return VALUES[field.type]


def rows_of(table):
    row = {f.name: values_of(f) if f.required else st.none() | values_of(f) for f in table.fields}
    unique = st.lists(st.fixed_dictionaries(row), max_size=6, unique_by=lambda each: tuple(each[k] for k in table.key))
    return unique.map(lambda rows: pa.Table.from_pylist(rows, schema=table.schema_in_code))


@settings(max_examples=80, deadline=None)
@given(table=st.sampled_from(TABLES), data=st.data())
def test_rows_come_back_from_csv_as_they_were(table, data):
    rows = data.draw(rows_of(table))
    with tempfile.TemporaryDirectory() as folder:
        parquet, csv = Path(folder) / "parquet", Path(folder) / "csv"
        write(parquet, {table.name: rows})
        written = read(parquet)[table.name]
        write(csv, {table.name: written}, "ssd-csv")
        with examined(csv, "ssd-csv", today=TODAY) as examination:
            back = examination.rows(table).cast(table.schema_in_code)

    assert back.to_pylist() == written.to_pylist()


def test_a_whole_dataset_comes_back_from_csv_with_the_same_bytes(tmp_path):
    write(tmp_path / "parquet", tables())
    write(tmp_path / "csv", tables(), "ssd-csv")
    imported = import_files(tmp_path / "csv", tmp_path / "back", "ssd-csv", today=TODAY)

    assert imported.faults == []
    first = {path.name: path.read_bytes() for path in (tmp_path / "parquet").iterdir()}
    assert {path.name: path.read_bytes() for path in (tmp_path / "back").iterdir()} == first


def test_nothing_is_wrong_with_the_sample_in_either_form(tmp_path):
    write(tmp_path / "parquet", tables())
    write(tmp_path / "csv", tables(), "ssd-csv")
    assert check(tmp_path / "parquet", "parquet", today=TODAY) == []
    assert check(tmp_path / "csv", "ssd-csv", today=TODAY) == []
