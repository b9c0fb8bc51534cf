"""Who stands in which row, and in which order: couples side by side, children below in order of birth."""

from collections.abc import Iterable

from kinfold.reports.charts.genogram.values import Couple, Descent, Drawn

MAN_FIRST = {"man": 0, "other": 1, "woman": 2, "unborn": 3, "through": 4}


def levels(keys: Iterable[str], couples: list[Couple], descents: list[Descent]) -> dict[str, int]:
    """Key ▶ row, nought the eldest; a generation of which nobody is known takes none.

    Couples share one, and so do the children of one set of parents.
    """
    group = {key: key for key in keys}

    def of(key: str) -> str:
        while group[key] != key:
            key = group[key]
        return key

    for couple in couples:
        group[of(couple.one)] = of(couple.other)
    for descent in descents:
        for child in descent.children[1:]:
            group[of(child)] = of(descent.children[0])
    steps = {
        (of(adult), of(child)): descent.steps
        for descent in descents
        for adult in descent.adults
        for child in descent.children
        if of(adult) != of(child)
    }
    level = dict.fromkeys(map(of, group), 0)
    for _ in level:  # as often as there could be generations: people said to be their own ancestors end it too
        for (above, below), step in steps.items():
            level[below] = min(max(level[below], level[above] + step), len(group) * 2)
    has_parents = {below for _, below in steps}
    for _ in level:  # whoever has no parents here stands right above their children
        for above in level.keys() - has_parents:
            lowest = [level[below] - step for (one, below), step in steps.items() if one == above]
            level[above] = min(lowest, default=level[above])
    used = {each: number for number, each in enumerate(sorted(set(level.values())))}
    return {key: used[level[of(key)]] for key in group}


def rows(people: list[Drawn], level: dict[str, int], couples: list[Couple], descents: list[Descent]) -> list[list[str]]:
    """Each generation from left to right. ``people`` are in order of birth."""
    order = {person.key: place for place, person in enumerate(people)}
    eldest = {frozenset(descent.adults): order[descent.children[0]] for descent in reversed(descents)}
    chains = _chains(
        people, sorted(couples, key=lambda pair: eldest.get(frozenset((pair.one, pair.other)), len(order)))
    )
    depth = max(level.values(), default=0) + 1
    by_row: list[list[list[str]]] = [[] for _ in range(depth)]
    for chain in chains:
        by_row[level[chain[0]]].append(chain)
    for _ in range(3):
        for number in range(1, depth):
            _sort(by_row[number], _above(by_row[number - 1], descents), order)
        for number in reversed(range(depth - 1)):
            _sort(by_row[number], _below(by_row[number + 1], descents), order, turn=number > 0)
    for number in range(1, depth):
        _sort(by_row[number], _above(by_row[number - 1], descents), order)
    return [[key for chain in row for key in chain] for row in by_row]


def _sort(row: list[list[str]], wanted: dict[str, float], order: dict[str, int], *, turn: bool = True) -> None:
    """Chains by where their parents, or children, stand; one whose ends are the wrong way about is turned round."""
    for chain in row:
        ends = [wanted[key] for key in chain if key in wanted]
        if turn and ends != sorted(ends) and ends == sorted(ends, reverse=True):
            chain.reverse()
    place = {chain[0]: number for number, chain in enumerate(row)}

    def key(chain: list[str]) -> tuple[float, int]:
        found = sorted(wanted[key] for key in chain if key in wanted)
        born = min((order[key] for key in chain if key in wanted), default=min(order[key] for key in chain))
        return (found[0], born) if found else (float(place[chain[0]]), born)

    row.sort(key=key)


def _above(row: list[list[str]], descents: list[Descent]) -> dict[str, float]:
    place = {key: float(number) for number, key in enumerate(key for chain in row for key in chain)}
    found: dict[str, float] = {}
    for descent in descents:
        over = [place[adult] for adult in descent.adults if adult in place]
        if over:
            found |= {child: sum(over) / len(over) for child in descent.children if child not in found}
    return found


def _below(row: list[list[str]], descents: list[Descent]) -> dict[str, float]:
    place = {key: float(number) for number, key in enumerate(key for chain in row for key in chain)}
    under: dict[str, list[float]] = {}
    for descent in descents:
        for adult in descent.adults:
            under.setdefault(adult, []).extend(place[child] for child in descent.children if child in place)
    return {adult: sum(places) / len(places) for adult, places in under.items() if places}


def _chains(people: list[Drawn], couples: list[Couple]) -> list[list[str]]:
    """People bound to each other as couples, in a line: whoever has most partners stands between them, the one with
    whom the eldest child was born on the left."""
    shapes = {person.key: MAN_FIRST[person.shape] for person in people}
    partners: dict[str, list[str]] = {person.key: [] for person in people}
    for couple in couples:
        partners[couple.one].append(couple.other)
        partners[couple.other].append(couple.one)
    found: list[list[str]] = []
    placed: set[str] = set()

    def outward(key: str) -> list[str]:
        placed.add(key)
        line = [key]
        for other in partners[key]:
            if other not in placed:
                line += outward(other)
        return line

    for person in sorted(people, key=lambda each: (-len(partners[each.key]), shapes[each.key])):
        if person.key in placed:
            continue
        placed.add(person.key)
        sides: tuple[list[str], list[str]] = ([], [])
        many = len(partners[person.key]) > 1
        for number, other in enumerate(partners[person.key]):
            if other not in placed:
                sides[0 if many and number == 0 else 1].extend(outward(other))
        found.append([*reversed(sides[0]), person.key, *sides[1]])
    return found
