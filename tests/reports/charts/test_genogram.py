"""A family's picture: every person once, apart from the others, whatever was recorded of them."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from lxml import etree

from kinfold.reports.charts.genogram import Drawn, Tie, genogram
from kinfold.reports.charts.genogram.families import by_birth, couples_and_descents
from kinfold.reports.charts.genogram.placing import COLUMN, Placed, placed


def somebody(key: str, shape: str = "woman", born: int | None = 1990, **more) -> Drawn:
    return Drawn(key=key, name=key, shape=shape, born_on=date(born, 1, 1) if born else None, **more)  # type: ignore[arg-type]


def of(child: str, **others: str) -> list[Tie]:
    return [Tie(child, kind, other) for kind, other in others.items()]


def stand(people: list[Drawn], ties: list[Tie]) -> Placed:
    people = sorted(people, key=by_birth)
    return placed(people, *couples_and_descents(people, ties))


def keys(row: list[Drawn]) -> list[str]:
    return [person.key for person in row]


STEP_FAMILY = (
    [somebody("Ma", born=1985), somebody("Al", "man", 1980), somebody("Ben", "man", 1982), somebody("Cy", "man", 1984),
     somebody("Gran", born=1955), somebody("Zoe", born=2008), somebody("Yan", "man", 2010), somebody("Xena", born=2012),
     somebody("Will", "man", 2014), somebody("Baby", "unborn", None), somebody("Foster", "other", 2011)],
    [*of("Zoe", mother="Ma", father="Al"), *of("Will", mother="Ma", father="Al"), *of("Yan", mother="Ma", father="Ben"),
     *of("Xena", mother="Ma", father="Cy"), *of("Baby", mother="Ma"), *of("Foster", foster_carer="Ma"),
     *of("Ma", mother="Gran"), Tie("Ma", "divorced", "Al"), Tie("Ma", "separated", "Ben")],
)  # fmt: skip
TWELVE = (
    [somebody("Ma"), somebody("Pa", "man"), *(somebody(f"Child {n:02}", born=2000 + n) for n in range(12))],
    [tie for n in range(12) for tie in of(f"Child {n:02}", mother="Ma", father="Pa")],
)
STRANGERS = ([somebody(f"Person {n}", "other", None) for n in range(20)], list[Tie]())
OWN_ANCESTOR = (
    [somebody("Ada"), somebody("Ben"), somebody("Cyd")],
    [*of("Ada", mother="Ben"), *of("Ben", mother="Ada"), *of("Cyd", mother="Cyd", partner="Ada", sibling="Ada")],
)
ODD = (
    [somebody("Ada", born=2010), somebody("Bo", born=2012), somebody("Gran", born=1950), somebody("Ma", born=1985),
     somebody("Carer", born=1970), somebody("Half", "man", 2015)],
    [*of("Ada", mother="Ma", grandparent="Gran", sibling="Bo", half_sibling="Half"), *of("Bo", grandparent="Gran"),
     Tie("Ada", "carer", "Carer", down=True), Tie("Ma", "other", "Carer")],
)  # fmt: skip


@pytest.mark.parametrize(("people", "ties"), [STEP_FAMILY, TWELVE, STRANGERS, OWN_ANCESTOR, ODD, ([], [])])
def test_everybody_is_drawn_once_and_nobody_upon_another(people, ties):
    svg = etree.fromstring(str(genogram(people, ties, alt="The family")))
    named = [text for text in svg.iterfind(".//{*}text") if not (text.text or "").startswith(("Home", "Nothing"))]

    assert sorted("".join(text.text for text in named).replace(" ", "")) == sorted(
        "".join(person.name for person in people).replace(" ", "")
    )
    at = sorted((float(text.get("y")), float(text.get("x"))) for text in named)
    assert all(one[0] != other[0] or other[1] - one[1] >= COLUMN - 1 for one, other in pairwise(at))
    width, height = float(svg.get("width")), float(svg.get("height"))
    assert all(40 < x < width - 40 and y < height for y, x in at)


def test_a_mother_stands_between_three_fathers_above_the_children_of_each_in_order_of_birth():
    grandmother, parents, children = map(keys, stand(*STEP_FAMILY).rows)

    assert grandmother == ["Gran"]
    assert parents == ["Al", "Ma", "Ben", "Cy"]
    assert children.index("Zoe") < children.index("Will") < children.index("Yan") < children.index("Xena")


def test_twelve_brothers_and_sisters_stand_in_order_of_birth_with_their_parents_above_the_middle():
    found = stand(*TWELVE)

    assert keys(found.rows[1]) == [f"Child {n:02}" for n in range(12)]
    middle = (found.x["Child 00"] + found.x["Child 11"]) / 2
    assert abs((found.x["Ma"] + found.x["Pa"]) / 2 - middle) < 1


def test_an_unknown_father_leaves_no_place():
    found = stand([somebody("Ma", born=1985), somebody("Ada", born=2010)], of("Ada", mother="Ma"))

    assert [keys(row) for row in found.rows] == [["Ma"], ["Ada"]]
    assert found.x["Ma"] == found.x["Ada"]


def test_who_has_died_is_crossed_parted_couples_have_strokes_and_fostered_children_hang_on_dashes():
    def lines(people: list[Drawn], ties: list[Tie], dashed: bool = False) -> int:
        svg = etree.fromstring(str(genogram(people, ties, alt="")))
        return sum(1 for each in svg.iterfind(".//{*}line") if not dashed or each.get("stroke-dasharray"))

    two = [somebody("Ma"), somebody("Pa", "man")]
    child = somebody("Ada", born=2010)
    together = lines(two, [Tie("Ma", "partner", "Pa")])
    assert lines(two, [Tie("Ma", "separated", "Pa")]) == together + 1
    assert lines(two, [Tie("Ma", "divorced", "Pa")]) == together + 2
    assert lines([two[0], somebody("Pa", "man", died=True)], [Tie("Ma", "partner", "Pa")]) == together + 2
    assert lines([two[0], child], of("Ada", mother="Ma"), dashed=True) == 0
    assert lines([two[0], child], of("Ada", foster_carer="Ma"), dashed=True) > 0


def test_a_name_is_written_as_text_and_never_as_markup():
    drawn = str(genogram([somebody("<script>alert(1)</script>")], [], alt="<b>"))

    assert "<script" not in drawn
    assert "&lt;" in drawn
