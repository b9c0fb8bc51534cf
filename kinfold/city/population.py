"""Everyone in the city, children first and then adults, with the identifiers by which all other tables know them."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pyarrow as pa

from kinfold.city.adults import Adults, raise_adults
from kinfold.city.draws import Draws, Ints
from kinfold.city.families import Children, Families, found_families
from kinfold.city.history import DAY, History
from kinfold.city.ids import identifiers


@dataclass(frozen=True)
class Population:
    """A person's place is the child's place, or the number of children plus the adult's place."""

    history: History
    draws: Draws
    size: int
    families: Families
    children: Children
    adults: Adults

    @cached_property
    def family(self) -> Ints:
        """Each person's family."""
        return np.concatenate([self.children.family, self.adults.family])

    @cached_property
    def born(self) -> Ints:
        return np.concatenate([self.children.born, self.adults.born])

    @cached_property
    def recorded_on(self) -> Ints:
        """The day a person's record was made."""
        joined = np.maximum(self.adults.joined, self.families.arrived[self.adults.family])
        made: Ints = np.maximum(np.concatenate([self.children.known_from, joined]), self.history.first)
        return made

    @cached_property
    def person_ids(self) -> pa.StringArray:
        return identifiers(self.draws.stream("person ids"), self.recorded_on * DAY + 9 * 3600)

    @cached_property
    def family_ids(self) -> pa.StringArray:
        recorded = np.maximum(self.families.arrived, self.history.first)
        return identifiers(self.draws.stream("family ids"), recorded * DAY + 9 * 3600)

    def adult(self, role: int) -> Ints:
        """For each family, the place as a person of its adult in this role; -1 where it has none."""
        places = np.full(len(self.families), -1)
        chosen = np.flatnonzero(self.adults.role == role)
        places[self.adults.family[chosen]] = chosen + len(self.children)
        return places

    def ids_of(self, table: str, utc_seconds: Ints) -> pa.StringArray:
        return identifiers(self.draws.stream(f"{table} ids"), utc_seconds)


def populate(children: int, history: History, draws: Draws) -> Population:
    families, young = found_families(children, history, draws)
    return Population(history, draws, children, families, young, raise_adults(families, young, history, draws))
