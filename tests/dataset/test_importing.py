"""An import is all or nothing, keeps what it read as something else, and says how it ended."""

import json

import pytest
from typer.testing import CliRunner

from kinfold.cli import app
from kinfold.dataset import read, write
from kinfold.dataset.dictionary import PAGE, data_dictionary
from kinfold.dataset.folder import NOTES, FolderNotFree
from kinfold.dataset.importing import import_files
from tests.dataset.sample import TODAY, tables, write_csv
from tests.repository.source import ROOT

PEOPLE = [
    {"pers_person_id": "p1", "pers_sex": "1", "pers_ethnicity": "CNHE", "pers_send_flag": "true"},
    {"pers_person_id": "p2", "pers_sex": "F", "pers_ethnicity": "WBRI", "pers_send_flag": "N"},
]


@pytest.fixture
def files(tmp_path):
    folder = tmp_path / "files"
    folder.mkdir()
    return folder


def test_known_spellings_become_codes_and_are_kept_as_they_came(files, tmp_path):
    write_csv(files, "people", PEOPLE)
    imported = import_files(files, tmp_path / "out", "ssd-csv", today=TODAY)

    assert imported.faults == []
    people = read(tmp_path / "out")["people"]
    assert people["sex"].to_pylist() == ["M", "F"]
    assert people["ethnicity"].to_pylist() == ["CHNE", "WBRI"]
    assert people["ehc_plan"].to_pylist() == ["Y", "N"]
    notes = [json.loads(line) for line in (tmp_path / "out" / NOTES).read_text().splitlines()]
    assert [(note["row"], note["key"], note["column"], note["raw"], note["code"]) for note in notes] == [
        (2, "p1", "pers_sex", "1", "M"),
        (2, "p1", "pers_ethnicity", "CNHE", "CHNE"),
        (2, "p1", "pers_send_flag", "true", "Y"),
    ]


def test_nothing_is_imported_when_one_row_of_one_file_is_wrong(files, tmp_path):
    write(tmp_path / "out", tables())
    before = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    write_csv(files, "people", PEOPLE)
    write_csv(files, "family_members", [{"fami_table_id": "m", "fami_family_id": "f", "fami_person_id": "p3"}])
    imported = import_files(files, tmp_path / "out", "ssd-csv", today=TODAY)

    assert [fault.rule for fault in imported.faults] == ["orphan"]
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["files", "out"]


def test_a_dataset_can_be_imported_again(files, tmp_path):
    write_csv(files, "people", PEOPLE)
    for _ in range(2):
        imported = import_files(files, tmp_path / "out", "ssd-csv", today=TODAY)
    assert imported.rows == {"people": 2}


def test_a_parquet_dataset_imports_as_the_same_bytes(tmp_path):
    write(tmp_path / "city", tables())
    import_files(tmp_path / "city", tmp_path / "out", "parquet", today=TODAY)
    first = {path.name: path.read_bytes() for path in (tmp_path / "city").iterdir()}
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == first


def test_files_are_never_imported_over_themselves(files):
    write_csv(files, "people", PEOPLE)
    with pytest.raises(FolderNotFree, match="cannot be in the same folder"):
        import_files(files, files, "ssd-csv", today=TODAY)


def kinfold(*arguments):
    return CliRunner().invoke(app, ["dataset", *map(str, arguments)])


def test_the_command_says_what_is_wrong_one_object_a_line(files):
    write_csv(files, "people", [PEOPLE[0] | {"pers_ethnicity": "Martian"}])
    result = kinfold("check", files, "--format", "ssd-csv", "--json")

    assert result.exit_code == 1
    assert [json.loads(line) for line in result.stdout.splitlines()] == [
        {
            "table": "ssd_person",
            "row": 2,
            "column": "pers_ethnicity",
            "value": "Martian",
            "rule": "code_list",
            "message": "“Martian” is not a code of the list ethnicity, nor a known spelling of one.",
        }
    ]
    assert "1 fault in 1 file." in result.stderr


def test_the_command_says_it_to_a_person_in_a_line(files):
    write_csv(files, "people", [PEOPLE[0] | {"pers_ethnicity": "Martian"}])
    result = kinfold("check", files, "--format", "ssd-csv")
    assert result.stdout.startswith("ssd_person, row 2, pers_ethnicity: “Martian” is not a code")


def test_the_command_ends_with_0_when_nothing_is_wrong(files):
    write_csv(files, "people", PEOPLE)
    result = kinfold("check", files, "--format", "ssd-csv", "--json")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "3 values were read as the codes of which they are known spellings." in result.stderr


def test_the_import_command_counts_what_it_imported(files, tmp_path):
    write_csv(files, "people", PEOPLE)
    result = kinfold("import", files, "--format", "ssd-csv", "--out", tmp_path / "out", "--json")
    assert result.exit_code == 0
    assert json.loads(result.stdout) == {"table": "people", "rows": 2}


def test_the_import_command_says_that_nothing_was_imported(files, tmp_path):
    write_csv(files, "people", [{"pers_person_id": ""}, {"pers_person_id": "p", "pers_sex": "?"}])
    result = kinfold("import", files, "--format", "ssd-csv", "--out", tmp_path / "out")
    assert result.exit_code == 1
    assert "Nothing was imported." in result.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "/no/such/folder", "--format", "ssd-csv"),
        ("check", ".", "--format", "spreadsheet"),
        ("check", "."),
        ("import", ".", "--format", "ssd-csv"),
    ],
)
def test_misuse_ends_with_2(arguments):
    assert kinfold(*arguments).exit_code == 2


def test_an_out_folder_with_other_files_is_misuse(files, tmp_path):
    write_csv(files, "people", PEOPLE)
    result = kinfold("import", files, "--format", "ssd-csv", "--out", tmp_path)
    assert result.exit_code == 2
    assert "holds files, which is not a dataset's" in result.stderr


def test_the_data_dictionary_is_what_the_declarations_say():
    """When this fails, run: python -m kinfold.dataset.dictionary"""
    assert (ROOT / PAGE).read_text(encoding="utf-8") == data_dictionary()
