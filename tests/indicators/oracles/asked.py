"""What an oracle is written with: rows as a person with a pencil reads them, and a note of each thing counted.

It shares no code with the engine.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kinfold.indicators.periods import Period
from kinfold.practice.working_days import is_working_day
from tests.indicators.partnerships.chance import Row, Tables

# Children in poverty after housing costs, 2019, as the annual report prints them.
DEPRIVATION: dict[object, str] = {
    **dict.fromkeys(("Charles Dickens", "St Thomas", "Fratton", "Paulsgrove"), "40% or more"),
    **dict.fromkeys(("Nelson", "St Jude", "Copnor", "Cosham"), "30% to 39%"),
    **dict.fromkeys(("Central Southsea", "Milton", "Baffins", "Eastney & Craneswater", "Hilsea"), "under 30%"),
    "Drayton & Farlington": "under 30%",
}
GROUPS_OF_ETHNICITY = {
    "WBRI": "White", "WROM": "White", "MOTH": "Mixed", "CHNE": "Asian", "BAFR": "Black", "OOTH": "Other",
    "REFU": "Not stated",
}  # fmt: skip
BANDS = {"0-4": (0, 4), "5-9": (5, 9), "10-14": (10, 14), "15-17": (15, 17)}


@dataclass
class Noted:
    """Something counted: what it is, the groups it is in, and whether it is in the numerator."""

    what: object
    groups: dict[str, object]
    in_numerator: bool = True
    adds: float = 1  # what it adds, where quantities are added up


@dataclass
class Asked:
    tables: Tables
    period: Period
    known_to: date

    def one(self, name: str, key: str, value: object) -> Row:
        return next((row for row in self.tables[name] if row[key] == value), {})


Oracle = Callable[[Asked], Iterator[Noted]]


def counted(noted: list[Noted], by: str | None, group: str | None) -> tuple[int, int]:
    """How many different things, in the numerator and at all."""
    inside = [note for note in noted if by is None or (group_in(note, by) or "not recorded") == group]
    return len({note.what for note in inside if note.in_numerator}), len({note.what for note in inside})


def group_in(note: Noted, by: str) -> object:
    return DEPRIVATION.get(note.groups["ward"]) if by == "deprivation" else note.groups[by]


def population(tables: Tables, period: Period, by: str | None, group: str | None) -> int | None:
    """Portsmouth's or a ward's children, by the latest estimate of 30 June that was then over."""
    if by == "deprivation":
        wards = [population(tables, period, "ward", ward) for ward, band in DEPRIVATION.items() if band == group]
        return None if None in wards or not wards else sum(wards)  # type: ignore[arg-type]
    area = group if by == "ward" else "Portsmouth"
    youngest, oldest = BANDS.get(group or "", (0, 17))
    if by == "age_band" and group not in BANDS:
        return None
    year = 2024 if period.last_day >= date(2024, 6, 30) else 2023
    rows = [row for row in tables["population"] if row["area"] == area and row["year"] == year]
    exact = [row["population"] for row in rows if (row["age_from"], row["age_to"]) == (youngest, oldest)]
    if exact:
        return exact[0]  # type: ignore[return-value]
    within = [row["population"] for row in rows if (row["age_from"], row["age_to"]) in BANDS.values()]
    return sum(within) if len(within) == len(BANDS) else None  # type: ignore[arg-type]


def added_up(noted: list[Noted], by: str | None, group: str | None) -> tuple[float, int]:
    """What the rows counted add, and how many they are."""
    inside = [note for note in noted if by is None or (group_in(note, by) or "not recorded") == group]
    return sum(note.adds for note in inside), len(inside)


def dated(asked: Asked, name: str, column: str) -> Iterator[tuple[Row, date]]:
    """Rows of which the day in that column is in the period, with the day."""
    for row in asked.tables[name]:
        on = row[column] and day(row[column])
        if on and asked.period.starts_on <= on <= asked.period.last_day:
            yield row, on


def months_between(since: date, until: date) -> int:
    """How many times the day of the month has come round again."""
    months = 0
    while (since.year * 12 + since.month + months, since.day) < (until.year * 12 + until.month, until.day + 1):
        months += 1
    return months - 1


def working_days_between(since: date, until: date) -> int:
    """Working days after the first day, up to and including the last; below nought where the last is first."""
    if until < since:
        return -working_days_between(until, since)
    return sum(is_working_day(since + timedelta(days=n)) for n in range(1, (until - since).days + 1))


def open_on(row: Row, began: str, ended: str, on: date) -> bool:
    return day(row[began]) <= on and (row[ended] is None or day(row[ended]) > on)


def opened(asked: Asked, name: str) -> Iterator[Row]:
    """Begun by the last day, and its end is none or later than that day."""
    began, ended = {
        "looked_after_episodes": ("started_on", "ceased_on"),
        "referrals": ("received_on", "closed_on"),
        "learning_reviews": ("started_on", "published_on"),
    }.get(name, ("started_on", "ended_on"))
    for row in asked.tables[name]:
        over = row[ended] is not None and day(row[ended]) <= asked.period.last_day
        if day(row[began]) <= asked.period.last_day and not over:
            yield row


def where(asked: Asked, row: Row) -> dict[str, object]:
    agency = asked.one("agencies", "agency_id", row.get("agency_id"))
    name = agency.get("name")
    if sum(other["name"] == name for other in asked.tables["agencies"]) > 1:
        name = f"{name} ({agency['agency_id']})"
    tier = row.get("tier")
    return {"ward": row.get("ward"), "agency": name, "tier": None if tier is None else str(tier)}


def of_child(asked: Asked, person: object, on: date) -> dict[str, object]:
    child = asked.one("people", "person_id", person)
    return {
        "sex": child.get("sex"),
        "ethnicity": GROUPS_OF_ETHNICITY.get(str(child.get("ethnicity"))),
        "age_band": _band(child, on) if child else None,
        "disability": _disability(asked, person),
    }


def _disability(asked: Asked, person: object) -> str | None:
    found = {row["disability"] for row in asked.tables["disabilities"] if row["person_id"] == person}
    return ("disabled" if found - {"NONE"} else "not disabled") if found else None


def _band(child: Row, on: date) -> str | None:
    if child["born_on"] is None:
        return None if child["expected_on"] is None else "unborn"
    born = day(child["born_on"])
    if born > on:
        return "unborn"
    birthdays = sum((year, born.month, born.day) <= (on.year, on.month, on.day) for year in range(born.year + 1, 2100))
    return next((band for band, (low, high) in BANDS.items() if low <= birthdays <= high), "18 and over")


def day(value: object) -> date:
    return value.date() if isinstance(value, datetime) else value  # type: ignore[return-value]
