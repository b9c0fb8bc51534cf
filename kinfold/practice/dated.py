"""How a dated value is read from the package's data and found for a day."""

import tomllib
from collections.abc import Iterable
from datetime import date
from importlib import resources
from itertools import pairwise
from typing import Any, Protocol, TypeVar
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")

# Where a source gives no first day, the row is taken to be older than any record we hold.
SINCE_BEFORE_RECORDS = date(1990, 1, 1)


class PracticeDataFault(ValueError):
    """The package's own data says something impossible; the message names the file, the row and the fault."""


class NotInForce(LookupError):
    """Nothing of that name was in force on that day."""


class Dated(Protocol):
    """A period is half-open: `valid_to` is the first day on which the value is no longer in force."""

    @property
    def valid_from(self) -> date: ...

    @property
    def valid_to(self) -> date | None: ...


D = TypeVar("D", bound=Dated)


def in_force(row: Dated, on: date) -> bool:
    return row.valid_from <= on and (row.valid_to is None or on < row.valid_to)


def version_on(versions: Iterable[D], on: date, what: str) -> D:
    found = [version for version in versions if in_force(version, on)]
    if len(found) != 1:
        raise NotInForce(f"No {what} is in force on {on:%-d %B %Y}.")
    return found[0]


def check_versions(versions: Iterable[D], what: str) -> tuple[D, ...]:
    """In date order; refused where one ends before it starts or two are in force on the same day."""
    ordered = tuple(sorted(versions, key=lambda version: version.valid_from))
    for version in ordered:
        if version.valid_to is not None and version.valid_to <= version.valid_from:
            raise PracticeDataFault(f"{what}: it ends on {version.valid_to}, not after it starts.")
    for earlier, later in pairwise(ordered):
        if earlier.valid_to is None or earlier.valid_to > later.valid_from:
            raise PracticeDataFault(f"{what}: two versions are in force on {later.valid_from}.")
    return ordered


def read_text(*path: str) -> str:
    return resources.files("kinfold.practice").joinpath("data", *path).read_text(encoding="utf-8")


def read_toml(*path: str) -> dict[str, Any]:
    return tomllib.loads(read_text(*path))


def names_in(*path: str) -> tuple[str, ...]:
    """File names in a folder of the package's data, in order."""
    folder = resources.files("kinfold.practice").joinpath("data", *path)
    return tuple(sorted(entry.name for entry in folder.iterdir()))
