"""Published figures of several years at once: which share no year, so that a chart may show them."""

import re
from collections.abc import Sequence
from datetime import date

from kinfold.web.intake.selectors.figures import GatheredFigure

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def starts_on(one: GatheredFigure) -> date:
    """By the first year in the publisher's words, “2021 to 2023” or “2021/22 – 2023/24”; else a year before its end."""
    found = _YEAR.search(one.period)
    first = one.ends_on.replace(year=int(found[0])) if found else one.ends_on
    return first if first < one.ends_on else one.ends_on.replace(year=one.ends_on.year - 1)


def apart(found: Sequence[GatheredFigure]) -> list[GatheredFigure]:
    """The newest, and of those before it each that ends before the one kept after it begins; oldest first."""
    kept: list[GatheredFigure] = []
    for one in sorted(found, key=lambda each: each.ends_on, reverse=True):
        if not kept or one.ends_on <= starts_on(kept[-1]):
            kept.append(one)
    return kept[::-1]
