"""The file of neighbours is read whole or refused, each fault by its row and column."""

from datetime import date

import pytest

from kinfold.indicators.comparison.neighbour_file import read
from kinfold.indicators.comparison.sheets import SheetUnreadable

HEADING = "area_code,neighbour_code,neighbour,rank,starts_on,ends_on,source\n"
OLD = "E06000044,E06000026,Plymouth,1,2014-01-01,2021-01-01,List of 2014\n"
NEW = (
    "E06000044,E06000026,Plymouth,2,2021-01-01,,List of 2021\n"
    "E06000044,E06000045,Southampton,1,2021-01-01,,List of 2021\n"
)


@pytest.fixture
def faults():
    def found(text):
        with pytest.raises(SheetUnreadable) as refused:
            read(text.encode())
        return [str(fault) for fault in refused.value.faults]

    return found


def test_lists_are_read_by_area_and_time_with_the_closest_first():
    old, new = read((HEADING + NEW + OLD).encode())
    assert (old.neighbours, old.ends_on) == (("E06000026",), date(2021, 1, 1))
    assert new.neighbours == ("E06000045", "E06000026")
    assert new.names["E06000045"] == "Southampton"
    assert (new.starts_on, new.ends_on, new.source) == (date(2021, 1, 1), None, "List of 2021")


def test_every_fault_of_a_row_is_said(faults):
    assert faults(HEADING + "Portsmouth,E06000044,,0,1/4/2021,2021,\n") == [
        "row 2, area_code: “Portsmouth” is not an area's code: write it as E06000044.",
        "row 2, rank: “0” is not a rank: write 1 for the closest, then 2, 3 and so on.",
        "row 2, neighbour: The cell is empty.",
        "row 2, source: The cell is empty.",
        "row 2, starts_on: “1/4/2021” is not a day: write it as 2024-04-01.",
        "row 2, ends_on: “2021” is not a day: write it as 2024-04-01.",
    ]


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (OLD.replace("2021-01-01", ""), "row 3, starts_on: The list of 2014-01-01 still holds on this day."),
        (OLD.replace("E06000026", "E06000044"), "row 2, neighbour_code: An area is not its own neighbour."),
        (OLD.replace("2021-01-01", "2013-01-01"), "row 2, ends_on: The list ends before it starts."),
        (NEW, "row 4, neighbour_code: E06000026 is in this list already, in row 2."),
        (NEW.replace(",1,", ",3,"), "row 2, rank: The ranks of E06000044's list of 2021-01-01 are not 1 to 4"),
        (NEW.replace("List of 2021", "Another", 1), "row 3: The end or the source is not the one of row 2"),
    ],
)
def test_rows_that_do_not_fit_together_are_said(faults, rows, words):
    assert any(fault.startswith(words) for fault in faults(HEADING + rows + NEW))


def test_a_file_without_rows_or_columns_is_refused(faults):
    assert faults(HEADING) == ["The file has a heading and nothing under it."]
    assert faults("area,neighbour\n")[0].startswith("row 1: The heading lacks area_code, neighbour_code, rank")
