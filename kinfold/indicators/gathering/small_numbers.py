"""Which gathered figures are kept from those whom small numbers are hidden from: the same that are when computed."""

from decimal import Decimal

from kinfold.indicators.engine.gathered import Gathered
from kinfold.indicators.engine.protection import Cell, hide


def is_small(one: Gathered, *, value: Decimal | None, numerator: Decimal | None, denominator: Decimal | None) -> bool:
    """Of one figure of the whole that an agency sent; what others published is in everybody's hands already.

    A mean is hidden for the children it is of, whatever they add up to. A sum of money counts nobody.
    """
    if one.collected == "published" or one.kind == "money":
        return False
    cell: Cell = (one.key, "", None, None)
    counts = {cell: tuple(map(int, _counts(one, value, numerator, denominator)))}
    return cell in hide(counts, ())


def _counts(
    one: Gathered, value: Decimal | None, numerator: Decimal | None, denominator: Decimal | None
) -> tuple[Decimal, ...]:
    nought = Decimal(0)
    if one.kind in ("duration", "score"):
        return (denominator or nought,)
    if one.kind == "share":
        return (numerator or nought, (denominator or nought) - (numerator or nought))
    return (numerator or nought,) if one.kind == "rate" else (value or nought,)
