"""A small dataset in which every table has a row and nothing is wrong, and ways to spoil it."""

import csv
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow as pa

from kinfold.dataset.tables import table
from tests.dataset import sample_learning, sample_social_care

TODAY = date(2026, 1, 15)


def at(*parts):
    return datetime(*parts, tzinfo=UTC)


ROWS = {
    "people": [
        {"person_id": "child", "forename": "Ada", "sex": "F", "ethnicity": "WBRI", "born_on": datetime(2015, 3, 1)},
        {"person_id": "mother", "forename": "Zoë", "surname": "=1+1", "mother": "Y", "upn": "E820999908001"},
    ],
    "identifiers": [
        {"identifier_id": "i1", "person_id": "child", "kind": "NHS number", "value": "943 476 5919"},
    ],
    "disabilities": [{"disability_id": "d1", "person_id": "child", "disability": "NONE"}],
    "person_details": [{"person_id": "child", "first_language": "en", "interpreter_needed": "N", "unborn": "N"}],
    "family_members": [
        {"family_member_id": "f1", "family_id": "family", "person_id": "child"},
        {"family_member_id": "f2", "family_id": "family", "person_id": "mother"},
    ],
    "relationships": [
        {
            "relationship_id": "r1",
            "person_id": "child",
            "related_person_id": "mother",
            "kind": "mother",
            "parental_responsibility": "Y",
        },
    ],
    "addresses": [{"address_id": "a1", "person_id": "child", "address": '{"STREET": "Sea Lane\\nnorth"}'}],
    "address_details": [{"address_id": "a1", "ward": "St Thomas", "confidential": "N"}],
    "schooling": [{"schooling_id": "s1", "person_id": "child", "setting_id": "school", "started_on": date(2020, 9, 1)}],
    "professionals": [{"professional_id": "worker", "full_time_equivalent": 0.6, "caseload": 14}],
    "teams": [{"team_id": "hub", "name": "MASH"}],
    "involvements": [
        {
            "involvement_id": "v1",
            "professional_id": "worker",
            "person_id": "child",
            "team_id": "hub",
            "started_on": datetime(2025, 5, 1),
        },
    ],
    "agencies": [{"agency_id": "council", "name": "The council", "kind": "council"}],
    "team_details": [{"team_id": "hub", "agency_id": "council", "service": "mash"}],
    "settings": [{"setting_id": "school", "agency_id": "council", "name": "Sea Lane Primary", "phase": "primary"}],
    "contacts": [
        {"contact_id": "c1", "person_id": "child", "received_on": datetime(2025, 4, 30, 23, 30), "source_code": "2A"},
    ],
    "contact_events": [
        {
            "event_id": "e1",
            "reference": "K-1",
            "received_at": at(2025, 4, 30, 22, 30),
            "received_on": date(2025, 4, 30),
            "channel": "form",
            "source_code": "2A",
            "anonymous": "N",
            "parents_informed": "yes",
            "consent": "agreed",
            "eha_done": "no",
            "out_of_hours": "Y",
        },
    ],
    "contact_children": [
        {
            "contact_id": "c1",
            "event_id": "e1",
            "rag": "amber",
            "tier": 3,
            "decision": "early_help",
            "decided_at": at(2025, 4, 30, 23, 30),
            "decided_on": date(2025, 5, 1),
            "open_to": "none",
        },
    ],
    "contact_worries": [{"worry_id": "w1", "contact_id": "c1", "worry": "neglect"}],
    "early_help_episodes": [
        {"episode_id": "h1", "person_id": "child", "started_on": datetime(2025, 5, 1), "worker_id": "worker"},
    ],
    "episodes": [{"episode_id": "ep", "family_id": "family", "opened_on": date(2025, 5, 1), "contact_event_id": "e1"}],
    "statuses": [{"status_id": "h1", "episode_id": "ep", "person_id": "child", "kind": "early_help", "tier": 3}],
    "agreements": [
        {
            "agreement_id": "ag",
            "episode_id": "ep",
            "person_id": "mother",
            "purpose": "early_help",
            "agreed": "Y",
            "given_how": "in_person",
            "given_on": date(2025, 5, 1),
            "recorded_by_id": "worker",
        },
    ],
    "conversations": [
        {
            "conversation_id": "co",
            "episode_id": "ep",
            "held_on": date(2025, 5, 8),
            "tier": 3,
            "counts_as_assessment": "Y",
        },
    ],
    "family_support_plans": [
        {"plan_id": "pl", "episode_id": "ep", "submitted_on": date(2025, 5, 20), "tier": 3},
    ],
    "plan_children": [{"plan_child_id": "pc", "plan_id": "pl", "person_id": "child"}],
    "plan_goals": [{"goal_id": "g1", "plan_id": "pl", "title": "Mornings are calm", "started_on": date(2025, 5, 20)}],
    "commitments": [
        {"commitment_id": "m1", "plan_id": "pl", "goal_id": "g1", "promised_by": "family", "text": "Pack the bag"},
    ],
    "reviews": [{"review_id": "rv", "plan_id": "pl", "due_on": date(2025, 7, 1), "outcome": "continue"}],
    "scores": [{"score_id": "sc", "review_id": "rv", "voice": "child", "domain": "school", "score": 7}],
    "referrals": [{"referral_id": "ref", "person_id": "child", "received_on": datetime(2025, 9, 1, 14)}],
    "child_in_need_plans": [
        {
            "plan_id": "cn",
            "referral_id": "ref",
            "person_id": "child",
            "started_on": datetime(2025, 9, 3),
            "ended_on": datetime(2025, 10, 1),
        },
    ],
    "protection_plans": [
        {
            "plan_id": "cp",
            "conference_id": "ic",
            "person_id": "child",
            "started_on": datetime(2025, 10, 1),
            "initial_category": "NEG",
        },
    ],
    "looked_after_episodes": [
        {
            "episode_id": "la",
            "person_id": "child",
            "started_on": datetime(2025, 11, 1),
            "start_reason": "S",
            "care_period_id": "cl",
            "placement_id": "pm",
        },
    ],
    "missing_episodes": [
        {
            "episode_id": "mi",
            "person_id": "child",
            "started_at": datetime(2025, 12, 1, 21),
            "ended_at": datetime(2025, 12, 2, 1, 15),
            "interview_offered": "Y",
            "interview_accepted": "NA",
        },
    ],
    **sample_learning.ROWS,
    "population": [
        {"area": "Portsmouth", "age_from": 0, "age_to": 17, "year": 2020, "population": 41_639, "source": "ONS"}
    ],
    "practice": [
        {"key": "plan_review", "value": "6 weeks", "valid_from": date(2019, 1, 1), "source": "Local", "local": "Y"}
    ],
    "calendar": [{"day": date(2025, 12, 25), "working_day": "N"}],
    "deadlines": [
        {
            "deadline_id": "dl",
            "rule": "contact_decision",
            "about": "contact_children",
            "about_id": "c1",
            "started_at": at(2025, 4, 30, 22, 30),
            "started_on": date(2025, 4, 30),
            "due_at": at(2025, 5, 1, 23),
            "due_on": date(2025, 5, 1),
            "withdrawn": "N",
        },
    ],
    **sample_social_care.ROWS,
}


def tables(**changed):
    """The sample as Arrow tables; `changed` gives other rows for some of them."""
    return {
        name: pa.Table.from_pylist(rows, schema=table(name).schema_in_code) for name, rows in (ROWS | changed).items()
    }


def tables_around(**changed):
    """The changed tables and all that they point to, which is quicker to check than the whole sample."""
    around, todo = set(), list(changed)
    while todo:
        name = todo.pop()
        if name not in around:
            around.add(name)
            todo += [f.references.partition(".")[0] for f in table(name).fields if f.references]
            todo += [at.partition(".")[0] for rule in table(name).rules for _, at in getattr(rule, "kept_in", ())]
    return {name: rows for name, rows in tables(**changed).items() if name in around}


def with_row(name, **values):
    """The sample's rows of a table, with these values in the first."""
    first, *rest = ROWS[name]
    return {name: [first | values, *rest]}


def write_csv(folder: Path, name, rows, *, columns=None, encoding="utf-8"):
    """A file as another system would write it: every declared column, or those given."""
    declared = table(name)
    columns = columns or [field.column for field in declared.fields]
    with (folder / f"{declared.file}.csv").open("w", encoding=encoding, newline="") as file:
        writer = csv.DictWriter(file, columns)
        writer.writeheader()
        writer.writerows(rows)
