"""An address that must stay secret: who may change it, and whether words would give it away."""

from collections.abc import Collection, Sequence
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import connection

from kinfold.web.access.checks import can_see, visible_records
from kinfold.web.access.models import User
from kinfold.web.audit import events
from kinfold.web.people.models import Person

NOT_YOURS = "This address is confidential. Only somebody who may see it can change it, or the school or surgery."


def address_leaks(text: str, person_ids: Collection[UUID]) -> bool:
    """Whether the text holds a confidential address of these people or of those they live with.

    The database answers yes or no; the address itself never reaches whoever asks.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(people_address_leaks(%s, %s::uuid[]), false)", [text, list(person_ids)])
        return bool(cursor.fetchone()[0])


def sealed_record(person: Person, *, by: User, line_1: str = "", postcode: str = "") -> UUID | None:
    """The sealed record that a new address or school must join; ValidationError where it is not theirs to see."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT people_sealed_record(%s, %s, %s)", [person.pk, line_1, postcode])
        (found,) = cursor.fetchone() or (None,)
    if found is not None and not can_see(by, found):
        events.refuse("refused.secret_address_changed", by=by, about=person)
        raise ValidationError(NOT_YOURS, code="confidential")
    return found


def seal_all_that_leads_there(records: Collection[UUID]) -> None:
    """Whatever else is recorded of the doors that these sealed records guard, now or once, joins them."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT people_seal_history(sealed) FROM unnest(%s::uuid[]) AS sealed", [sorted(records)])


def sealed_records(doors: Sequence[tuple[Person, str, str]], *, by: User) -> list[UUID | None]:
    """The same for many, each with the first line and postcode of where they go; in their order."""
    people, lines, postcodes = zip(*doors, strict=True) if doors else ((), (), ())
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT people_sealed_record(person, line_1, postcode) "
            "FROM unnest(%s::uuid[], %s::text[], %s::text[]) WITH ORDINALITY AS door (person, line_1, postcode, place) "
            "ORDER BY place",
            [[person.pk for person in people], list(lines), list(postcodes)],
        )
        found: list[UUID | None] = [record for (record,) in cursor.fetchall()]
    records = {record for record in found if record is not None}
    seen = set(visible_records(by).filter(pk__in=records).values_list("pk", flat=True))
    for record, (person, line_1, postcode) in zip(found, doors, strict=True):
        if record is not None and record not in seen:
            sealed_record(person, by=by, line_1=line_1, postcode=postcode)
    return found
