"""Identifiers shaped like UUID version 7, made from the seed and the time of the event, a whole column at once."""

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from kinfold.city.draws import Ints

_HEX = np.frombuffer(b"0123456789abcdef", dtype=np.uint8)
_PLACES = np.array([place for place in range(36) if place not in (8, 13, 18, 23)])
_MILLISECONDS = 1000


def identifiers(rng: np.random.Generator, seconds: Ints) -> pa.StringArray:
    """One identifier for each instant, given in UTC seconds since 1970; sorting them sorts by time to the second."""
    octets = rng.integers(0, 256, size=(len(seconds), 16), dtype=np.uint8)
    octets[:, :6] = _millisecond_octets(seconds * _MILLISECONDS + rng.integers(0, _MILLISECONDS, len(seconds)))
    octets[:, 6] = octets[:, 6] & 0x0F | 0x70
    octets[:, 8] = octets[:, 8] & 0x3F | 0x80
    return _as_text(octets)


def _millisecond_octets(milliseconds: Ints) -> NDArray[np.uint8]:
    return np.asarray(milliseconds, dtype=">u8").view(np.uint8).reshape(-1, 8)[:, 2:]


def _as_text(octets: NDArray[np.uint8]) -> pa.StringArray:
    digits = np.empty((len(octets), 32), dtype=np.uint8)
    digits[:, 0::2] = _HEX[octets >> 4]
    digits[:, 1::2] = _HEX[octets & 0x0F]
    text = np.full((len(octets), 36), ord("-"), dtype=np.uint8)
    text[:, _PLACES] = digits
    offsets = np.arange(0, 36 * (len(octets) + 1), 36, dtype=np.int32)
    return pa.StringArray.from_buffers(len(octets), pa.py_buffer(offsets), pa.py_buffer(text))
