"""Where everybody stands: as near as may be to parents and children, never over one another."""

from collections.abc import Mapping
from dataclasses import dataclass

from kinfold.reports.charts.genogram.generations import levels, rows
from kinfold.reports.charts.genogram.values import Couple, Descent, Drawn

COLUMN, PASSING = 124.0, 20.0  # what a person and a line that passes take
ROUNDS = 12


@dataclass(frozen=True, slots=True)
class Placed:
    """People who are related to each other, row by row, and the middle of each in pixels from the left."""

    rows: list[list[Drawn]]
    x: dict[str, float]
    row_of: dict[str, int]
    couples: list[Couple]
    descents: list[Descent]

    def source(self, descent: Descent) -> float:
        over = [self.x[adult] for adult in descent.adults]
        return sum(over) / len(over)

    def are_neighbours(self, couple: Couple) -> bool:
        row = [person.key for person in self.rows[self.row_of[couple.one]]]
        return abs(row.index(couple.one) - row.index(couple.other)) == 1


def placed(people: list[Drawn], couples: list[Couple], descents: list[Descent]) -> Placed:
    """``people`` are in order of birth and all hang together."""
    level = levels([person.key for person in people], couples, descents)
    people, descents = _with_passing_lines(people, level, descents)
    by_key = {person.key: person for person in people}
    lines = rows(people, level, couples, descents)
    found = Placed(
        [[by_key[key] for key in row] for row in lines], {},
        {key: number for number, row in enumerate(lines) for key in row}, couples, descents,
    )  # fmt: skip
    for row in found.rows:
        found.x.update(_packed(row, {}))
    for turn in range(2 * ROUNDS + 1):
        for number, row in enumerate(found.rows) if turn % 2 else reversed(list(enumerate(found.rows))):
            wanted = _under_parents(found, number) if turn % 2 else _over_children(found, number)
            found.x.update(_packed(row, wanted, found.x))
    left = min(found.x[person.key] - room(person) / 2 for row in found.rows for person in row)
    found.x.update({key: x - left for key, x in found.x.items()})
    return found


def room(person: Drawn) -> float:
    return PASSING if person.shape == "through" else COLUMN


def _with_passing_lines(
    people: list[Drawn], level: dict[str, int], descents: list[Descent]
) -> tuple[list[Drawn], list[Descent]]:
    """A line to children more than one row below has a place of its own in each row that it passes. What would lead up,
    as where somebody is said to be their own ancestor, is left to the table."""
    found: list[Descent] = []
    for descent in descents:
        below = level[descent.children[0]]
        above = level[descent.adults[0]] if descent.adults else below - 1
        if above >= below:
            continue
        adults = descent.adults
        for number in range(above + 1, below):
            passing = Drawn(key=f"passing {len(people)}", name="", shape="through")
            people, level[passing.key] = [*people, passing], number
            found.append(Descent(adults, descent.manner, children=[passing.key]))
            adults = (passing.key,)
        found.append(Descent(adults, descent.manner, children=descent.children))
    return people, found


def _under_parents(found: Placed, number: int) -> dict[str, float]:
    wanted: dict[str, float] = {}
    for descent in found.descents:
        if descent.adults and found.row_of[descent.children[0]] == number:
            new = [child for child in descent.children if child not in wanted]
            middle = sum(found.x[child] for child in new) / max(len(new), 1)
            wanted |= {child: found.source(descent) + found.x[child] - middle for child in new}
    return wanted


def _over_children(found: Placed, number: int) -> dict[str, float]:
    wanted: dict[str, list[float]] = {}
    for descent in found.descents:
        if descent.adults and found.row_of[descent.adults[0]] == number:
            ends = [found.x[child] for child in descent.children]
            middle = (min(ends) + max(ends)) / 2
            for adult in descent.adults:
                wanted.setdefault(adult, []).append(middle + found.x[adult] - found.source(descent))
    return {adult: sum(places) / len(places) for adult, places in wanted.items()}


def _packed(row: list[Drawn], wanted: Mapping[str, float], now: Mapping[str, float] | None = None) -> dict[str, float]:
    """As near as may be to where each wants to be, in order and without touching: neighbours in each other’s way
    become one block, which stands where its people want to be on the whole."""
    offset, at = [], 0.0
    for number, person in enumerate(row):
        at += (room(row[number - 1]) + room(person)) / 2 if number else 0.0
        offset.append(at)
    blocks: list[tuple[float, float, int]] = []  # where it stands, how much it weighs, how many people
    for person, start in zip(row, offset, strict=True):
        weight = 1.0 if person.key in wanted else 0.02
        place = wanted.get(person.key, (now or {}).get(person.key, start)) - start
        many = 1
        while blocks and blocks[-1][0] > place:
            before, heavy, count = blocks.pop()
            place = (before * heavy + place * weight) / (heavy + weight)
            weight, many = weight + heavy, many + count
        blocks.append((place, weight, many))
    shifts = [place for place, _, many in blocks for _ in range(many)]
    fixed = [number for number, person in enumerate(row) if person.key in wanted]
    for number in range(len(row)) if fixed else ():  # whoever wants no place in particular stays with their neighbour
        if number < fixed[0]:
            shifts[number] = shifts[fixed[0]]
        elif number not in fixed:
            shifts[number] = shifts[number - 1]
    return {person.key: start + shift for person, start, shift in zip(row, offset, shifts, strict=True)}
