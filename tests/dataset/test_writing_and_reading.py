"""A dataset is written whole or not at all, the same bytes for the same rows, and read table by table."""

import hashlib
from datetime import datetime

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from kinfold.dataset import read, write
from kinfold.dataset.folder import FolderNotFree
from kinfold.dataset.reading import NoDataset, TableNotInDataset
from kinfold.dataset.tables import TABLES, table
from kinfold.dataset.writing import WrongColumns
from tests.dataset.sample import tables


def digests(folder):
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


def test_what_was_written_is_read_in_the_words_of_code(tmp_path):
    write(tmp_path / "city", tables())
    dataset = read(tmp_path / "city")

    assert set(dataset) == {each.name for each in TABLES}
    assert dataset["contacts"].equals(tables()["contacts"])


def test_the_file_has_the_standards_words(tmp_path):
    write(tmp_path / "city", tables())
    assert pq.read_schema(tmp_path / "city" / "ssd_contacts.parquet").equals(table("contacts").schema)


def test_the_same_rows_give_the_same_bytes_in_whatever_order_they_come(tmp_path):
    people = tables()["people"]
    write(tmp_path / "one", tables())
    write(tmp_path / "two", tables() | {"people": pa.concat_tables([people.slice(1), people.slice(0, 1)])})

    assert digests(tmp_path / "one") == digests(tmp_path / "two")


def test_neither_the_time_nor_the_folder_is_in_the_bytes(tmp_path):
    write(tmp_path / "one", tables())
    assert pq.read_schema(tmp_path / "one" / "ssd_person.parquet").metadata is None


def test_empty_text_is_written_as_no_value(tmp_path):
    people = tables(people=[{"person_id": "child", "forename": ""}])["people"]
    write(tmp_path / "city", {"people": people})
    assert read(tmp_path / "city")["people"]["forename"].to_pylist() == [None]


def test_a_dataset_replaces_the_one_that_was_there(tmp_path):
    write(tmp_path / "city", tables())
    write(tmp_path / "city", {"people": tables()["people"]})
    assert [path.name for path in (tmp_path / "city").iterdir()] == ["ssd_person.parquet"]
    assert [path.name for path in tmp_path.iterdir()] == ["city"]


def test_when_writing_fails_the_old_dataset_is_untouched(tmp_path):
    write(tmp_path / "city", tables())
    before = digests(tmp_path / "city")
    with pytest.raises(WrongColumns, match="contacts lacks person_id"):
        write(tmp_path / "city", {"people": tables()["people"], "contacts": tables()["contacts"].drop(["person_id"])})

    assert digests(tmp_path / "city") == before
    assert [path.name for path in tmp_path.iterdir()] == ["city"]


def test_a_folder_with_anything_else_in_it_is_never_replaced(tmp_path):
    (tmp_path / "letters.txt").write_text("Dear …")
    with pytest.raises(FolderNotFree, match=r"letters\.txt"):
        write(tmp_path, tables())
    assert (tmp_path / "letters.txt").read_text() == "Dear …"


def test_a_value_that_does_not_fit_its_type_is_refused(tmp_path):
    contacts = tables()["contacts"]
    wrong = contacts.set_column(2, "received_on", pa.array(["soon"]))
    with pytest.raises(WrongColumns, match="contacts"):
        write(tmp_path / "city", {"contacts": wrong})
    assert not (tmp_path / "city").exists()


def test_a_tables_file_is_read_only_when_it_is_asked_for(tmp_path):
    write(tmp_path / "city", tables())
    (tmp_path / "city" / "ssd_person.parquet").write_bytes(b"damaged")
    dataset = read(tmp_path / "city")

    assert dataset["contacts"].num_rows == 1
    with pytest.raises(pa.ArrowInvalid):
        dataset["people"]


def test_some_columns_can_be_read_alone(tmp_path):
    write(tmp_path / "city", tables())
    rows = read(tmp_path / "city").columns("contacts", ["received_on"])
    assert rows.to_pylist() == [{"received_on": datetime(2025, 4, 30, 23, 30)}]


def test_a_column_that_some_editions_lack_is_read_as_empty(tmp_path):
    write(tmp_path / "city", tables())
    path = tmp_path / "city" / "ssd_person.parquet"
    pq.write_table(pq.read_table(path).drop(["pers_upn"]), path)
    assert read(tmp_path / "city")["people"]["upn"].null_count == 2


def test_a_column_that_must_be_there_is_named_when_it_is_not(tmp_path):
    write(tmp_path / "city", tables())
    path = tmp_path / "city" / "ssd_person.parquet"
    pq.write_table(pq.read_table(path).drop(["pers_sex"]), path)
    with pytest.raises(WrongColumns, match="pers_sex"):
        read(tmp_path / "city")["people"]


def test_a_table_that_is_not_there_is_named(tmp_path):
    write(tmp_path / "city", {"people": tables()["people"]})
    with pytest.raises(TableNotInDataset, match=r"no file ssd_contacts\.parquet"):
        read(tmp_path / "city")["contacts"]


def test_a_folder_of_csv_files_says_how_to_import_it(tmp_path):
    write(tmp_path / "city", tables(), "ssd-csv")
    with pytest.raises(NoDataset, match="kinfold dataset import --format ssd-csv"):
        read(tmp_path / "city")


def test_a_folder_without_a_dataset_says_so(tmp_path):
    with pytest.raises(NoDataset, match="holds no file of a dataset"):
        read(tmp_path)


def test_a_link_to_a_dataset_stays_a_link(tmp_path):
    write(tmp_path / "city", {"people": tables()["people"]})
    (tmp_path / "link").symlink_to(tmp_path / "city")
    write(tmp_path / "link", tables())
    assert (tmp_path / "link").is_symlink()
    assert set(read(tmp_path / "city")) == {each.name for each in TABLES}
