"""Identifiers of rows: UUID version 7, so that keys made one after another lie side by side on disk."""

from uuid import UUID

from uuid_utils.compat import uuid7


def new_id() -> UUID:
    return uuid7()
