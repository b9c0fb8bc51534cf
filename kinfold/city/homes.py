"""Homes: who lives where from when. Brothers and sisters share one until a separation, a move into care or growing
up."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from kinfold.city import portrait
from kinfold.city.columns import Tables, codes, keys, midnights, table, yes_no
from kinfold.city.draws import Flags, Ints, pick, ranges
from kinfold.city.help.placements import Placements
from kinfold.city.history import DAY, NEVER, YEAR
from kinfold.city.population import Population
from kinfold.city.streets import addresses

_MOVES_A_YEAR, _MOVES_WHEN_POOR = 0.06, 0.11
_SAME_WARD = 0.6
_ELDEST_GOES = 0.3
_SPAN = 10_000_000
HOME, PLACEMENT = range(2)


@dataclass(frozen=True)
class Stays:
    """A person's time at one address, in order of person and day; `left` NEVER while they live there."""

    person: Ints
    home: Ints
    kind: Ints
    since: Ints
    left: Ints
    confidential: Flags
    ward_of_home: Ints

    @cached_property
    def ward(self) -> Ints:
        return self.ward_of_home[self.home]

    def ward_at(self, person: Ints, day: Ints) -> Ints:
        """The ward someone lived in on a day; where the record starts later, the first one known."""
        marks = self.person * _SPAN + self.since
        place = np.searchsorted(marks, person * _SPAN + day, side="right") - 1
        place = np.maximum(place, np.searchsorted(self.person, person, side="left"))
        return self.ward[np.minimum(place, len(self.ward) - 1)]


def settle(city: Population, placements: Placements) -> Stays:
    rng = city.draws.stream("homes")
    history, families = city.history, city.families
    family_wards, move_family, move_day = _family_homes(city, rng)
    count, young = len(families), len(city.children)
    moved_in = history.first - (rng.exponential(5.0, count) * YEAR).astype(np.int64)
    moved_in = np.where(families.arrived > -NEVER, families.arrived, moved_in)

    adults = city.adults
    apart = adults.moved_out < NEVER
    out_on = np.maximum(adults.moved_out, moved_in[adults.family] - 1)
    own_home = np.full(len(adults), -1)
    own_home[apart] = len(family_wards) + np.arange(apart.sum())
    own_wards = pick(rng, [ward.share for ward in portrait.WARDS], int(apart.sum()))
    goes_with, goes_on, goes_home = _eldest_go(city, rng, own_home)

    born = ~city.children.unborn
    at_home = np.concatenate([born, adults.moved_out > -NEVER])
    joined = np.maximum(city.born, np.concatenate([city.children.born, adults.joined]))
    since = np.maximum(moved_in[city.family], joined)
    gone_on = np.concatenate([goes_on, adults.moved_out])
    person, place = ranges(np.bincount(move_family, minlength=count)[city.family])
    first_move = np.searchsorted(move_family, np.arange(count))
    move = first_move[city.family[person]] + place
    with_family = at_home[person] & (move_day[move] > since[person]) & (move_day[move] < gone_on[person])
    living = np.flatnonzero(at_home)
    first_home = _family_home_at(move_family, move_day, city.family, since, count)
    leavers = np.flatnonzero(apart)

    care_home = len(family_wards) + len(own_wards) + np.arange(len(placements))
    care_wards = pick(rng, [ward.share for ward in portrait.WARDS], len(placements))
    back = placements.last & (placements.ended < np.minimum(city.children.known_to[placements.child], NEVER))
    returned, returned_on = placements.child[back], placements.ended[back]
    home_again = _family_home_at(move_family, move_day, city.family[returned], returned_on, count)

    lists = (
        (living, since[living], first_home[living], HOME),
        (person[with_family], move_day[move[with_family]], count + move[with_family], HOME),
        (
            young + leavers,
            np.maximum(np.maximum(out_on, moved_in[adults.family]), adults.born)[leavers],
            own_home[leavers],
            HOME,
        ),
        (goes_with, goes_on[goes_with], goes_home[goes_with], HOME),
        (placements.child, placements.started, care_home, PLACEMENT),
        (returned, returned_on, home_again, HOME),
    )
    who, when, where = (np.concatenate([part[place] for part in lists]) for place in range(3))
    kind = np.repeat([part[3] for part in lists], [len(part[0]) for part in lists])
    in_care = _covered(placements, who, when) & (kind == HOME)
    who, when, where, kind = who[~in_care], when[~in_care], where[~in_care], kind[~in_care]
    wards = np.concatenate([family_wards, own_wards, care_wards])
    return _in_order(city, rng, who, when, where, kind, wards)


def _family_homes(city: Population, rng: np.random.Generator) -> tuple[Ints, Ints, Ints]:
    """Wards of every home families live in, first homes first; then each move's family and day, in their order."""
    families, history = city.families, city.history
    starts = np.maximum(history.first, families.arrived + 30)
    ends = np.minimum(history.last, families.left)
    yearly = np.where(families.poor, _MOVES_WHEN_POOR, _MOVES_A_YEAR)
    moves = rng.poisson(yearly * np.maximum(ends - starts, 0) / YEAR)
    family = np.repeat(np.arange(len(moves)), moves)
    day = starts[family] + (rng.random(len(family)) * (ends - starts)[family]).astype(np.int64)
    order = np.lexsort((day, family))
    family, day = family[order], day[order]
    elsewhere = pick(rng, [ward.share for ward in portrait.WARDS], len(family))
    ward = np.where(rng.random(len(family)) < _SAME_WARD, families.ward[family], elsewhere)
    return np.concatenate([families.ward, ward]), family, day


def _eldest_go(city: Population, rng: np.random.Generator, own_home: Ints) -> tuple[Ints, Ints, Ints]:
    """After some separations the eldest child goes to live with the parent who moved out: which, when, and to what
    home."""
    adults, young = city.adults, city.children
    when, where = np.full(len(young), NEVER), np.full(len(young), -1)
    parted = np.flatnonzero((np.abs(adults.moved_out) < NEVER) & (rng.random(len(adults)) < _ELDEST_GOES))
    first = young.first_of_family
    several = first[adults.family[parted] + 1] - first[adults.family[parted]] > 1
    parted = parted[several]
    eldest = first[adults.family[parted]]
    able = (young.born[eldest] < adults.moved_out[parted]) & (young.known_to[eldest] > adults.moved_out[parted])
    when[eldest[able]], where[eldest[able]] = adults.moved_out[parted[able]], own_home[parted[able]]
    return np.flatnonzero(when < NEVER), when, where


def _family_home_at(move_family: Ints, move_day: Ints, family: Ints, day: Ints, count: int) -> Ints:
    marks = move_family * _SPAN + move_day
    place = np.searchsorted(marks, family * _SPAN + day, side="right") - 1
    moved = (place >= 0) & (move_family[np.maximum(place, 0)] == family) if len(marks) else np.zeros(len(family), bool)
    return np.where(moved, count + place, family)


def _covered(placements: Placements, person: Ints, day: Ints) -> Flags:
    """Whether the person was in a placement on the day."""
    if not len(placements):
        return np.zeros(len(person), bool)
    order = np.lexsort((placements.started, placements.child))
    marks = placements.child[order] * _SPAN + placements.started[order]
    place = order[np.maximum(np.searchsorted(marks, person * _SPAN + day, side="right") - 1, 0)]
    lasts = (placements.started[place] <= day) & (placements.ended[place] > day)
    covered: Flags = lasts & (placements.child[place] == person)
    return covered


def _in_order(
    city: Population, rng: np.random.Generator, who: Ints, when: Ints, where: Ints, kind: Ints, wards: Ints
) -> Stays:
    order = np.lexsort((kind, when, who))
    who, when, where, kind = who[order], when[order], where[order], kind[order]
    same_day = np.append((who[1:] == who[:-1]) & (when[1:] == when[:-1]), False)
    who, when, where, kind = who[~same_day], when[~same_day], where[~same_day], kind[~same_day]
    until = np.minimum(city.families.left, NEVER)[city.family]
    until[: len(city.children)] = np.minimum(until[: len(city.children)], city.children.died)
    lived = when < until[who]
    who, when, where, kind = who[lived], when[lived], where[lived], kind[lived]
    following = np.append(np.where(who[1:] == who[:-1], when[1:], NEVER), NEVER)
    left = np.minimum(following, until[who])
    left = np.where(left > city.history.last, NEVER, left)
    hidden = rng.random(len(city.families)) < portrait.CONFIDENTIAL_ADDRESS
    confidential = hidden[city.family[who]] & (left == NEVER) & (kind == HOME) & ~_apart(city)[who]
    return Stays(who, where, kind, when, left, confidential, wards)


def _apart(city: Population) -> Flags:
    return np.concatenate([np.zeros(len(city.children), bool), city.adults.moved_out < NEVER])


def home_tables(city: Population, stays: Stays) -> Tables:
    text, postcodes = addresses(city.draws.stream("streets"), stays.ward_of_home)
    recorded = np.maximum(stays.since, city.history.first)
    ids = city.ids_of("addresses", recorded * DAY + 11 * 3600)
    columns = {
        "address_id": ids,
        "address": keys(text, stays.home),
        "person_id": keys(city.person_ids, stays.person),
        "kind": codes(("home", "placement"), stays.kind),
        "moved_in_on": midnights(stays.since),
        "moved_out_on": midnights(stays.left),
        "postcode": keys(postcodes, stays.home),
    }
    details = {
        "address_id": ids,
        "ward": codes(portrait.WARD_NAMES, stays.ward),
        "confidential": yes_no(stays.confidential),
    }
    return {"addresses": table("addresses", columns), "address_details": table("address_details", details)}
