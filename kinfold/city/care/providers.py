"""Those who give children a home, none of whom exists, and how Ofsted graded each when."""

from dataclasses import dataclass

import numpy as np

from kinfold.city.draws import Draws, Ints, pick

GRADES = ("outstanding", "good", "requires_improvement", "inadequate", "not_inspected")
NOT_INSPECTED = GRADES.index("not_inspected")
FOSTERING, AGENCY_FOSTERING, HOME, OWN_HOME, SUPPORTED, ADOPTION, SECURE, SCHOOL = range(8)
_COUNTS = (1, 8, 14, 2, 9, 3, 1, 2)
_GRADE_WEIGHTS = (17, 75, 7, 1)  # published: every child is placed with a good or outstanding one
_INSPECTED_EVERY = 900
_INSPECTIONS = 40


@dataclass(frozen=True)
class Providers:
    """`first[kind]` is the place of the first provider of the kind; `grade` has a column for each inspection."""

    first: Ints
    grade: Ints

    def choose(self, rng: np.random.Generator, kind: Ints) -> Ints:
        """A provider of the kind for each placement."""
        counts = np.array(_COUNTS)[kind]
        places: Ints = self.first[kind] + (rng.random(len(kind)) * counts).astype(np.int64)
        return places

    def grade_on(self, provider: Ints, day: Ints) -> Ints:
        grade: Ints = self.grade[provider, np.clip(day // _INSPECTED_EVERY, 0, _INSPECTIONS - 1)]
        return grade

    @property
    def urns(self) -> list[str]:
        """Ofsted's numbers run no higher than SC500000."""
        return [f"SC{900_001 + place}" for place in range(len(self.grade))]


def found_providers(draws: Draws) -> Providers:
    rng = draws.stream("providers")
    count = sum(_COUNTS)
    grade = pick(rng, _GRADE_WEIGHTS, count * _INSPECTIONS).reshape(count, _INSPECTIONS)
    grade[FOSTERING] = GRADES.index("good")  # the council's own, with which half of all children are placed
    return Providers(np.cumsum(_COUNTS) - np.array(_COUNTS), grade)
