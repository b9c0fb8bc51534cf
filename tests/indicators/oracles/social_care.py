"""Referrals, assessments, and children in need."""

from collections.abc import Iterator

from tests.indicators.oracles.asked import (
    Asked,
    Noted,
    Oracle,
    dated,
    day,
    months_between,
    of_child,
    open_on,
    opened,
    working_days_between,
)
from tests.indicators.oracles.thread import in_need, in_need_wider
from tests.indicators.partnerships.chance import Row

SEXUAL_HARM = ("sexual_abuse", "sexual_exploitation", "harmful_sexual_behaviour")


def referrals(asked: Asked) -> Iterator[tuple[Row, Row, Noted]]:
    for row, on in dated(asked, "referrals", "received_on"):
        beside = asked.one("referral_details", "referral_id", row["referral_id"])
        groups = {"ward": beside.get("ward"), **of_child(asked, row["person_id"], on)}
        yield row, beside, Noted(row["referral_id"], groups)


def re_referred(asked: Asked) -> Iterator[Noted]:
    for row, _, note in referrals(asked):
        own = [other for other in asked.tables["referrals"] if other["person_id"] == row["person_id"]]
        own.sort(key=lambda other: (other["received_on"], other["referral_id"]))
        place = own.index(row)
        before = own[place - 1] if place else None
        note.in_numerator = before is not None and (
            months_between(day(before["received_on"]), day(row["received_on"])) < 12
        )
        yield note


def led_to_assessment(asked: Asked) -> Iterator[Noted]:
    assessed = {row["referral_id"] for row in asked.tables["assessments"]}
    for row, _, note in referrals(asked):
        note.in_numerator = row["referral_id"] in assessed
        yield note


def of_sexual_harm(asked: Asked) -> Iterator[Noted]:
    worried = {row["contact_id"] for row in asked.tables["contact_worries"] if row["worry"] in SEXUAL_HARM}
    for row, beside, note in referrals(asked):
        if beside.get("contact_id") in worried:
            note.what = row["person_id"]
            yield note


def assessments(asked: Asked) -> Iterator[tuple[Row, Noted]]:
    for row, on in dated(asked, "assessments", "authorised_on"):
        ward = asked.one("referral_details", "referral_id", row["referral_id"]).get("ward")
        yield row, Noted(row["assessment_id"], {"ward": ward, **of_child(asked, row["person_id"], on)})


def assessed_in_time(asked: Asked) -> Iterator[Noted]:
    for row, note in assessments(asked):
        note.in_numerator = working_days_between(day(row["started_on"]), day(row["authorised_on"])) <= 45
        yield note


def with_social_worker(asked: Asked) -> Iterator[Noted]:
    held = {
        row["person_id"]
        for row in asked.tables["involvements"]
        if row["role"] == "allocated_social_worker"
        and row["professional_id"] is not None
        and open_on(row, "started_on", "ended_on", asked.period.last_day)
    }
    for note in in_need(asked):
        note.in_numerator = note.what in held
        yield note


def open_to_social_care(asked: Asked) -> Iterator[Noted]:
    for row in opened(asked, "referrals"):
        if row["no_further_action"] != "Y":
            ward = asked.one("referral_details", "referral_id", row["referral_id"]).get("ward")
            yield Noted(row["person_id"], {"ward": ward, **of_child(asked, row["person_id"], asked.period.last_day)})


def in_early_help(asked: Asked) -> Iterator[Noted]:
    for row in opened(asked, "early_help_episodes"):
        status = asked.one("statuses", "status_id", row["episode_id"])
        tier = status.get("tier")
        groups = {"ward": status.get("ward"), "tier": None if tier is None else str(tier)}
        yield Noted(row["person_id"], groups | of_child(asked, row["person_id"], asked.period.last_day))


ORACLES: dict[str, Oracle] = {
    "early_help.children": in_early_help,
    "referrals.number": lambda asked: (note for _, _, note in referrals(asked)),
    "referrals.again_within_a_year": re_referred,
    "referrals.led_to_assessment": led_to_assessment,
    "referrals.of_sexual_harm": of_sexual_harm,
    "assessments.completed": lambda asked: (note for _, note in assessments(asked)),
    "assessments.in_time": assessed_in_time,
    "children_in_need.with_social_worker": with_social_worker,
    "children_in_need.open_referral_number": open_to_social_care,
    "children_in_need.open_referral_rate": in_need_wider,
}
