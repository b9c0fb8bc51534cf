"""People, families and work to test with: plain functions that arrange rows as the owner, with sensible defaults."""

from tests.factories.casework import child, conversation, episode, family, lead, member, plan, status
from tests.factories.contacts import contact, contact_child
from tests.factories.organisations import agency, grant, person_in_role, record, team, worker
from tests.factories.people import address, person, setting

__all__ = [
    "address", "agency", "child", "contact", "contact_child", "conversation", "episode", "family", "grant", "lead",
    "member", "person", "person_in_role", "plan", "record", "setting", "status", "team", "worker",
]  # fmt: skip
