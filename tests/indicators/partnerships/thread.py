"""The first thread: people, contacts, plans and conversations, and social care's statuses."""

import random
from datetime import UTC, datetime, time, timedelta

from kinfold.dataset.tables import TABLES
from tests.indicators.partnerships.chance import (
    AGENCIES,
    DECISIONS,
    ETHNICITIES,
    WARDS,
    Row,
    Tables,
    at,
    day,
    midnight,
    time_of_day,
)

MADE = (
    "agencies", "people", "contacts", "contact_children", "deadlines", "family_support_plans", "conversations",
    "child_in_need_plans", "protection_plans", "looked_after_episodes", "referrals", "statuses", "population",
)  # fmt: skip


def partnership(chance: random.Random) -> Tables:
    tables: Tables = {declared.name: [] for declared in TABLES}
    people = [f"child {number}" for number in range(chance.randint(1, 12))]
    # Two agencies may have one name, and an agency may be in no contact.
    tables["agencies"] = [{"agency_id": key, "name": chance.choice(["Police", "St Jude’s"])} for key in AGENCIES]
    tables["people"] = [_person(chance, key) for key in people]
    for number in range(chance.randint(0, 30)):
        _add_contact(chance, tables, f"contact {number}", chance.choice(people))
    for number in range(chance.randint(0, 12)):
        tables["family_support_plans"].append({"plan_id": f"plan {number}", "submitted_on": day(chance), **at(chance)})
        tables["conversations"].append(
            {
                "conversation_id": f"conversation {number}",
                "held_on": day(chance),
                "completed_on": chance.choice([None, day(chance)]),
                "counts_as_assessment": chance.choice("YN"),
                **at(chance),
            }
        )
    for name, key, began, ended in (
        ("child_in_need_plans", "plan_id", "started_on", "ended_on"),
        ("protection_plans", "plan_id", "started_on", "ended_on"),
        ("looked_after_episodes", "episode_id", "started_on", "ceased_on"),
        ("referrals", "referral_id", "received_on", "closed_on"),
    ):
        for number in range(chance.randint(0, 15)):
            row = _lasting(chance, f"{name} {number}", chance.choice(people), key, began, ended)
            tables[name].append(row | _particulars(chance, name))
            if chance.random() < 0.8:
                tables["statuses"].append({"status_id": row[key], "ward": chance.choice(WARDS), "tier": 4})
    tables["population"] = _population(chance)
    return tables


def _person(chance: random.Random, key: str) -> Row:
    born = chance.choice([None, day(chance) - timedelta(days=365 * chance.randint(0, 19))])
    return {
        "person_id": key,
        "born_on": None if born is None else midnight(born),
        "expected_on": chance.choice([None, midnight(day(chance))]) if born is None else None,
        "sex": chance.choice(["M", "F", "U", None]),
        "ethnicity": chance.choice(ETHNICITIES),
    }


def _add_contact(chance: random.Random, tables: Tables, key: str, person: str) -> None:
    received = day(chance)
    tables["contacts"].append(
        {"contact_id": key, "person_id": person, "received_on": datetime.combine(received, time_of_day(chance))}
    )
    if chance.random() < 0.9:
        tables["contact_children"].append(
            {
                "contact_id": key,
                "event_id": f"event {chance.randint(1, 10)}",
                "decision": chance.choice(DECISIONS),
                **at(chance),
            }
        )
    for number in range(chance.choice([0, 1, 1, 1, 2])):
        due = received + timedelta(days=chance.randint(1, 3))
        due_at = datetime.combine(due, time(23), UTC)
        tables["deadlines"].append(
            {
                "deadline_id": f"{key} {number}",
                "rule": chance.choice(["contact_decision", "contact_decision", "feedback_to_referrer"]),
                "about_id": key,
                "due_on": due,
                "due_at": due_at,
                "met_at": chance.choice([None, due_at, due_at - timedelta(seconds=1), due_at + timedelta(days=1)]),
                "withdrawn": chance.choice("NNNY"),
            }
        )


def _lasting(chance: random.Random, key: str, person: str, key_name: str, began: str, ended: str) -> Row:
    starts = day(chance)
    ends = chance.choice([None, starts + timedelta(days=chance.choice([0, 1, 30, 91, 182]))])
    return {
        key_name: key,
        "person_id": person,
        began: datetime.combine(starts, time_of_day(chance)),
        ended: None if ends is None else datetime.combine(ends, time(23, 59)),
    }


def _particulars(chance: random.Random, name: str) -> Row:
    if name == "protection_plans":
        return {"other_authority": chance.choice(["Y", "N", None])}
    return {"no_further_action": chance.choice(["Y", "N", None])} if name == "referrals" else {}


def _population(chance: random.Random) -> list[Row]:
    whole = [("Portsmouth", 0, 17)] if chance.random() < 0.5 else []
    bands = [("Portsmouth", 0, 4), ("Portsmouth", 5, 9), ("Portsmouth", 10, 14), ("Portsmouth", 15, 17)]
    # Of one band of wards every population is known, of another not every one.
    wards = [(ward, 0, 17) for ward in ("Copnor", "Cosham", "Fratton", "Nelson", "St Jude")]
    return [
        {"area": area, "age_from": low, "age_to": high, "year": year, "population": chance.randint(1, 900)}
        for year in (2023, 2024)
        for area, low, high in (*whole, *bands, *wards)
    ]
