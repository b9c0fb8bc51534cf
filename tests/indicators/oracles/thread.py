"""The first thread's indicators: contacts, early help, and children in need, protected and looked after."""

from collections.abc import Iterator

from tests.indicators.oracles.asked import Asked, Noted, Oracle, day, of_child, opened, where
from tests.indicators.partnerships.chance import Row


def contacts(asked: Asked, unit: str = "contact_id", decisions: tuple[str, ...] = ()) -> Iterator[Noted]:
    for row in asked.tables["contacts"]:
        received = day(row["received_on"])
        decided = asked.one("contact_children", "contact_id", row["contact_id"])
        if asked.period.starts_on <= received <= asked.period.last_day:
            if decisions and decided.get("decision") not in decisions:
                continue
            what = decided.get("event_id") if unit == "event_id" else row[unit]
            if what is not None:
                yield Noted(what, of_child(asked, row["person_id"], received) | where(asked, decided))


def decided_in_time(asked: Asked) -> Iterator[Noted]:
    for note in contacts(asked):
        due = [
            deadline
            for deadline in asked.tables["deadlines"]
            if deadline["about_id"] == note.what
            and deadline["rule"] == "contact_decision"
            and deadline["withdrawn"] == "N"
        ]
        if due and min(day(deadline["due_on"]) for deadline in due) <= asked.known_to:
            note.in_numerator = any(
                deadline["met_at"] is not None and deadline["met_at"] < deadline["due_at"]  # type: ignore[operator]
                for deadline in due
            )
            yield note


def plans_submitted(asked: Asked) -> Iterator[Noted]:
    for row in asked.tables["family_support_plans"]:
        if row["submitted_on"] and asked.period.starts_on <= day(row["submitted_on"]) <= asked.period.last_day:
            yield Noted(row["plan_id"], where(asked, row))


def assessments_completed(asked: Asked) -> Iterator[Noted]:
    for row in asked.tables["conversations"]:
        if row["counts_as_assessment"] == "N" or row["completed_on"] is None:
            continue
        if asked.period.starts_on <= day(row["completed_on"]) <= asked.period.last_day:
            yield Noted(row["conversation_id"], where(asked, row))


def in_need(asked: Asked) -> Iterator[Noted]:
    elsewhere = {
        row["person_id"] for name in ("protection_plans", "looked_after_episodes") for row in opened(asked, name)
    }
    for row in opened(asked, "child_in_need_plans"):
        if row["person_id"] not in elsewhere:
            yield _note_status(asked, row, row["plan_id"])


def in_need_wider(asked: Asked) -> Iterator[Noted]:
    for row in opened(asked, "referrals"):
        if row["no_further_action"] != "Y":
            yield Noted(row["person_id"], of_child(asked, row["person_id"], asked.period.last_day))


def protected(asked: Asked) -> Iterator[Noted]:
    for row in opened(asked, "protection_plans"):
        if row["other_authority"] != "Y":
            yield _note_status(asked, row, row["plan_id"])


def looked_after(asked: Asked) -> Iterator[Noted]:
    for row in opened(asked, "looked_after_episodes"):
        yield _note_status(asked, row, row["episode_id"])


def _note_status(asked: Asked, row: Row, status: object) -> Noted:
    ward = asked.one("statuses", "status_id", status).get("ward")
    return Noted(row["person_id"], {"ward": ward, **of_child(asked, row["person_id"], asked.period.last_day)})


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
    "child_protection.rate": protected,
    "child_protection.number": protected,
    "looked_after.rate": looked_after,
    "looked_after.number": looked_after,
}
