"""Who there is (agencies, teams, users, memberships) and what is held over whom (records, grants)."""

from kinfold.web.access.models.covers import Cover
from kinfold.web.access.models.keys import SystemKey
from kinfold.web.access.models.links import LinkCoordinator
from kinfold.web.access.models.organisations import Agency, Membership, Team, User
from kinfold.web.access.models.records import Grant, Record, RecordBound

__all__ = [
    "Agency",
    "Cover",
    "Grant",
    "LinkCoordinator",
    "Membership",
    "Record",
    "RecordBound",
    "SystemKey",
    "Team",
    "User",
]
