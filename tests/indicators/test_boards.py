"""Every board that the sources give a reporting cycle has measures to report."""

from kinfold.indicators.asked import measures
from kinfold.indicators.asked.boards import boards


def test_every_measure_is_some_boards():
    assert {one.name for board in boards().values() for one in board.measures} == measures().keys()


def test_a_heading_is_known_by_its_first_words_alone():
    assert [one.number for one in boards()["early-help"].measures] == [
        "1.1", "1.2a", "1.2b", "1.3a", "1.3b", "1.3c", "1.4", "1.5", "1.6",
    ]  # fmt: skip
    assert {one.under for one in boards()["send"].measures} == {"Priority Six - SEND"}


def test_a_board_with_several_priorities_has_them_in_the_files_order():
    under = list(dict.fromkeys(one.under.split(" ")[0] for one in boards()["pscp-executive"].measures))
    assert under == ["P2", "P3", "P5", "P6", "P7", "Priority"]
