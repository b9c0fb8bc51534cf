"""Numbers are compared as they are written."""

from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest

from kinfold.indicators.comparison.exact import exact


@pytest.mark.parametrize("written", [0.1, Decimal("0.1"), Fraction(1, 10), np.float64(0.1)])
def test_one_tenth_is_one_tenth(written):
    assert exact(written) == Fraction(1, 10)


def test_whole_numbers_keep_all_their_digits():
    assert exact(10**30 + 1) == 10**30 + 1


@pytest.mark.parametrize("value", [float("nan"), float("inf"), Decimal("NaN")])
def test_what_is_not_finite_cannot_be_compared(value):
    with pytest.raises(ValueError, match=r"cannot|can be compared"):
        exact(value)
