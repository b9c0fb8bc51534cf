"""Who must never be taken for whom: answered without saying why, or to whom else it matters."""

from collections.abc import Collection
from uuid import UUID

from django.db import connection


def kept_apart(person: UUID, others: Collection[UUID]) -> set[UUID]:
    """Those of ``others`` who must not be joined with the person, nor with any record that is theirs.

    The database answers, whoever asks: whether two are kept apart is sealed, and a merge must be refused all the same.
    """
    if not others:
        return set()
    with connection.cursor() as cursor:
        cursor.execute("SELECT people_kept_apart(%s, %s::uuid[])", [person, list(others)])
        return {found for (found,) in cursor.fetchall()}
