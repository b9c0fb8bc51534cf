"""Which of the periods asked for add up to which other: quarters to the year to date, and to the year."""

from collections.abc import Iterable

from kinfold.indicators.periods import Period


def additions_over_time(periods: Iterable[Period]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """By a period's key, each way in which other periods follow one another to make it exactly."""
    periods = sorted(set(periods))
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for whole in periods:
        inside = [part for part in periods if part != whole
                  and whole.starts_on <= part.starts_on and part.ends_on <= whole.ends_on]  # fmt: skip
        ways = tuple(_ways(whole, whole.starts_on, inside))
        if ways:
            found[whole.key] = ways
    return found


def _ways(whole: Period, reached: object, inside: list[Period]) -> Iterable[tuple[str, ...]]:
    if reached == whole.ends_on:
        yield ()
        return
    for part in inside:
        if part.starts_on == reached:
            for rest in _ways(whole, part.ends_on, inside):
                yield (part.key, *rest)
