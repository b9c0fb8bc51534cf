"""How children take part in the meetings about them, which depends above all on how old they are."""

import numpy as np

from kinfold.city.draws import Ints, pick

CODES = ("PN0", "PN1", "PN2", "PN3", "PN4", "PN5", "PN6", "PN7")
_YOUNG, _OLDER = (0, 9, 3, 3, 0.6, 26, 58, 0.4), (0, 50, 6, 2, 0.6, 14, 27, 0.4)
_SPEAKS_FOR_SELF, _ASKED_FROM = 10, 4


def participation(rng: np.random.Generator, age: Ints) -> Ints:
    """Places in CODES. A child under four is not asked. Published: 99% of looked after children take part."""
    taken = np.where(age < _SPEAKS_FOR_SELF, pick(rng, _YOUNG, len(age)), pick(rng, _OLDER, len(age)))
    return np.where(age < _ASKED_FROM, 0, taken)
