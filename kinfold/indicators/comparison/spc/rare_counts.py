"""When counts are so low that a chart of them says nothing, and would mark every event as a signal."""

from collections.abc import Sequence

LOWEST_MEAN = 1


class RareEvents(ValueError):
    """These counts have no XmR chart."""

    def __init__(self, counts: Sequence[int | None]) -> None:
        known = [count for count in counts if count is not None]
        super().__init__(
            f"{sum(known):,} in {len(known):,} periods are too few to chart by period: a single one would look like a "
            "signal. Chart the time between them instead."
        )


def are_rare(counts: Sequence[int | None]) -> bool:
    """Fewer than one a period on average, or none at all in half of the periods or more; missing periods left out.

    The first is usual: below an average of one, whole numbers are too coarse for limits (“Rare events and X-mR charts”,
    SPC for Excel, May 2007; D. J. Wheeler, “Working with rare events”, Quality Digest, October 2011). The second is
    ours, for a few outbreaks among empty periods.
    """
    known = [count for count in counts if count is not None]
    if not known:
        return False
    return sum(known) < LOWEST_MEAN * len(known) or 2 * known.count(0) >= len(known)
