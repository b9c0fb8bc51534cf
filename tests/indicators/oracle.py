"""Every indicator computed again, slowly and in plain Python, straight from rows: what the engine is held equal to.

It shares no code with the engine. One function an indicator goes through the rows as a person with a pencil would, and
notes each thing counted with the groups it belongs to.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from kinfold.indicators.periods import Period
from tests.indicators.partnerships import Row, Tables

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
    inside = [note for note in noted if by is None or (note.groups[by] or "not recorded") == group]
    return len({note.what for note in inside if note.in_numerator}), len({note.what for note in inside})


def contacts(asked: Asked, unit: str = "contact_id", decisions: tuple[str, ...] = ()) -> Iterator[Noted]:
    for row in asked.tables["contacts"]:
        received = _day(row["received_on"])
        decided = asked.one("contact_children", "contact_id", row["contact_id"])
        if asked.period.starts_on <= received <= asked.period.last_day:
            if decisions and decided.get("decision") not in decisions:
                continue
            what = decided.get("event_id") if unit == "event_id" else row[unit]
            if what is not None:
                yield Noted(what, _of_child(asked, row["person_id"], received) | _where(asked, decided))


def decided_in_time(asked: Asked) -> Iterator[Noted]:
    for note in contacts(asked):
        due = [
            deadline
            for deadline in asked.tables["deadlines"]
            if deadline["about_id"] == note.what
            and deadline["rule"] == "contact_decision"
            and deadline["withdrawn"] == "N"
        ]
        if due and min(_day(deadline["due_on"]) for deadline in due) <= asked.known_to:
            note.in_numerator = any(
                deadline["met_at"] is not None and deadline["met_at"] < deadline["due_at"]  # type: ignore[operator]
                for deadline in due
            )
            yield note


def plans_submitted(asked: Asked) -> Iterator[Noted]:
    for row in asked.tables["family_support_plans"]:
        if row["submitted_on"] and asked.period.starts_on <= _day(row["submitted_on"]) <= asked.period.last_day:
            yield Noted(row["plan_id"], _where(asked, row))


def assessments_completed(asked: Asked) -> Iterator[Noted]:
    for row in asked.tables["conversations"]:
        if row["counts_as_assessment"] == "N" or row["completed_on"] is None:
            continue
        if asked.period.starts_on <= _day(row["completed_on"]) <= asked.period.last_day:
            yield Noted(row["conversation_id"], _where(asked, row))


def in_need(asked: Asked) -> Iterator[Noted]:
    elsewhere = {
        row["person_id"] for name in ("protection_plans", "looked_after_episodes") for row in _open(asked, name)
    }
    for row in _open(asked, "child_in_need_plans"):
        if row["person_id"] not in elsewhere:
            yield _note_status(asked, row, row["plan_id"])


def in_need_wider(asked: Asked) -> Iterator[Noted]:
    for row in _open(asked, "referrals"):
        if row["no_further_action"] != "Y":
            yield Noted(row["person_id"], _of_child(asked, row["person_id"], asked.period.last_day))


def protected(asked: Asked) -> Iterator[Noted]:
    for row in _open(asked, "protection_plans"):
        if row["other_authority"] != "Y":
            yield _note_status(asked, row, row["plan_id"])


def looked_after(asked: Asked) -> Iterator[Noted]:
    for row in _open(asked, "looked_after_episodes"):
        yield _note_status(asked, row, row["episode_id"])


ORACLES: dict[str, Oracle] = {
    "early_help.plans_submitted": plans_submitted,
    "early_help.assessments_completed": assessments_completed,
    "mash.contacts": contacts,
    "mash.children": lambda asked: contacts(asked, "person_id"),
    "mash.contact_events": lambda asked: contacts(asked, "event_id"),
    "mash.signposted": lambda asked: contacts(asked, decisions=("signposted",)),
    "mash.to_early_help": lambda asked: contacts(asked, decisions=("early_help",)),
    "mash.to_social_care": lambda asked: contacts(asked, decisions=("social_care", "strategy_discussion")),
    "mash.decided_in_time": decided_in_time,
    "children_in_need.with_plan_rate": in_need,
    "children_in_need.with_plan_number": in_need,
    "children_in_need.open_referral_rate": in_need_wider,
    "child_protection.rate": protected,
    "child_protection.number": protected,
    "looked_after.rate": looked_after,
    "looked_after.number": looked_after,
}


def population(tables: Tables, period: Period, by: str | None, group: str | None) -> int | None:
    """Portsmouth's or a ward's children, by the latest estimate of 30 June that was then over."""
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


def _open(asked: Asked, name: str) -> Iterator[Row]:
    """Begun by the last day, and its end is none or later than that day."""
    began, ended = {
        "looked_after_episodes": ("started_on", "ceased_on"),
        "referrals": ("received_on", "closed_on"),
    }.get(name, ("started_on", "ended_on"))
    for row in asked.tables[name]:
        over = row[ended] is not None and _day(row[ended]) <= asked.period.last_day
        if _day(row[began]) <= asked.period.last_day and not over:
            yield row


def _note_status(asked: Asked, row: Row, status: object) -> Noted:
    ward = asked.one("statuses", "status_id", status).get("ward")
    return Noted(row["person_id"], {"ward": ward, **_of_child(asked, row["person_id"], asked.period.last_day)})


def _where(asked: Asked, row: Row) -> dict[str, object]:
    agency = asked.one("agencies", "agency_id", row.get("agency_id"))
    name = agency.get("name")
    if sum(other["name"] == name for other in asked.tables["agencies"]) > 1:
        name = f"{name} ({agency['agency_id']})"
    tier = row.get("tier")
    return {"ward": row.get("ward"), "agency": name, "tier": None if tier is None else str(tier)}


def _of_child(asked: Asked, person: object, on: date) -> dict[str, object]:
    child = asked.one("people", "person_id", person)
    return {
        "sex": child["sex"],
        "ethnicity": GROUPS_OF_ETHNICITY.get(str(child["ethnicity"])),
        "age_band": _band(child, on),
    }


def _band(child: Row, on: date) -> str | None:
    if child["born_on"] is None:
        return None if child["expected_on"] is None else "unborn"
    born = _day(child["born_on"])
    if born > on:
        return "unborn"
    birthdays = sum((year, born.month, born.day) <= (on.year, on.month, on.day) for year in range(born.year + 1, 2100))
    return next((band for band, (low, high) in BANDS.items() if low <= birthdays <= high), "18 and over")


def _day(value: object) -> date:
    return value.date() if isinstance(value, datetime) else value  # type: ignore[return-value]
