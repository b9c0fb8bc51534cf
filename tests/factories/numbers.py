"""Numbers that rise, so that two things made in one test are never the same thing."""

from itertools import count

_numbers = count(1)


def next_number() -> int:
    return next(_numbers)
