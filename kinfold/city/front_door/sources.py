"""Who brings a worry to the front door, how and at what hour."""

from dataclasses import dataclass

import numpy as np

from kinfold.city.draws import Ints, pick, pick_each
from kinfold.city.needs import EVERY_DAY, MOSTLY_WEEKDAYS, OFFICE_DAYS, SCHOOL_DAYS

CHANNELS = ("form", "telephone", "letter", "police_notification", "email", "in_person")


@dataclass(frozen=True)
class Source:
    """`code` is the census's. `weights` is how often, by calendar; `channels` how often by each of CHANNELS;
    `siblings` how often each brother or sister is told of too."""

    code: str
    words: str
    role: str
    agency: str
    weights: dict[int, float]
    channels: tuple[int, int, int, int, int, int]
    siblings: float
    hours: str = "office"


_DSL = "Designated Safeguarding Lead"

SOURCES = (
    Source("6", "Police", "Police officer", "police", {EVERY_DAY: 76}, (2, 4, 0, 94, 0, 0), 0.93, "always"),
    Source("2A", "School", _DSL, "school", {SCHOOL_DAYS: 92}, (76, 13, 0, 0, 11, 0), 0.4, "school"),
    Source("2B", "Education service", "Attendance officer", "council", {SCHOOL_DAYS: 8}, (80, 8, 0, 0, 12, 0), 0.5),
    Source("3A", "GP", "General practitioner", "surgery", {OFFICE_DAYS: 9}, (45, 15, 28, 0, 12, 0), 0.6),
    Source("3B", "Health visitor", "Health visitor", "community", {OFFICE_DAYS: 15}, (78, 14, 0, 0, 8, 0), 0.6),
    Source("3C", "School nurse", "School nurse", "community", {OFFICE_DAYS: 7}, (80, 12, 0, 0, 8, 0), 0.3),
    Source("3D", "Other primary health", "Midwife", "hospital", {OFFICE_DAYS: 8}, (78, 16, 0, 0, 6, 0), 0.8),
    Source("3E", "Emergency department", "Nurse", "hospital", {EVERY_DAY: 11}, (80, 16, 0, 0, 4, 0), 0.3, "always"),
    Source("3F", "Other health", "Mental health nurse", "community", {OFFICE_DAYS: 9}, (70, 14, 6, 0, 10, 0), 0.4),
    Source("4", "Housing", "Housing officer", "housing", {OFFICE_DAYS: 7}, (66, 14, 0, 0, 20, 0), 0.95),
    Source("5A", "Adult social care", "Social worker", "council", {OFFICE_DAYS: 7}, (66, 18, 0, 0, 16, 0), 0.9),
    Source("5B", "Other council service", "Youth worker", "council", {OFFICE_DAYS: 10}, (70, 14, 0, 0, 16, 0), 0.4),
    Source("5C", "Other authority", "Social worker", "other_authority", {OFFICE_DAYS: 6}, (40, 14, 10, 0, 36, 0), 0.9),
    Source("5D", "Early help", "Family support worker", "council", {OFFICE_DAYS: 7}, (84, 12, 0, 0, 4, 0), 0.8),
    Source("7", "Probation or courts", "Probation officer", "probation", {OFFICE_DAYS: 9}, (40, 8, 12, 0, 40, 0), 0.9),
    Source("8", "Voluntary and other", "Family worker", "voluntary", {OFFICE_DAYS: 10}, (66, 20, 0, 0, 14, 0), 0.7),
    Source("1A", "Family member", "Grandparent", "", {MOSTLY_WEEKDAYS: 46}, (12, 72, 0, 0, 6, 10), 0.9, "waking"),
    Source("1B", "Neighbour", "Neighbour", "", {MOSTLY_WEEKDAYS: 25}, (24, 70, 2, 0, 4, 0), 0.95, "waking"),
    Source("1C", "The child", "Child", "", {MOSTLY_WEEKDAYS: 6}, (30, 60, 0, 0, 4, 6), 0.1, "waking"),
    Source("1D", "Another person", "Passer-by", "", {MOSTLY_WEEKDAYS: 10}, (30, 64, 2, 0, 4, 0), 0.9, "waking"),
    Source("9", "Anonymous", "", "", {MOSTLY_WEEKDAYS: 10, EVERY_DAY: 3}, (34, 60, 6, 0, 0, 0), 0.95, "waking"),
    Source("10", "Not known", "", "", {MOSTLY_WEEKDAYS: 4}, (30, 60, 10, 0, 0, 0), 0.8, "waking"),
)  # fmt: skip
PLACE = {source.code: place for place, source in enumerate(SOURCES)}
SCHOOL, HEALTH_VISITOR, MIDWIFE, POLICE, EARLY_HELP = (PLACE[code] for code in ("2A", "3B", "3D", "6", "5D"))
ANONYMOUS, NOT_KNOWN = PLACE["9"], PLACE["10"]

CALENDAR_SHARES = np.array([0.19, 0.50, 0.235, 0.075])
"""SCHOOL_DAYS, EVERY_DAY, OFFICE_DAYS, MOSTLY_WEEKDAYS: police notifications are the largest channel."""

_BY_CALENDAR = np.array([[source.weights.get(calendar, 0.0) for source in SOURCES] for calendar in range(4)])
_CHANNELS = np.array([source.channels for source in SOURCES], dtype=np.float64)
_HOURS = {
    "always": (5, 4, 3, 2, 1.5, 1, 1, 2, 3, 4, 4, 4, 4, 4, 4, 5, 6, 6, 7, 7, 8, 8, 7, 6),
    "school": (0, 0, 0, 0, 0, 0, 0, 1, 10, 14, 14, 12, 10, 12, 14, 12, 5, 1, 0.2, 0, 0, 0, 0, 0),
    "office": (0, 0, 0, 0, 0, 0, 0, 0.3, 5, 12, 14, 13, 9, 11, 13, 12, 9, 3, 0.4, 0, 0, 0, 0, 0),
    "waking": (0.3, 0, 0, 0, 0, 0, 0.3, 2, 5, 8, 9, 8, 7, 7, 7, 8, 8, 8, 7, 6, 5, 4, 2, 1),
}
_HOUR_WEIGHTS = np.array([_HOURS[source.hours] for source in SOURCES], dtype=np.float64)
SIBLINGS = np.array([source.siblings for source in SOURCES])


def draw_sources(rng: np.random.Generator, calendar: Ints) -> Ints:
    source = np.empty(len(calendar), np.int64)
    for kind in (SCHOOL_DAYS, EVERY_DAY, OFFICE_DAYS, MOSTLY_WEEKDAYS):
        here = np.flatnonzero(calendar == kind)
        source[here] = pick(rng, _BY_CALENDAR[kind], len(here))
    return source


def draw_channels(rng: np.random.Generator, source: Ints) -> Ints:
    return pick_each(rng, _CHANNELS[source])


def draw_seconds(rng: np.random.Generator, source: Ints) -> Ints:
    """Seconds into the day at which such a source makes contact."""
    return pick_each(rng, _HOUR_WEIGHTS[source]) * 3600 + rng.integers(0, 3600, len(source))
