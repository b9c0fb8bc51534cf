"""First names that the same person may go by, and days that a date of birth may be mistaken for."""

import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, timedelta
from functools import cache

from kinfold.practice.dated import PracticeDataFault, read_toml

MOST_NAMES = 12


def also_known_as(name: str) -> tuple[str, ...]:
    """The whole name with one of its words replaced by another form of it: “Bill Hart” gives “william hart”."""
    words = _plain(name).split()
    found = [
        " ".join([*words[:place], other, *words[place + 1 :]])
        for place, word in enumerate(words)
        for other in sorted(_alike().get(word, ()))
    ]
    return tuple(found[:MOST_NAMES])


def mistaken_for(born_on: date) -> tuple[date, ...]:
    """Days that a date of birth is written as by mistake: day and month exchanged, two figures the wrong way round, one
    month or one year out, or ten years."""
    return tuple(sorted({day for day in _mistakes(born_on) if day is not None} - {born_on}))


def _mistakes(born: date) -> Iterator[date | None]:
    yield _day(born.year, born.day, born.month)
    yield _day(born.year, born.month, int(f"{born.day:02}"[::-1]))
    yield _day(born.year, int(f"{born.month:02}"[::-1]), born.day)
    yield _day(born.year // 100 * 100 + int(f"{born.year % 100:02}"[::-1]), born.month, born.day)
    for years in (-10, -1, 1, 10):
        yield _day(born.year + years, born.month, born.day)
    for months in (-1, 1):
        yield _day(born.year, born.month + months, born.day)
    for days in (-1, 1):
        with suppress(OverflowError):
            yield born + timedelta(days=days)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@cache
def _alike() -> dict[str, frozenset[str]]:
    read = read_toml("names.toml")
    found: dict[str, set[str]] = {}
    for line in read["alike"]:
        names = line.split()
        if len(set(names)) != len(names) or len(names) < 2 or line != _plain(line):
            raise PracticeDataFault(f"names.toml: “{line}” must be two or more plain names, none of them twice.")
        for name in names:
            found.setdefault(name, set()).update(set(names) - {name})
    return {name: frozenset(others) for name, others in found.items()}


def _plain(name: str) -> str:
    """Small letters without marks, hyphens as spaces: as the database compares names."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", name) if not unicodedata.combining(sign))
    return bare.lower().replace("-", " ").strip()
