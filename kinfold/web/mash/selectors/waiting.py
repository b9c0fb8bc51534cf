"""What is true of contacts even where the asker may not see them; the database answers yes or no, and no more."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.db import connection

from kinfold.web.mash.models import Contact


def parents_do_not_know(people: Collection[UUID]) -> bool:
    """Whether nothing may go to these people's family: there is a contact that it must not hear of yet."""
    return bool(_asked("SELECT mash_parents_do_not_know(%s::uuid[])", list(people)))


def children_waiting(contact: Contact) -> int:
    """Children of the contact who wait for a decision, a second person, or a worker to accept."""
    return int(_asked("SELECT mash_children_waiting(%s)", contact.pk)[0][0])


def _asked(statement: str, value: UUID | list[UUID]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, [value])
        return cursor.fetchall()
