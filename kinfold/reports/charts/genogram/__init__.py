"""A family as a drawn picture, by the conventions of a genogram: who is who, and who lives with whom."""

from collections.abc import Iterable

from markupsafe import Markup

from kinfold.reports.charts.genogram.drawing import drawn
from kinfold.reports.charts.genogram.families import by_birth, couples_and_descents
from kinfold.reports.charts.genogram.placing import placed
from kinfold.reports.charts.genogram.signs import key_to_signs
from kinfold.reports.charts.genogram.values import COUPLES, PARENTS, SIBLINGS, Couple, Descent, Drawn, Shape, Tie
from kinfold.reports.charts.picture import drawing, words

__all__ = ["COUPLES", "PARENTS", "SIBLINGS", "Drawn", "Shape", "Tie", "genogram", "key_to_signs"]

IN_A_ROW = 8  # of those who are related to nobody


def genogram(people: Iterable[Drawn], ties: Iterable[Tie], *, alt: str) -> Markup:
    """Those who hang together stand together, the most first; those with nobody stand at the end, in rows."""
    everybody = sorted(people, key=by_birth)
    couples, descents = couples_and_descents(everybody, ties)
    top, width, shapes = 4.0, 0.0, Markup("")
    alone: list[Drawn] = []
    for group in _who_hang_together(everybody, couples, descents):
        if len(group) == 1:
            alone += group
            continue
        keys = {person.key for person in group}
        own = placed(
            group,
            [couple for couple in couples if couple.one in keys],
            [descent for descent in descents if descent.children[0] in keys],
        )
        more, wide, top = drawn(own, top)
        shapes, width, top = shapes + more, max(width, wide), top + 10
    if alone and shapes:
        shapes, top = shapes + words(14, top + 18, "Nothing is recorded of how these are related", size=13), top + 22
    for start in range(0, len(alone), IN_A_ROW):
        more, wide, top = drawn(placed(alone[start : start + IN_A_ROW], [], []), top)
        shapes, width = shapes + more, max(width, wide)
    return drawing(max(width, 320), top + 4, alt, shapes)


def _who_hang_together(people: list[Drawn], couples: list[Couple], descents: list[Descent]) -> list[list[Drawn]]:
    groups = [{person.key} for person in people]
    for tied in [*({one.one, one.other} for one in couples), *({*one.adults, *one.children} for one in descents)]:
        touching = [group for group in groups if group & tied]
        groups = [group for group in groups if group not in touching] + [set().union(*touching)]
    found = [[person for person in people if person.key in group] for group in groups]
    return sorted(found, key=lambda group: (-len(group), people.index(group[0])))
