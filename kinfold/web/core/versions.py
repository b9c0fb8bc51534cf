"""Two people, one row: the version that was read is posted back, and a stale one changes nothing."""

from collections.abc import Iterable
from typing import TypeVar

from django.db import connection, models
from django.db.models import F

from kinfold.web.core.models import Editable

R = TypeVar("R", bound=models.Model)
E = TypeVar("E", bound=Editable)


class StaleVersion(Exception):
    """Somebody else saved first. ``current`` is the row as it now stands, ``mine`` as it would have become."""

    def __init__(self, current: Editable, mine: Editable) -> None:
        super().__init__("Somebody else changed this while you were writing.")
        self.current = current
        self.mine = mine

    def both(self, model: type[E]) -> tuple[E, E]:
        """``mine`` and ``current``, as rows of the one model that the refusing action edits."""
        if not (isinstance(self.mine, model) and isinstance(self.current, model)):
            raise TypeError(f"not rows of {model.__name__}")
        return self.mine, self.current


def read_version(posted: object) -> int | None:
    """The version that a page carried; None where it carries none, or something that is no version."""
    said = str(posted or "")
    return int(said) if said.isdecimal() and len(said) < 10 else None


def save_version(row: Editable, *, expected: int | None, fields: Iterable[str]) -> None:
    """Saves the named fields of an editable row and counts its version up, in one statement.

    ``expected`` is the version that the person read; None where nothing was read, as when one press of a button
    changes a row that the action has locked.
    """
    named = set(fields)
    columns = [field.attname for field in row._meta.concrete_fields if field.name in named]
    values = {column: getattr(row, column) for column in columns}
    rows = type(row)._base_manager.filter(pk=row.pk)
    as_read = rows if expected is None else rows.filter(version=expected)
    if not as_read.update(**values, version=F("version") + 1):
        raise StaleVersion(current=rows.get(), mine=row)
    row.refresh_from_db(fields=["version"])


def locked(row: R) -> R:
    """The row as it is now, held until the transaction ends, so that two people cannot both act on it."""
    return type(row)._base_manager.select_for_update().get(pk=row.pk)


def one_at_a_time(*what: object) -> None:
    """Others who do just this wait until this transaction ends; for what has no row yet that could be held."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [" ".join(map(str, what))])
