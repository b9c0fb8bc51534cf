"""Which gathered figures are kept from those whom small numbers are hidden from: by the rule for those computed."""

from decimal import Decimal

from kinfold.indicators.engine.gathered import Gathered
from kinfold.indicators.engine.protection import LARGEST_HIDDEN


def is_small(one: Gathered, *, value: Decimal | None, numerator: Decimal | None, denominator: Decimal | None) -> bool:
    """Of one figure of the whole that an agency sent; what others published is in everybody's hands already.

    A share is small by those in the numerator, those not in it, or all of them; a mean by the children it is of,
    whatever they add up to. A sum of money counts nobody.
    """
    if one.collected == "published" or one.kind == "money":
        return False
    return any(0 < count <= LARGEST_HIDDEN["suppressed"] for count in _counts(one, value, numerator, denominator))


def _counts(
    one: Gathered, value: Decimal | None, numerator: Decimal | None, denominator: Decimal | None
) -> tuple[Decimal, ...]:
    value, above, below = (number or Decimal(0) for number in (value, numerator, denominator))
    if one.kind in ("duration", "score"):
        return (below,)
    if one.kind == "share":
        return (above, below - above, below)
    return (above,) if one.kind == "rate" else (value,)
