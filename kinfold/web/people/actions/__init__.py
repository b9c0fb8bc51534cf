"""What can be done about people, one function a verb."""

from kinfold.web.people.actions.addresses import end_confidentiality, make_confidential, record_address
from kinfold.web.people.actions.families import (
    add_member,
    add_to_family,
    create_family,
    end_relationship,
    leave_family,
    record_relationship,
    rename_family,
)
from kinfold.web.people.actions.mistakes import merge_people, record_in_error, undo_error, undo_merge
from kinfold.web.people.actions.persons import (
    create_person,
    create_relative,
    record_disabilities,
    record_identifier,
    record_other_name,
    record_schooling,
    update_person,
)

__all__ = [
    "add_member", "add_to_family", "create_family", "create_person", "create_relative", "end_confidentiality",
    "end_relationship", "leave_family", "make_confidential", "merge_people", "record_address", "record_disabilities",
    "record_identifier", "record_in_error", "record_other_name", "record_relationship", "record_schooling",
    "rename_family", "undo_error", "undo_merge", "update_person",
]  # fmt: skip
