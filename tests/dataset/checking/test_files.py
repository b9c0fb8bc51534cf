"""Files as they really come: odd encodings, wrong columns, damaged, enormous."""

import tempfile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinfold.dataset import write
from kinfold.dataset.checking import check, csv_source, examined
from kinfold.dataset.tables import table
from tests.dataset.sample import TODAY, tables, write_csv

COLUMNS = [field.column for field in table("family_members").fields]
HEADING = ",".join(COLUMNS)


@pytest.fixture
def faults(tmp_path):
    def of(content, file="ssd_family.csv"):
        (tmp_path / file).write_bytes(content if isinstance(content, bytes) else content.encode())
        found = check(tmp_path, "ssd-csv", today=TODAY)
        return [fault for fault in found if fault.rule != "table_missing"]

    return of


def family_ids(folder):
    with examined(folder, "ssd-csv", today=TODAY) as examination:
        return examination.rows(table("family_members"))["family_id"].to_pylist(), examination.remarks


def test_an_empty_folder(tmp_path):
    (fault,) = check(tmp_path, "ssd-csv", today=TODAY)
    assert fault.rule == "no_files"
    assert "such as ssd_contacts.csv" in fault.message


def test_files_of_other_tables_are_left_alone(faults):
    assert faults(f"{HEADING}\nm,f,p\n") == []
    assert faults("anything", "ssd_version_log.csv") == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_an_accent_survives_in_unicode(tmp_path, encoding):
    (tmp_path / "ssd_family.csv").write_bytes(f"{HEADING}\r\nm,Zoë,p\r\n".encode(encoding))
    assert family_ids(tmp_path)[0] == ["Zoë"]


def test_an_old_windows_file_is_read_and_said_to_be_one(tmp_path):
    (tmp_path / "ssd_family.csv").write_bytes(f"{HEADING}\nm,Zoë ’s,p\n".encode("cp1252"))
    ids, remarks = family_ids(tmp_path)
    assert ids == ["Zoë ’s"]
    assert remarks == ["ssd_family is not UTF-8. It was read as Windows-1252: look at names with accents."]


def test_bytes_that_are_no_text_at_all(faults):
    (fault,) = faults(b"\x81\x8d\xff\x90")
    assert fault.message == "The file is neither UTF-8 nor Windows-1252 text. Export it again."


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32"])
def test_wide_text_without_its_mark(faults, encoding):
    (fault,) = faults(f"{HEADING}\nm,f,p\n".encode(encoding))
    assert fault.message.endswith("it is UTF-16 or UTF-32 without its mark. Export it as UTF-8.")


@pytest.mark.parametrize("content", ["", "\n\n", "\ufeff"])
def test_an_empty_file(faults, content):
    (fault,) = faults(content)
    assert fault.message == "The file is empty. It needs at least the row of column names."


@pytest.mark.parametrize("content", [HEADING, HEADING + "\n", HEADING + "\r\n"])
def test_a_heading_without_rows_is_a_table_without_rows(faults, content):
    assert faults(content) == []


def test_columns_may_come_in_any_order(faults, tmp_path):
    assert faults("fami_person_id,fami_family_id,fami_table_id\np,f,m\n") == []
    assert family_ids(tmp_path)[0] == ["f"]


def test_a_missing_column_and_a_misspelt_one(faults):
    missing, unknown = faults("fami_table_id,fami_familyid,fami_person_id\nm,f,p\n")
    assert (missing.rule, missing.column) == ("column_missing", "fami_family_id")
    assert (
        missing.message
        == "The column fami_family_id is missing. It holds: key of the family, shared by all its members."
    )
    assert unknown.message == "There is no column fami_familyid in ssd_family. Is it fami_family_id?"


def test_a_column_that_comes_twice(faults):
    (fault,) = faults(f"{HEADING},fami_table_id\nm,f,p,m\n")
    assert fault.message == "The column fami_table_id comes 2 times. Keep one."


@pytest.mark.parametrize(("mark", "name"), [(";", "semicolons"), ("\t", "tabs")])
def test_columns_separated_by_something_else(faults, mark, name):
    (fault,) = faults(HEADING.replace(",", mark) + "\n")
    assert fault.message == f"The columns are separated by {name}. Use commas."


def test_rows_are_numbered_as_a_spreadsheet_shows_them(faults):
    """Line breaks inside quotation marks make no new row; empty lines and rows left out are counted."""
    found = faults(f'{HEADING}\nm1,"two\nlines",p\n\nonly one\nm2,,p\nm1,f,p\n')
    assert [(fault.row, fault.rule) for fault in found] == [(4, "row_shape"), (5, "required"), (6, "key_twice")]
    assert found[0].message == "The row has 1 values where the heading has 3."
    assert "already on row 2" in found[2].message


def test_a_row_with_nothing_in_it_is_no_row(faults, tmp_path):
    assert faults(f"{HEADING}\nm,f,p\n,,\n\n") == []
    assert family_ids(tmp_path)[0] == ["f"]


def test_a_quotation_mark_that_is_never_closed(faults):
    found = faults(f'{HEADING}\nm1,f,p\nm2,"f,p\nm3,f,p\n')
    assert [fault.rule for fault in found] == ["row_shape"]
    assert found[0].row == 3


def test_a_row_too_long_for_memory_is_refused_in_words(faults, monkeypatch):
    monkeypatch.setattr(csv_source, "BLOCK", 1_000)
    (fault,) = faults(f"{HEADING}\nm,{'f' * 5_000},p\n")
    assert fault.message == "A row is longer than 1,000 bytes. Is a quotation mark never closed?"


def test_a_first_line_without_end(faults):
    (fault,) = faults("x" * 100_000)
    assert fault.message == "The first line is longer than 65,536 characters."


def test_formula_like_text_is_kept_as_text(tmp_path):
    write_csv(tmp_path, "people", [{"pers_person_id": "p", "pers_surname": '=HYPERLINK("http://x")'}])
    with examined(tmp_path, "ssd-csv", today=TODAY) as examination:
        assert examination.rows(table("people"))["surname"].to_pylist() == ['=HYPERLINK("http://x")']


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2015-03-01", "2015-03-01 00:00:00"),
        ("01/03/2015", "2015-03-01 00:00:00"),
        ("1/3/2015", "2015-03-01 00:00:00"),
        ("2015-03-01T14:30", "2015-03-01 14:30:00"),
        ("01/03/2015 14:30:05", "2015-03-01 14:30:05"),
        ("2015-03-01 14:30:05.1230000", "2015-03-01 14:30:05.123000"),
        (" 2015-03-01 ", "2015-03-01 00:00:00"),
    ],
)
def test_a_date_is_understood_as_iso_or_with_the_day_first(tmp_path, written, read):
    write_csv(tmp_path, "people", [{"pers_person_id": "p", "pers_dob": written}])
    with examined(tmp_path, "ssd-csv", today=TODAY) as examination:
        assert examination.faults == []
        assert str(examination.rows(table("people"))["born_on"][0].as_py()) == read


@pytest.mark.parametrize("written", ["31/02/2015", "2015-13-01", "03-01-2015", "1/3/15", "soon", "2015-03-01T25:00"])
def test_a_date_that_is_none_is_named_with_its_row(tmp_path, written):
    write_csv(tmp_path, "people", [{"pers_person_id": "p"}, {"pers_person_id": "q", "pers_dob": written}])
    (fault,) = check(tmp_path, "ssd-csv", today=TODAY)
    assert (fault.row, fault.column, fault.value, fault.rule) == (3, "pers_dob", written, "type")
    assert fault.message.startswith(f"“{written}” is not a date.")


def test_an_instant_needs_its_offset(tmp_path):
    write(tmp_path / "csv", tables(), "ssd-csv")
    path = tmp_path / "csv" / "kf_contact_events.csv"
    path.write_text(path.read_text().replace("2025-04-30T22:30:00Z", "2025-04-30T22:30:00"))
    (fault,) = [fault for fault in check(tmp_path / "csv", "ssd-csv", today=TODAY) if fault.rule == "type"]
    assert fault.column == "received_at"
    assert fault.message.endswith("Write an instant as 2024-05-31T14:30:00Z.")


def test_a_file_that_is_not_parquet(tmp_path):
    (tmp_path / "ssd_family.parquet").write_text("hello")
    (fault,) = check(tmp_path, "parquet", today=TODAY)
    assert fault.message == "The file is not Parquet, or it is damaged."


def test_a_parquet_file_that_is_damaged_inside(tmp_path):
    rows = pa.table({"fami_table_id": [str(n) for n in range(50_000)]} | dict.fromkeys(COLUMNS[1:], ["x"] * 50_000))
    path = tmp_path / "ssd_family.parquet"
    pq.write_table(rows, path, compression="zstd")
    content = bytearray(path.read_bytes())
    content[2_000:40_000] = bytes(38_000)
    path.write_bytes(content)
    assert "unreadable" in {fault.rule for fault in check(tmp_path, "parquet", today=TODAY)}


def test_a_parquet_column_of_the_wrong_kind(tmp_path):
    pq.write_table(
        pa.table({"fami_table_id": [1], "fami_family_id": ["f"], "fami_person_id": ["p"]}),
        tmp_path / "ssd_family.parquet",
    )
    fault = next(fault for fault in check(tmp_path, "parquet", today=TODAY) if fault.rule == "type")
    assert fault.message == "The column holds int64, which cannot be read as id."


def test_parquet_dates_may_be_text(tmp_path):
    write(tmp_path / "city", {"people": tables()["people"]})
    path = tmp_path / "city" / "ssd_person.parquet"
    people = pq.read_table(path)
    at = people.schema.get_field_index("pers_dob")
    pq.write_table(people.set_column(at, "pers_dob", pa.array(["01/03/2015", "never"])), path)
    (fault,) = check(tmp_path / "city", "parquet", today=TODAY)
    assert (fault.row, fault.value, fault.rule) == (2, "never", "type")


PIECES = st.sampled_from(
    [*COLUMNS, HEADING, ",", '"', "\n", "\r", "\r\n", "\0", "\ufeff", "é", " ", "x", "\u2028", "\x1c"]
)
SOMETHING_LIKE_CSV = st.lists(PIECES, max_size=20).map(lambda pieces: "".join(pieces).encode())


@settings(max_examples=100, deadline=None)
@given(content=st.binary(max_size=200) | SOMETHING_LIKE_CSV | SOMETHING_LIKE_CSV.map(HEADING.encode().__add__))
def test_whatever_is_in_a_file_there_is_a_report_and_no_accident(content):
    with tempfile.TemporaryDirectory() as folder:
        for ending, format in (("csv", "ssd-csv"), ("parquet", "parquet")):
            (Path(folder) / f"ssd_family.{ending}").write_bytes(content)
            for fault in check(Path(folder), format, today=TODAY):
                assert fault.message.endswith((".", "?"))
                assert str(fault).isprintable()
