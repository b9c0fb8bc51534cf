"""Children looked after, and care leavers."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

from tests.indicators.oracles.asked import Asked, Noted, Oracle, dated, day, months_between, of_child, open_on, opened
from tests.indicators.partnerships.chance import Row

Holds = Callable[[Asked, Row], bool]
WORKING = {"F1", "P1", "F2", "P2", "F3", "P3", "F4", "P4", "F5", "P5"}


def looked_after(asked: Asked, among: Holds, holds: Holds) -> Iterator[Noted]:
    for row in opened(asked, "looked_after_episodes"):
        if among(asked, row):
            yield note_of(asked, row, asked.period.last_day, holds(asked, row))


def note_of(asked: Asked, row: Row, on: date, in_numerator: bool = True) -> Noted:
    ward = asked.one("statuses", "status_id", row["episode_id"]).get("ward")
    return Noted(row["person_id"], {"ward": ward, **of_child(asked, row["person_id"], on)}, in_numerator)


def all_of_them(asked: Asked, row: Row) -> bool:
    return True


def months_since(asked: Asked, value: object, otherwise: int) -> int:
    return otherwise if value is None else months_between(day(value), asked.period.last_day)


def months_old(asked: Asked, row: Row) -> int | None:
    born = asked.one("people", "person_id", row["person_id"]).get("born_on")
    return None if born is None else months_between(day(born), asked.period.last_day)


def three_placements(asked: Asked, row: Row) -> bool:
    last = asked.period.last_day
    return (
        sum(
            placement["person_id"] == row["person_id"]
            and placement["kind"] not in ("T0", "T1", "T2", "T3", "T4")
            and day(placement["started_on"]) <= last
            and (placement["ended_on"] is None or months_between(day(placement["ended_on"]), last) < 12)
            for placement in asked.tables["placements"]
        )
        >= 3
    )


def long_term(asked: Asked, row: Row) -> bool:
    old = months_old(asked, row)
    return old is not None and old < 192 and months_since(asked, row["entered_care_on"], 0) >= 30


def settled(asked: Asked, row: Row) -> bool:
    placement = asked.one("placements", "placement_id", row["placement_id"])
    return months_since(asked, placement.get("started_on"), 0) >= 24


def over_six_weeks(asked: Asked, row: Row) -> bool:
    entered = row["entered_care_on"]
    return entered is not None and asked.period.last_day - day(entered) > timedelta(weeks=6)


def visited(asked: Asked, row: Row) -> bool:
    last = asked.period.last_day
    visits = [
        day(visit["visited_on"])
        for visit in asked.tables["looked_after_visits"]
        if visit["person_id"] == row["person_id"] and day(visit["visited_on"]) <= last
    ]
    return bool(visits) and last - max(visits) <= timedelta(weeks=6)


def grade(asked: Asked, row: Row) -> object:
    return asked.one("placement_details", "placement_id", row["placement_id"]).get("ofsted_grade")


def graded(asked: Asked, row: Row) -> bool:
    return grade(asked, row) not in (None, "not_inspected")


def of_school_age(asked: Asked, row: Row) -> bool:
    old = months_old(asked, row)
    return old is not None and 36 <= old < 216


def has_education_plan(asked: Asked, row: Row) -> bool:
    return any(
        plan["person_id"] == row["person_id"] and open_on(plan, "started_on", "ended_on", asked.period.last_day)
        for plan in asked.tables["education_plans"]
    )


def placed_far_away(asked: Asked) -> Iterator[Noted]:
    for row, on in dated(asked, "looked_after_episodes", "started_on"):
        miles = asked.one("placements", "placement_id", row["placement_id"]).get("distance_miles")
        if row["start_reason"] == "S" and miles is not None:
            yield note_of(asked, row, on, miles > 20)  # type: ignore[operator]


def left_for(asked: Asked, *reasons: str) -> Iterator[Noted]:
    for row, on in dated(asked, "looked_after_episodes", "ceased_on"):
        if row["ceased_reason"] in reasons:
            yield note_of(asked, row, on)


def took_part(asked: Asked) -> Iterator[Noted]:
    for row, _ in dated(asked, "looked_after_reviews", "held_on"):
        if row["participation"] not in (None, "PN0"):
            yield Noted(row["review_id"], {}, row["participation"] not in ("PN4", "PN7"))


def health(asked: Asked, kind: str) -> Iterator[Noted]:
    for row in asked.tables["health_checks"]:
        beside = asked.one("health_check_details", "health_check_id", row["health_check_id"])
        due = beside.get("due_on")
        if beside.get("kind") != kind or due is None or due > asked.known_to:  # type: ignore[operator]
            continue
        if asked.period.starts_on <= due <= asked.period.last_day:  # type: ignore[operator]
            done = row["checked_on"] is not None and day(row["checked_on"]) <= due
            groups = of_child(asked, row["person_id"], due)  # type: ignore[arg-type]
            yield Noted(row["health_check_id"], groups, done and row["status"] == "Completed")


def care_leavers(asked: Asked, ages: tuple[int, ...], holds: Callable[[Row], bool]) -> Iterator[Noted]:
    for row, on in dated(asked, "care_leaver_birthdays", "birthday_on"):
        if row["age"] in ages:
            yield Noted(row["birthday_id"], of_child(asked, row["person_id"], on), holds(row))


def in_work_or_learning(row: Row) -> bool:
    return row["activity"] in WORKING


def suitably_housed(row: Row) -> bool:
    return row["accommodation_suitable"] == "1"


ORACLES: dict[str, Oracle] = {
    "looked_after.visited_in_time": lambda asked: looked_after(asked, over_six_weeks, visited),
    "looked_after.placements_good": lambda asked: looked_after(
        asked, graded, lambda asked, row: grade(asked, row) in ("outstanding", "good")
    ),
    "looked_after.three_placements": lambda asked: looked_after(asked, all_of_them, three_placements),
    "looked_after.settled_two_years": lambda asked: looked_after(asked, long_term, settled),
    "looked_after.placed_far_away": placed_far_away,
    "looked_after.education_plans": lambda asked: looked_after(asked, of_school_age, has_education_plan),
    "looked_after.took_part_in_reviews": took_part,
    "looked_after.initial_health_in_time": lambda asked: health(asked, "initial"),
    "looked_after.review_health_in_time": lambda asked: health(asked, "review"),
    "looked_after.went_home": lambda asked: left_for(asked, "E4A", "E4B", "E13"),
    "looked_after.to_relatives": lambda asked: left_for(asked, "E45", "E47"),
    "care_leavers.in_work_or_learning_young": lambda asked: care_leavers(asked, (17, 18), in_work_or_learning),
    "care_leavers.suitably_housed_young": lambda asked: care_leavers(asked, (17, 18), suitably_housed),
    "care_leavers.in_work_or_learning_older": lambda asked: care_leavers(asked, (19, 20, 21), in_work_or_learning),
    "care_leavers.suitably_housed_older": lambda asked: care_leavers(asked, (19, 20, 21), suitably_housed),
}
