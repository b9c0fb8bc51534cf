"""Small partnerships made by chance, crowded around the edges of quarters, where counting goes wrong."""

import random
from datetime import date, datetime, time, timedelta

Row = dict[str, object]
Tables = dict[str, list[Row]]

KNOWN_TO = date(2024, 9, 20)
EDGES = [date(2024, 4, 1), date(2024, 7, 1), KNOWN_TO, date(2024, 10, 1)]
WARDS = ["Fratton", "Hilsea", "Nelson", "St Thomas", None]
DECISIONS = ["advice", "signposted", "family_support", "early_help", "social_care", "strategy_discussion", None]
ETHNICITIES = ["WBRI", "WROM", "MOTH", "CHNE", "BAFR", "OOTH", "REFU", None]
AGENCIES = ["police", "school", "surgery"]


def at(chance: random.Random) -> Row:
    return {
        "ward": chance.choice(WARDS),
        "agency_id": chance.choice([*AGENCIES, None]),
        "tier": chance.choice([1, 2, 3, 4, None]),
    }


def day(chance: random.Random) -> date:
    near = chance.choice(EDGES) + timedelta(days=chance.choice([-2, -1, 0, 1, 2]))
    return chance.choice([near, near - timedelta(days=chance.randint(0, 200))])


def time_of_day(chance: random.Random) -> time:
    return chance.choice([time(0), time(12, 30), time(23, 59, 59)])


def midnight(day: date) -> datetime:
    return datetime.combine(day, time(0))
