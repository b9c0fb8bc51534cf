"""NHS numbers and unique pupil numbers that pass their check digit and belong to nobody."""

import numpy as np
from numpy.typing import NDArray

from kinfold.city.draws import Ints

_PUPIL_LETTERS = np.array(list("ABCDEFGHJKLMNPQRTUVWXYZ"))
_NHS_FIRST = 999_000_000
_NO_AUTHORITY = 999


def nhs_numbers(count: int) -> NDArray[np.object_]:
    """In order, from the range 999 kept for testing, then downwards from it; NHS numbers in use do not begin with 9."""
    tried = int(count * 1.12) + 20
    places = np.arange(tried)
    block, offset = np.divmod(places, 1_000_000)
    stems = _NHS_FIRST - block * 1_000_000 + offset
    digits = _digits(stems, 9)
    check = 11 - (digits * np.arange(10, 1, -1)).sum(axis=1) % 11
    check[check == 11] = 0
    good = np.flatnonzero(check < 10)[:count]
    return _text(stems[good] * 10 + check[good], 10)


def pupil_numbers(entered: Ints) -> NDArray[np.object_]:
    """One for each pupil, by the year they started school, from an authority number that no authority has."""
    serial = np.arange(len(entered))
    body = _NO_AUTHORITY * 10**9 + (serial // 1000) % 10_000 * 10**5 + entered % 100 * 1000 + serial % 1000
    weights = np.arange(2, 14)
    letters = _PUPIL_LETTERS[(_digits(body, 12) * weights).sum(axis=1) % 23]
    return np.char.add(letters.astype("U1"), _text(body, 12).astype("U12")).astype(object)


def _digits(numbers: Ints, length: int) -> Ints:
    return numbers[:, None] // 10 ** np.arange(length - 1, -1, -1) % 10


def _text(numbers: Ints, length: int) -> NDArray[np.object_]:
    return np.char.zfill(numbers.astype(f"U{length}"), length).astype(object)
