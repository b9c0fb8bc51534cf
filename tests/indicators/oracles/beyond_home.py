"""Missing children and children at risk of exploitation."""

from collections.abc import Iterator
from datetime import date, timedelta

from tests.indicators.oracles.asked import Asked, Noted, Oracle, day, months_between, of_child, opened
from tests.indicators.partnerships.chance import Row

A_DAY = timedelta(hours=24)


def missing(asked: Asked, dated: str = "started_at", unit: str = "person_id") -> Iterator[tuple[Row, Row, Noted]]:
    """Each episode in the period, what is known beside it, and its note."""
    for row in not_in_error(asked):
        on = row[dated] and day(row[dated])
        if on and asked.period.starts_on <= on <= asked.period.last_day:
            beside = asked.one("missing_details", "episode_id", row["episode_id"])
            groups = {"ward": beside.get("ward"), **of_child(asked, row["person_id"], on)}
            yield row, beside, Noted(row[unit], groups)


def not_in_error(asked: Asked) -> list[Row]:
    errors = {row["episode_id"] for row in asked.tables["missing_details"] if row["recorded_in_error"] == "Y"}
    return [row for row in asked.tables["missing_episodes"] if row["episode_id"] not in errors]


def went_missing(asked: Asked, unit: str) -> Iterator[Noted]:
    return (note for _, _, note in missing(asked, unit=unit))


def again_and_again(asked: Asked, times: int) -> Iterator[Noted]:
    for row, _, note in missing(asked):
        own = [other for other in not_in_error(asked) if other["person_id"] == row["person_id"]]
        own.sort(key=lambda other: (other["started_at"], other["episode_id"]))
        place = own.index(row)
        if place >= times - 1 and day(row["started_at"]) - day(own[place - times + 1]["started_at"]) < timedelta(90):
            yield note


def interviewed(asked: Asked, open_to: str) -> Iterator[Noted]:
    for row, beside, note in missing(asked, dated="ended_at"):
        if beside.get("open_to") == open_to and asked.known_to - day(row["ended_at"]) >= timedelta(days=3):
            note.in_numerator = beside["interview_held_on"] is not None
            yield note


def from_care(asked: Asked) -> Iterator[Noted]:
    for row, _, note in missing(asked):
        on = day(row["started_at"])
        in_care = any(
            episode["person_id"] == row["person_id"]
            and day(episode["started_on"]) <= on
            and (episode["ceased_on"] is None or day(episode["ceased_on"]) > on)
            for episode in asked.tables["looked_after_episodes"]
        )
        away = row["ended_at"] and row["ended_at"] - row["started_at"]  # type: ignore[operator]
        if in_care and (on < asked.known_to if away is None else away >= A_DAY):  # type: ignore[operator]
            yield note


def rose_to_high(asked: Asked) -> Iterator[Noted]:
    for row in asked.tables["exploitation_levels"]:
        on: date = row["started_on"]  # type: ignore[assignment]
        rose = row["level"] == "high" and row["previous_level"] in ("low", "medium")
        if rose and asked.period.starts_on <= on <= asked.period.last_day:
            yield note_of_level(asked, row, on)


def levels(
    asked: Asked, wanted: tuple[str, ...] = ("low", "medium", "high"), kind: str | None = None
) -> Iterator[tuple[Row, Noted]]:
    for row in opened(asked, "exploitation_levels"):
        if row["level"] in wanted and kind in (None, row["kind"]):
            yield row, note_of_level(asked, row, asked.period.last_day)


def note_of_level(asked: Asked, row: Row, on: date) -> Noted:
    return Noted(row["person_id"], {"ward": row["ward"], **of_child(asked, row["person_id"], on)})


def at_risk(asked: Asked, **wanted: object) -> Iterator[Noted]:
    return (note for _, note in levels(asked, **wanted))  # type: ignore[arg-type]


def high_for_six_months(asked: Asked) -> Iterator[Noted]:
    for row, note in levels(asked, ("high",)):
        note.in_numerator = months_between(day(row["started_on"]), asked.period.last_day) >= 6
        yield note


def months_at_high(asked: Asked) -> Iterator[Noted]:
    for row, note in levels(asked, ("high",)):
        note.what = row["level_id"]
        note.adds = months_between(day(row["started_on"]), asked.period.last_day)
        yield note


def at_risk_of_both(asked: Asked) -> Iterator[Noted]:
    criminal = {row["person_id"] for row, _ in levels(asked, kind="criminal")}
    return (note for row, note in levels(asked, kind="sexual") if row["person_id"] in criminal)


def considered(asked: Asked, kind: str, level: str) -> Iterator[Noted]:
    return (note for row, note in levels(asked, (level,), kind) if row["met_group"] == "Y")


ORACLES: dict[str, Oracle] = {
    "missing.episodes": lambda asked: went_missing(asked, "episode_id"),
    "missing.children": lambda asked: went_missing(asked, "person_id"),
    "missing.three_times_in_ninety_days": lambda asked: again_and_again(asked, 3),
    "missing.more_than_three_times": lambda asked: again_and_again(asked, 4),
    "missing.interviewed_social_care": lambda asked: interviewed(asked, "social_care"),
    "missing.interviewed_early_help": lambda asked: interviewed(asked, "early_help"),
    "missing.interviewed_not_open": lambda asked: interviewed(asked, "not_open"),
    "missing.from_care_over_a_day": from_care,
    "exploitation.rose_to_high": rose_to_high,
    "exploitation.high_for_six_months": high_for_six_months,
    "exploitation.high": lambda asked: at_risk(asked, wanted=("high",)),
    "exploitation.months_at_high": months_at_high,
    "exploitation.at_risk_sexual": lambda asked: at_risk(asked, kind="sexual"),
    "exploitation.at_risk_criminal": lambda asked: at_risk(asked, kind="criminal"),
    "exploitation.at_risk_both": at_risk_of_both,
    "exploitation.group_sexual_low": lambda asked: considered(asked, "sexual", "low"),
    "exploitation.group_sexual_medium": lambda asked: considered(asked, "sexual", "medium"),
    "exploitation.group_sexual_high": lambda asked: considered(asked, "sexual", "high"),
    "exploitation.group_criminal_low": lambda asked: considered(asked, "criminal", "low"),
    "exploitation.group_criminal_medium": lambda asked: considered(asked, "criminal", "medium"),
    "exploitation.group_criminal_high": lambda asked: considered(asked, "criminal", "high"),
}
