"""A small imaginary place at random: a few records a quarter, counted by plain Python for a few real indicators."""

import random
from collections import Counter
from dataclasses import dataclass

from kinfold.indicators.catalogue import BY_KEY
from kinfold.indicators.engine.figures import Figure
from kinfold.indicators.periods import Period, quarter, year, year_to_date

# What each count is of, and which of a record's marks it asks for.
COUNTS = {
    "referrals": ("referral", set()),
    "again": ("referral", {"again"}),
    "assessed": ("referral", {"assessed"}),
    "contacts": ("contact", set()),
    "signposted": ("contact", {"signposted"}),
    "early_help": ("contact", {"early_help"}),
    "social_care": ("contact", {"social_care"}),
    "looked_after": ("child", set()),
}
PARTS = {"referrals": [("again",), ("assessed",)], "contacts": [("signposted", "early_help", "social_care")]}
INDICATORS = {
    "referrals.number": ("referrals",),
    "referrals.again_within_a_year": ("again", "referrals"),
    "referrals.led_to_assessment": ("assessed", "referrals"),
    "mash.contacts": ("contacts",),
    "mash.signposted": ("signposted",),
    "mash.to_early_help": ("early_help",),
    "mash.to_social_care": ("social_care",),
    "looked_after.number": ("looked_after",),
    "looked_after.rate": ("looked_after",),
}
GROUPS = {
    "ward": ("Baffins", "Copnor", "Fratton", "Hilsea"),
    "sex": ("F", "M", "U"),
    "deprivation": ("40% or more", "30% to 39%", "under 30%"),
}
# Which wards are in which band of deprivation, where a place is broken down by both.
BANDS = {
    "Fratton": "40% or more",
    "Paulsgrove": "40% or more",
    "Copnor": "30% to 39%",
    "Nelson": "30% to 39%",
    "Baffins": "under 30%",
    "Hilsea": "under 30%",
}
PEOPLE = 2000
SETS = (
    ("referrals.number", "referrals.again_within_a_year", "referrals.led_to_assessment"),
    ("referrals.again_within_a_year",),
    ("mash.contacts", "mash.signposted", "mash.to_early_help", "mash.to_social_care"),
    ("mash.contacts", "mash.to_early_help"),
    ("mash.contacts",),
    ("looked_after.number", "looked_after.rate"),
)

# What a record is of, its quarter, its group in each breakdown, and its marks.
Record = tuple[str, str, str, str, frozenset[str]]


@dataclass(frozen=True)
class Place:
    """`quarters` of each period; a stock has its own at the close of each, so it is of the last quarter alone."""

    keys: tuple[str, ...]
    breakdowns: tuple[str, ...]
    records: tuple[Record, ...]

    def count(self, name: str, quarter: str, by: str | None, group: str | None) -> int:
        return _counted(self)[name, quarter, by, group]


_KNOWN: dict[int, tuple[Place, Counter]] = {}


def _counted(place: Place) -> Counter:
    held = _KNOWN.get(id(place))
    if held is None or held[0] is not place:
        counter: Counter = Counter()
        for kind, when, ward, sex, marks in place.records:
            for name, (of, asked) in COUNTS.items():
                if of == kind and asked <= marks:
                    for by, group in ((None, None), ("ward", ward), ("sex", sex), ("deprivation", BANDS[ward])):
                        counter[name, when, by, group] += 1
        _KNOWN.clear()
        _KNOWN[id(place)] = held = place, counter
    return held[1]


def drawn(dice: random.Random) -> Place:
    keys = dice.choice(SETS)
    breakdowns = dice.choice((("ward",), ("ward", "sex"), ("sex",)))
    kinds = {COUNTS[INDICATORS[key][-1]][0] for key in keys}
    wards = GROUPS["ward"][: dice.randint(2, 4)]
    busy = {ward: dice.choice((0, 1, 2, 4, 8, 16)) for ward in wards}
    odds = dice.choice((0.05, 0.3, 0.7, 0.95))
    records = []
    for kind in sorted(kinds):
        for number in range(1, 5):
            for ward in wards:
                for _ in range(dice.randint(0, busy[ward])):
                    records.append(_record(dice, kind, f"2024-25-Q{number}", ward, odds))
    return Place(keys, breakdowns, tuple(records))


def drawn_by_band(dice: random.Random) -> Place:
    """The same in six wards, two in each band."""
    place = drawn(dice)
    wards = dict(zip(GROUPS["ward"], BANDS, strict=False))
    records = [
        (kind, when, dice.choice((ward, *BANDS)) if dice.random() < 0.5 else wards[ward], sex, marks)
        for kind, when, ward, sex, marks in place.records
    ]
    return Place(place.keys, ("ward", "deprivation"), tuple(records))


def _record(dice: random.Random, kind: str, when: str, ward: str, odds: float) -> Record:
    sex = dice.choices(GROUPS["sex"], (5, 5, 1))[0]
    if kind == "contact":
        return kind, when, ward, sex, frozenset({dice.choice(("signposted", "early_help", "social_care", "other"))})
    marks = {mark for mark in ("again", "assessed") if dice.random() < odds}
    return kind, when, ward, sex, frozenset(marks if kind == "referral" else ())


def revised(dice: random.Random, place: Place) -> Place:
    """Some months later: a few records more, a few fewer, a few corrected; or none."""
    records = list(place.records)
    for _ in range(dice.choice((0, 0, 1, 2, 4))):
        if not records:
            break
        old = records.pop(dice.randrange(len(records)))
        fate = dice.choice(("gone", "moved", "twice"))
        if fate == "moved":
            records.append((old[0], old[1], dice.choice(GROUPS["ward"][:2]), old[3], old[4]))
        elif fate == "twice":
            records += [old, old]
    return Place(place.keys, place.breakdowns, tuple(records))


def periods_of(dice: random.Random, *, quarters: int = 4) -> list[Period]:
    found = [quarter(f"2024-25-Q{number}") for number in range(1, quarters + 1)]
    if dice.random() < 0.7 and quarters == 4:
        found.append(year("2024-25"))
    if dice.random() < 0.4:
        found.append(year_to_date(f"2024-25-Q{dice.randint(1, quarters)}"))
    return found


def quarters_in(period: Period, name: str) -> tuple[str, ...]:
    inside = tuple(f"2024-25-Q{number}" for number in range(1, 5)
                   if period.starts_on <= quarter(f"2024-25-Q{number}").starts_on < period.ends_on)  # fmt: skip
    return inside[-1:] if name == "looked_after" else inside


def figures_of(place: Place, periods: list[Period]) -> list[Figure]:
    return [_figure(place, key, period, by, group) for key in place.keys for period in periods
            for by, group in cells(place, key)]  # fmt: skip


def cells(place: Place, key: str) -> list[tuple[str | None, str | None]]:
    allowed = [by for by in place.breakdowns if by in BY_KEY[key].breakdowns]
    groups = GROUPS if "deprivation" not in allowed else GROUPS | {"ward": tuple(BANDS)}
    return [(None, None), *((by, group) for by in allowed for group in groups[by])]


def _figure(place: Place, key: str, period: Period, by: str | None, group: str | None) -> Figure:
    counts = [sum(place.count(name, when, by, group) for when in quarters_in(period, name)) for name in INDICATORS[key]]
    if len(counts) == 1:
        below = PEOPLE if BY_KEY[key].per else None
        value = counts[0] * BY_KEY[key].per / PEOPLE if BY_KEY[key].per else counts[0]
        return Figure(key, period.key, by, group, counts[0], below, value, "shown")
    above, below = counts
    if not below:
        return Figure(key, period.key, by, group, 0, 0, None, "no_cases")
    return Figure(key, period.key, by, group, above, below, 100 * above / below, "shown")
