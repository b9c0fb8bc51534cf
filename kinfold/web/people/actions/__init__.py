"""What can be done about people, one function a verb."""

from kinfold.web.people.actions.addresses import end_confidentiality, make_confidential, record_address
from kinfold.web.people.actions.apart import end_keeping_apart, keep_apart
from kinfold.web.people.actions.families import (
    add_member,
    add_to_family,
    create_family,
    end_relationship,
    leave_family,
    record_relationship,
    rename_family,
    withdraw_relationship,
)
from kinfold.web.people.actions.many import Attends, LivesAt, record_addresses, record_schoolings
from kinfold.web.people.actions.merging import agree_to_merge, ask_to_merge, decline_merge, place, undo_merge
from kinfold.web.people.actions.mistakes import record_in_error, undo_error
from kinfold.web.people.actions.persons import (
    create_person,
    create_relative,
    record_disabilities,
    record_identifier,
    record_other_name,
    update_person,
)
from kinfold.web.people.actions.schooling import end_schooling, record_schooling

__all__ = [
    "Attends", "LivesAt", "add_member", "add_to_family", "agree_to_merge", "ask_to_merge", "create_family",
    "create_person", "create_relative", "decline_merge", "end_confidentiality", "end_keeping_apart",
    "end_relationship", "end_schooling", "keep_apart", "leave_family", "make_confidential", "place",
    "record_address", "record_addresses", "record_disabilities", "record_identifier", "record_in_error",
    "record_other_name", "record_relationship", "record_schooling", "record_schoolings", "rename_family",
    "undo_error", "undo_merge", "update_person", "withdraw_relationship",
]  # fmt: skip
