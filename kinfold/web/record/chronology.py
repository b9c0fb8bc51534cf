"""A child's chronology: every part's entries in one dated list, the newest first."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time

from kinfold.web.access.models import User
from kinfold.web.beyond_home import chronology as beyond_home
from kinfold.web.casework import chronology as casework
from kinfold.web.casework.chronology import Entry
from kinfold.web.casework.selectors import Help
from kinfold.web.core.clock import LONDON
from kinfold.web.early_help import chronology as early_help
from kinfold.web.mash import chronology as mash
from kinfold.web.people.models import Caution, Merge, Person
from kinfold.web.record.selectors import cautions as to_mind
from kinfold.web.record.selectors import merging

SLICES = (mash, early_help, beyond_home)


def entries(
    *,
    people: Iterable[Person],
    viewer: User,
    since: date,
    known: Help,
    merges: Iterable[Merge] = (),
    cautions: Iterable[Caution] = (),
) -> list[Entry]:
    """Everything dated that the viewer may see from the day on, the newest first.

    ``people`` are the records of one child: more than one where two turned out to be the same. ``known`` is the help
    that was and is given to them, as the viewer sees it. ``merges`` say when, by whom and why these became one; what
    stands on the other record says so, because a court asks on which record something was known.
    """
    found = merging.entries(merges, since) + to_mind.entries(cautions, since)
    for place, child in enumerate(people):
        own = casework.entries(child=child, viewer=viewer, since=since, known=known)
        for part in SLICES:
            own += part.entries(child=child, viewer=viewer, since=since)
        found += own if place == 0 else [_on_the_other(entry, child) for entry in own]
    return sorted(found, key=_moment, reverse=True)


def _on_the_other(entry: Entry, child: Person) -> Entry:
    return replace(entry, text=f"{entry.text} On the joined record of {child.name}.".lstrip())


def kinds(found: list[Entry]) -> list[str]:
    """The kinds of entry that there are, to choose from."""
    return sorted({entry.kind for entry in found})


def _moment(entry: Entry) -> datetime:
    return entry.at if isinstance(entry.at, datetime) else datetime.combine(entry.at, time(), LONDON)
