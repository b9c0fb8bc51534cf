"""What worried the people who made contact."""

import numpy as np

from kinfold.city.draws import Flags, Ints, pick
from kinfold.city.front_door import sources
from kinfold.city.front_door.contacts import Contacts
from kinfold.city.history import YEAR
from kinfold.city.population import Population

WORRIES = (
    "neglect", "emotional_abuse", "physical_abuse", "sexual_abuse", "harmful_sexual_behaviour", "sexual_exploitation",
    "criminal_exploitation", "domestic_abuse", "parental_mental_health", "parental_substance_use", "hate_incident",
    "missing", "radicalisation", "other",
)  # fmt: skip
MISSING_WORRY = WORRIES.index("missing")
_OF_OLDER_CHILDREN = tuple(WORRIES.index(name) for name in (
    "harmful_sexual_behaviour", "sexual_exploitation", "criminal_exploitation", "radicalisation"))  # fmt: skip
_OLDER = 10
_POLICE = (6, 4, 8, 4, 2, 3, 9, 44, 5, 8, 1.5, 0, 0.5, 5)
_OTHERS = (24, 15, 11, 5, 3, 3, 4, 14, 12, 9, 1, 0, 0.6, 9)


def worries(city: Population, contacts: Contacts, of_missing: Flags) -> tuple[Ints, Ints]:
    """Rows of child-in-contact and worry: an event's worries are about each of its children who is old enough for
    them."""
    rng = city.draws.stream("worries")
    count = len(contacts)
    by_police = contacts.arrivals.source == sources.POLICE
    chosen = np.empty((count, 3), np.int64)
    for place in range(3):
        chosen[:, place] = np.where(by_police, pick(rng, _POLICE, count), pick(rng, _OTHERS, count))
    chosen[of_missing, 0] = MISSING_WORRY
    many = 1 + pick(rng, (0.58, 0.31, 0.11), count)
    event = contacts.about_event
    row = np.repeat(np.arange(len(event)), 3)
    turn = np.tile(np.arange(3), len(event))
    worry = chosen[event[row], turn]
    day = contacts.arrivals.day[event[row]]
    age = (day - city.children.born[contacts.about_child[row]]) / YEAR
    worry = np.where(np.isin(worry, _OF_OLDER_CHILDREN) & (age < _OLDER), 0, worry)
    kept = turn < many[event[row]]
    row, worry = row[kept], worry[kept]
    pairs = np.unique(row * len(WORRIES) + worry)
    return pairs // len(WORRIES), pairs % len(WORRIES)
