"""The personas, each as a worker in a team of their service, and what stands in the place of an address's keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest

from kinfold.web.access.models import User
from kinfold.web.access.personas import PERSONAS
from kinfold.web.access.reference import ABOUT_NO_CHILD, Route
from tests import factories
from tests.factories.days import NOW
from tests.web.authorisation.files import File, any_service

ROWS = {
    "person_id": "people.Person", "family_id": "people.Family", "contact_id": "mash.Contact",
    "child_id": "mash.ContactChild", "draft_id": "mash.ContactDraft", "episode_id": "casework.Episode",
    "handover_id": "casework.Handover", "conversation_id": "early_help.Conversation", "plan_id": "early_help.Plan",
    "goal_id": "early_help.Goal", "other_id": "people.Person", "relationship_id": "people.Relationship",
    "commitment_id": "commitments.Commitment", "meeting_id": "meetings.Meeting",
    "return_id": "intake.Return", "upload_id": "intake.Upload",
    "board_meeting_id": "meetings.Meeting", "promise_id": "commitments.Commitment", "due_id": "partnership.DueReport",
    "request_id": "emergency.EmergencyRequest", "merge_id": "people.Merge", "apart_id": "people.KeptApart",
    "asked_id": "sharing.AgencyRequest", "delivery_id": "mash.Delivery", "note_id": "mash.ShiftNote",
    "family_link_id": "early_help.FamilyLink", "family_said_id": "early_help.FamilySaid",
    "conflict_id": "casework.Conflict", "signpost_id": "signposting.Signpost",
    "consultation_id": "early_help.Consultation", "after_help_id": "early_help.AfterHelp",
    "watch_id": "early_help.Watch", "need_id": "outcomes.Need", "claim_id": "outcomes.Claim",
    "birth_id": "before_birth.ExpectedBirth",
    "caution_id": "people.Caution", "view_id": "today.SavedView", "change_file_id": "changes.ChangeFile",
    "put_aside_id": "changes.PutAside",
}  # fmt: skip
"""A key in an address, and the table whose row it names. A new key takes its place here."""

OF_A_BOARD = {"board_meeting_id", "promise_id"}
"""Keys of rows that stand in a board's papers, not in a family's plan."""

HANDOVERS_OF_A_KIND = {
    "mash:open_case": "open_case",
    "mash:not_ours": "open_case",
    "mash:significant_harm": "significant_harm",
}
OTHER_KEYS = {
    "persona": "nobody", "key": "mash_phone", "child": "c1", "page": "what_happened", "purpose": "early_help",
    "kind": "step-up", "level": "actions", "quarter": "2024-25-Q1", "part": "going_well", "form": "pdf",
    "indicator": "police.crimes_of_neglect", "number": 1, "token": "none",
}  # fmt: skip
"""Keys that are words."""

POSTED: dict[str, Callable[[File], dict[str, Any]]] = {
    "mash:match": lambda file: {"person": str(file.row("people.Person").pk)},
    "people:add_known": lambda file: {"person": str(file.row("people.Person").pk)},
}
"""What must be posted for a page to find what it is asked about; all others get an empty form."""


@pytest.fixture
def people() -> dict[str, User]:
    return {slug: factories.worker(persona.role, name=persona.name) for slug, persona in PERSONAS.items()}


@pytest.fixture
def stranger() -> User:
    return factories.worker()


@pytest.fixture
def address_of() -> Callable[[Route, File | None], str]:
    return _address_of


def _address_of(route: Route, file: File | None) -> str:
    """The route's address about the file's own rows; without a file, about rows that do not exist."""
    words = {key: OTHER_KEYS[key] for key in route.keys if key in OTHER_KEYS}
    for key in route.keys_of_files:
        assert key in ROWS, (
            f"{route.address}: say in tests/web/authorisation/conftest.py which table {key} names a row of"
        )
        words[key] = _row(route, key, file).pk if file else uuid4()
    for key in set(route.keys) & ABOUT_NO_CHILD:
        words[key] = any_service().pk if key == "service_id" and file else uuid4()
    missing = set(route.keys) - set(words)
    assert missing == set(), f"{route.address}: say in tests/web/authorisation/conftest.py what {missing} may be"
    return _filled(route, words)


def _filled(route: Route, words: dict[str, Any]) -> str:
    address = f"/{route.address}"
    for converter in ("uuid", "slug", "str", "int"):
        for key, value in words.items():
            address = address.replace(f"<{converter}:{key}>", str(value))
    return address


def _row(route: Route, key: str, file: File) -> Any:
    if route.name == "mash:contact_sent":
        file.row("mash.ContactDraft")
    if route.name == "intake:version":
        file.row("intake.ReturnVersion")
    if route.name == "record:part":
        return file.row("people.Merge", merged_at=NOW)
    if key == "other_id":
        return file.row("people.Person", forename="Another")
    if key in OF_A_BOARD:
        papers = file.row("partnership.Papers")
        about = {"about_kind": "partnership.papers", "about_id": papers.pk}
        return file.row(ROWS[key], **about, **({"kind": "board"} if key == "board_meeting_id" else {}))
    if key == "due_id":
        due = file.row("partnership.DueReport")
        file.row("deadlines.Deadline", about_id=due.pk, about_kind="partnership.duereport", kind="board_report",
                 rule="board_report")  # fmt: skip
        return due
    kind = HANDOVERS_OF_A_KIND.get(route.name)
    if route.name.startswith(
        ("early_help:copy", "early_help:make_family_link", "early_help:sign")
    ):  # only for those who may have one
        file.row("sharing.ShareWith", person=file.row("people.Person"), agency=None)
    return file.row("casework.Handover", kind=kind, to_status="") if kind else file.row(ROWS[key])
