"""What can be done about people, one function a verb."""

from kinfold.web.people.actions.addresses import make_confidential, record_address
from kinfold.web.people.actions.families import add_member, create_family, end_relationship, record_relationship
from kinfold.web.people.actions.persons import (
    create_person,
    create_relative,
    merge_people,
    record_disabilities,
    record_identifier,
    record_schooling,
    undo_merge,
    update_person,
)

__all__ = [
    "add_member",
    "create_family",
    "create_person",
    "create_relative",
    "end_relationship",
    "make_confidential",
    "merge_people",
    "record_address",
    "record_disabilities",
    "record_identifier",
    "record_relationship",
    "record_schooling",
    "undo_merge",
    "update_person",
]
