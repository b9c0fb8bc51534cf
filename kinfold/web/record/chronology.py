"""A child's chronology: every part's entries in one dated list, the newest first."""

from collections.abc import Iterable
from datetime import date, datetime, time

from kinfold.web.access.models import User
from kinfold.web.beyond_home import chronology as beyond_home
from kinfold.web.casework import chronology as casework
from kinfold.web.casework.chronology import Entry
from kinfold.web.casework.selectors import Help
from kinfold.web.core.clock import LONDON
from kinfold.web.early_help import chronology as early_help
from kinfold.web.mash import chronology as mash
from kinfold.web.people.models import Person

SLICES = (mash, early_help, beyond_home)


def entries(*, people: Iterable[Person], viewer: User, since: date, known: Help) -> list[Entry]:
    """Everything dated that the viewer may see from the day on, the newest first.

    ``people`` are the records of one child: more than one where two turned out to be the same. ``known`` is the help
    that was and is given to them, as the viewer sees it.
    """
    found: list[Entry] = []
    for child in people:
        found += casework.entries(child=child, viewer=viewer, since=since, known=known)
        for part in SLICES:
            found += part.entries(child=child, viewer=viewer, since=since)
    return sorted(found, key=_moment, reverse=True)


def kinds(found: list[Entry]) -> list[str]:
    """The kinds of entry that there are, to choose from."""
    return sorted({entry.kind for entry in found})


def _moment(entry: Entry) -> datetime:
    return entry.at if isinstance(entry.at, datetime) else datetime.combine(entry.at, time(), LONDON)
