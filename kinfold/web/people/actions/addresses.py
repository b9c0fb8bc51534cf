"""Where people live, and how an address is kept from everyone but those who need it."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import F

from kinfold.web.access import grants
from kinfold.web.access.checks import require
from kinfold.web.access.models import Record, User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit.events import record
from kinfold.web.people.models import Address, FamilyMember, Person, Schooling

LINES = ("line_1", "line_2", "town", "postcode", "ward", "uprn")


@transaction.atomic
def record_address(*, person: Person, lines: Mapping[str, Any], on: date, by: User, kind: str = "home") -> Address:
    """The person lives here from the day on; the address of that kind before ends then.

    A new address of somebody whose address is confidential is confidential too, until a person says otherwise.
    """
    require(by, Permission.PERSON_UPDATE, on=person)
    former = Address.objects.filter(person=person, kind=kind, ended_on__isnull=True).order_by("-started_on").first()
    Address.objects.filter(person=person, kind=kind, ended_on__isnull=True).update(ended_on=on)
    address = Address(
        person=person, kind=kind, started_on=on, confidential=bool(former and former.confidential),
        record_id=former.record_id if former and former.confidential else person.record_id,
        **{name: lines.get(name, "") for name in LINES},
    )  # fmt: skip
    address.postcode = address.postcode.replace(" ", "").upper()
    address.full_clean(exclude=["record"])
    address.save()
    record("address.recorded", about=address, by=by, people=(person.pk,))
    return address


@transaction.atomic
def make_confidential(*, person: Person, seen_by: Iterable[User], reason: str, by: User, at: datetime) -> Record:
    """Seals the current addresses and settings of the person and of everyone they live with.

    Only those named see them from now on: siblings' addresses, schools and surgeries would lead to the door as well.
    """
    require(by, Permission.ADDRESS_PROTECT, on=person)
    sealed = grants.new_record(level=Record.Level.SEALED, agency=by.agency)
    for user in {by, *seen_by}:
        grants.grant(sealed, to=user, reason=reason, at=at, source_id=sealed.pk)
    together = _living_together(person)
    current = {"person__in": together, "ended_on__isnull": True}
    sealed_addresses = Address.objects.filter(**current).update(confidential=True, record=sealed)
    Schooling.objects.filter(**current).update(record=sealed)
    Person.objects.filter(pk__in=together).update(has_confidential_address=True, version=F("version") + 1)
    record(
        "address.made_confidential", about=person, by=by, people=tuple(together),
        details={"addresses": sealed_addresses},
    )  # fmt: skip
    return sealed


def _living_together(person: Person) -> list[Any]:
    """The person, their family, and whoever shares the current address."""
    families = FamilyMember.objects.filter(person=person).values("family")
    family = set(
        FamilyMember.objects.filter(family__in=families, ended_on__isnull=True).values_list("person", flat=True)
    )
    homes = Address.objects.filter(person=person, ended_on__isnull=True)
    for line_1, postcode in homes.exclude(line_1="").values_list("line_1", "postcode"):
        family.update(
            Address.objects.filter(line_1=line_1, postcode=postcode, ended_on__isnull=True).values_list(
                "person", flat=True
            )
        )
    return list(family | {person.pk})
