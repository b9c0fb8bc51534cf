"""What the partnership published stands beside our figures, with its source, and says where it cannot be compared."""

import pytest

from kinfold.indicators.catalogue import BY_KEY
from kinfold.indicators.periods import year
from kinfold.indicators.published import PublishedFigure, all_published, published_for


def test_the_7_676_children_of_2018_19_are_not_comparable_and_it_says_why():
    [earlier, later] = published_for("mash.children")
    assert (earlier.value, earlier.period.key, earlier.comparable) == (7676, "2018-19", False)
    assert "counted in another way" in earlier.note
    assert (later.value, later.comparable) == (11999, True)


def test_every_published_figure_is_of_an_indicator_and_none_stands_twice():
    assert {figure.indicator for figure in all_published()} <= BY_KEY.keys()
    places = [(figure.indicator, figure.period) for figure in all_published()]
    assert len(set(places)) == len(places) == 13


def test_the_contacts_a_child_that_the_note_gives_are_those_of_the_figures():
    of = {(figure.indicator, figure.period.key): figure.value for figure in all_published()}
    before = of["mash.contacts", "2018-19"] / of["mash.children", "2018-19"]
    after = of["mash.contacts", "2019-20"] / of["mash.children", "2019-20"]
    assert (round(before, 2), round(after, 2)) == (3.12, 1.84)


def test_a_figure_that_is_not_comparable_must_say_why():
    with pytest.raises(ValueError, match="say why the figure is not comparable"):
        PublishedFigure("mash.contacts", year("2018-19"), 1, "A report", "one", comparable=False)
