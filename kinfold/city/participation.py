"""How children take part in the meetings about them, which depends above all on how old they are."""

import numpy as np

from kinfold.city.draws import Ints, pick

CODES = ("PN0", "PN1", "PN2", "PN3", "PN4", "PN5", "PN6", "PN7")
_YOUNG, _OLDER = (0, 8, 3, 3, 4, 22, 50, 10), (0, 46, 6, 2, 3, 12, 24, 7)
_SPEAKS_FOR_SELF, _ASKED_FROM = 10, 4


def participation(rng: np.random.Generator, age: Ints) -> Ints:
    """Places in CODES. A child under four is not asked."""
    taken = np.where(age < _SPEAKS_FOR_SELF, pick(rng, _YOUNG, len(age)), pick(rng, _OLDER, len(age)))
    return np.where(age < _ASKED_FROM, 0, taken)
