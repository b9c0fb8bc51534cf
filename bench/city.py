"""How long the imaginary city takes, how much memory, and whether twice the children take twice the time."""

from collections.abc import Iterator

from bench.measuring import CHILDREN, CITY, WORK, Measured, make_city


def measure() -> Iterator[Measured]:
    make_city(WORK / "small-city", CHILDREN // 100)  # the first run after an install also compiles Python
    whole = make_city(CITY)
    yield Measured("city of 41,639 children, 5 years", round(whole.seconds, 2), "s", 20)
    yield Measured("peak memory of the city", round(whole.peak_mb), "MB", 1024)
    half = make_city(WORK / "half-city", CHILDREN // 2)
    growth = whole.processor_seconds / half.processor_seconds
    yield Measured("processor time of the city over that of half of it", round(growth, 2), "times", 2.2)
