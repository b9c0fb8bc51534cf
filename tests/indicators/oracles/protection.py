"""Enquiries, strategy discussions, protection plans and their reviews."""

from collections.abc import Callable, Iterator

from tests.indicators.oracles.asked import (
    Asked,
    Noted,
    Oracle,
    dated,
    day,
    months_between,
    of_child,
    opened,
    working_days_between,
)
from tests.indicators.partnerships.chance import Row

GLOBAL_MAJORITY = {
    "MWBC",
    "MWBA",
    "MWAS",
    "MOTH",
    "AIND",
    "APKN",
    "ABAN",
    "AOTH",
    "BCRB",
    "BAFR",
    "BOTH",
    "CHNE",
    "OOTH",
}


def enquiries(asked: Asked) -> Iterator[tuple[Row, Noted]]:
    for row, on in dated(asked, "section_47_enquiries", "started_on"):
        beside = asked.one("enquiry_details", "enquiry_id", row["enquiry_id"])
        groups = {"ward": beside.get("ward"), **of_child(asked, row["person_id"], on)}
        yield beside, Noted(row["enquiry_id"], groups)


def into_neglect(asked: Asked, joint: str, as_share: bool) -> Iterator[Noted]:
    for beside, note in enquiries(asked):
        if beside.get("concern") == "neglect":
            note.in_numerator = beside["joint"] == joint
            if as_share or note.in_numerator:
                yield note


def discussions(asked: Asked, holds: Callable[[Row], bool]) -> Iterator[Noted]:
    for row, on in dated(asked, "strategy_discussions", "held_on"):
        groups = {"ward": row["ward"], **of_child(asked, row["person_id"], on)}
        yield Noted(row["discussion_id"], groups, holds(row))


def all_attended(row: Row) -> bool:
    return all(row[f"{agency}_attended"] == "Y" for agency in ("social_care", "police", "health"))


def held_in_time(row: Row) -> bool:
    return working_days_between(day(row["worried_on"]), day(row["held_on"])) <= 3


def plans(asked: Asked, holds: Callable[[Asked, Row], bool]) -> Iterator[Noted]:
    for row in opened(asked, "protection_plans"):
        if row["other_authority"] != "Y":
            ward = asked.one("statuses", "status_id", row["plan_id"]).get("ward")
            groups = {"ward": ward, **of_child(asked, row["person_id"], asked.period.last_day)}
            yield Noted(row["plan_id"], groups, holds(asked, row))


def _category(code: str) -> Oracle:
    return lambda asked: plans(asked, lambda _, row: row["latest_category"] == code)


def _domestic_abuse(asked: Asked, row: Row) -> bool:
    return asked.one("protection_plan_details", "plan_id", row["plan_id"]).get("domestic_abuse") == "Y"


def _disabled(asked: Asked, row: Row) -> bool:
    return any(
        one["person_id"] == row["person_id"] and one["disability"] not in (None, "NONE")
        for one in asked.tables["disabilities"]
    )


def _global_majority(asked: Asked, row: Row) -> bool:
    return asked.one("people", "person_id", row["person_id"]).get("ethnicity") in GLOBAL_MAJORITY


def repeated(asked: Asked) -> Iterator[Noted]:
    for row, on in dated(asked, "protection_plans", "started_on"):
        if row["other_authority"] == "Y":
            continue
        own = [
            other
            for other in asked.tables["protection_plans"]
            if other["person_id"] == row["person_id"] and other["other_authority"] != "Y"
        ]
        own.sort(key=lambda other: (other["started_on"], other["plan_id"]))
        place = own.index(row)
        ended = own[place - 1]["ended_on"] if place else None
        ward = asked.one("statuses", "status_id", row["plan_id"]).get("ward")
        again = ended is not None and months_between(day(ended), on) < 24
        yield Noted(row["plan_id"], {"ward": ward, **of_child(asked, row["person_id"], on)}, again)


def inquorate(asked: Asked) -> Iterator[Noted]:
    for row, on in dated(asked, "protection_reviews", "held_on"):
        if row["quorate"] is not None:
            yield Noted(row["review_id"], of_child(asked, row["person_id"], on), row["quorate"] == "N")


ORACLES: dict[str, Oracle] = {
    "enquiries.number": lambda asked: (note for _, note in enquiries(asked)),
    "enquiries.rate": lambda asked: (note for _, note in enquiries(asked)),
    "enquiries.neglect_joint": lambda asked: into_neglect(asked, "Y", as_share=False),
    "enquiries.neglect_single": lambda asked: into_neglect(asked, "N", as_share=False),
    "enquiries.neglect_joint_share": lambda asked: into_neglect(asked, "Y", as_share=True),
    "enquiries.neglect_single_share": lambda asked: into_neglect(asked, "N", as_share=True),
    "strategy_discussions.attended": lambda asked: discussions(asked, all_attended),
    "strategy_discussions.in_time": lambda asked: discussions(asked, held_in_time),
    "child_protection.for_neglect": _category("NEG"),
    "child_protection.for_sexual_abuse": _category("SAB"),
    "child_protection.for_emotional_abuse": _category("EMO"),
    "child_protection.for_physical_abuse": _category("PHY"),
    "child_protection.with_domestic_abuse": lambda asked: plans(asked, _domestic_abuse),
    "child_protection.disabled": lambda asked: plans(asked, _disabled),
    "child_protection.global_majority": lambda asked: plans(asked, _global_majority),
    "child_protection.repeat_within_two_years": repeated,
    "child_protection.inquorate_reviews": inquorate,
}
