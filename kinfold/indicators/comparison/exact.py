"""A number as it is written, without the rounding of binary fractions, so that “strictly above” means what it says."""

import math
from decimal import Decimal
from fractions import Fraction
from typing import Literal

Number = int | float | Decimal | Fraction
Better = Literal["higher", "lower", "neither"]


def exact(value: Number) -> Fraction:
    """0.1 becomes one tenth; what a float prints is taken to be what was meant. ValueError unless it is finite."""
    if isinstance(value, Fraction | int):
        return Fraction(value)
    if not math.isfinite(value):
        raise ValueError(f"{value} is not a number that can be compared.")
    return Fraction(value if isinstance(value, Decimal) else repr(float(value)))
