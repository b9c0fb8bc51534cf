"""From what one person is to another, to couples and the children below them."""

from collections.abc import Iterable, Iterator

from kinfold.reports.charts.genogram.values import (
    ADOPTED,
    COUPLES,
    PARENTS,
    SIBLINGS,
    Couple,
    Descent,
    Drawn,
    Manner,
    Tie,
)

IN_A_TREE = frozenset((*PARENTS, *ADOPTED, *COUPLES, *SIBLINGS, "step_parent", "grandparent"))


def couples_and_descents(people: Iterable[Drawn], ties: Iterable[Tie]) -> tuple[list[Couple], list[Descent]]:
    """Each couple once, with the last that is said of it; each set of parents once, with children in order of birth."""
    by_key = {person.key: person for person in people}
    said = [tie for tie in dict.fromkeys(ties) if tie.person in by_key and tie.other in by_key]
    couples: dict[frozenset[str], Couple] = {}
    for tie in said:
        if tie.kind in COUPLES:
            pair = couples.setdefault(frozenset((tie.person, tie.other)), Couple(tie.person, tie.other))
            pair.state = COUPLES[tie.kind] or pair.state
    descents: dict[tuple[object, ...], Descent] = {}
    for child in sorted(by_key.values(), key=by_birth):
        for adults, manner, steps in _above(child.key, said, couples):
            found = descents.setdefault((adults, manner, steps), Descent(adults, manner, steps))
            found.children.append(child.key)
            if len(adults) == 2:
                couples.setdefault(frozenset(adults), Couple(*adults))
    whole = list(descents.values())
    for tie in said:
        if tie.kind not in IN_A_TREE and not tie.down:
            couples.setdefault(frozenset((tie.person, tie.other)), Couple(tie.person, tie.other, "other"))
    return list(couples.values()), whole + list(_brothers_and_sisters(by_key, said, whole))


def _above(
    child: str, said: list[Tie], couples: dict[frozenset[str], Couple]
) -> Iterator[tuple[tuple[str, ...], Manner, int]]:
    kinds: dict[str, list[str]] = {}
    for tie in said:
        if tie.person == child and tie.other not in kinds.setdefault(tie.kind, []):
            kinds[tie.kind].append(tie.other)
    parents = list(dict.fromkeys(other for kind in PARENTS for other in kinds.get(kind, [])))
    yield from _in_pairs(parents, "birth")
    for kind in ADOPTED:
        yield from _in_pairs([other for other in kinds.get(kind, []) if other not in parents], "adopted")
    for other in kinds.get("step_parent", []):
        if other not in parents and not any(frozenset((other, parent)) in couples for parent in parents):
            yield (other,), "other", 1
    above_parents = {tie.other for tie in said if tie.person in parents and tie.kind in PARENTS}
    for other in kinds.get("grandparent", []):
        if other not in above_parents:
            yield (other,), "other", 2
    known = {other for kind in (*PARENTS, *ADOPTED, "step_parent", "grandparent") for other in kinds.get(kind, [])}
    for tie in said:
        if tie.person == child and tie.down and tie.other not in known:
            yield (tie.other,), "other", 1


def _in_pairs(parents: list[str], manner: Manner) -> Iterator[tuple[tuple[str, ...], Manner, int]]:
    """Two parents together; any further one alone, because nobody said with whom."""
    if len(parents) > 1:
        yield (parents[0], parents[1]), manner, 1
    for parent in parents[2:] if len(parents) > 1 else parents:
        yield (parent,), manner, 1


def _brothers_and_sisters(by_key: dict[str, Drawn], said: list[Tie], above: list[Descent]) -> Iterator[Descent]:
    """Those who hang together below nobody, because no parent of both is in the picture."""
    joined = {frozenset((one, other)) for group in above for one in group.children for other in group.children}
    adults: dict[str, set[str]] = {}
    for group in above:
        for child in group.children:
            adults.setdefault(child, set()).update(group.adults)
    whole: list[set[str]] = []
    for tie in said:
        pair = frozenset((tie.person, tie.other))
        if tie.kind not in SIBLINGS or pair in joined or adults.get(tie.person, set()) & adults.get(tie.other, set()):
            continue
        if tie.kind == "half_sibling":
            yield Descent((), "other", children=sorted(pair, key=lambda key: by_birth(by_key[key])))
            joined.add(pair)
            continue
        touching = [group for group in whole if group & pair]
        whole = [group for group in whole if group not in touching] + [set(pair).union(*touching)]
    for each in whole:
        yield Descent((), children=sorted(each, key=lambda key: by_birth(by_key[key])))


def by_birth(person: Drawn) -> tuple[bool, int, bool, str]:
    """The eldest first; the unborn after everybody born, those of unknown age after both."""
    unborn = person.shape == "unborn"
    return (person.born_on is None and not unborn, (person.born_on.toordinal() if person.born_on else 0), unborn,
            person.name)  # fmt: skip
