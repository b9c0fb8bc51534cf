"""The manual's pages on indicators are the ones committed."""

from pathlib import Path

from kinfold.indicators import reference
from kinfold.indicators.asked import measures
from kinfold.indicators.catalogue import EVERY
from kinfold.indicators.reference.index import NOT_YET, answering
from kinfold.indicators.reference.rooms import ROOMS, room_page
from kinfold.indicators.reference.tables import room_of
from tests.spec import manual

FOLDER = Path(__file__).parents[2] / "docs" / "reference" / "indicators"


def test_the_committed_pages_say_what_the_code_does():
    committed = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.iterdir()}
    assert committed == reference.pages() | {"examples.md": manual.page()}, "Run `make reference` and commit the pages."


def test_every_indicator_is_defined_on_the_page_of_its_room():
    for one in EVERY:
        assert f"## {one.key}\n\n**{one.title}**" in room_page(room_of(one.key))
        words = one.numerator.words if one.collected == "computed" else one.definition
        assert words in room_page(room_of(one.key))


def test_every_room_that_has_an_indicator_has_a_title():
    assert {room_of(one.key) for one in EVERY} <= ROOMS.keys()


def test_the_index_says_of_every_measure_what_answers_it_or_that_nothing_does_yet():
    index = reference.pages()["README.md"]
    for measure in measures().values():
        row = next(line for line in index.splitlines() if line.startswith(f"| {measure.number} | {measure.words} |"))
        found = answering(measure)
        assert all(one.title in row for one in found)
        assert (NOT_YET in row) == (not found)
