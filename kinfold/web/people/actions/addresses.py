"""Where people live, and how an address is kept from everyone but those who need it."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F, Q

from kinfold.web.access import grants
from kinfold.web.access.checks import require
from kinfold.web.access.models import Grant, Record, User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit.events import record
from kinfold.web.people.models import Address, FamilyMember, Person, Schooling
from kinfold.web.people.secret_addresses import seal_all_that_leads_there, sealed_record

LINES = ("line_1", "line_2", "town", "postcode", "ward", "uprn")


@transaction.atomic
def record_address(
    *,
    person: Person,
    lines: Mapping[str, Any],
    on: date,
    by: User,
    kind: str = "home",
    left_on: date | None = None,
    into_past: bool = False,
    from_file: UUID | None = None,
) -> Address:
    """The person lives here from the day on; the address of that kind before ends then, or on the day they left it.
    The same again is no second.

    A new address of somebody whose address is confidential is confidential too, and so is one that would lead to it.
    Where a later one is recorded this is refused; ``into_past`` puts it before that one, which stays. ``from_file`` is
    the file that said so, if one did.
    """
    require(by, Permission.PERSON_UPDATE, on=person)
    given = {name: lines.get(name, "") for name in LINES}
    given["postcode"] = given["postcode"].replace(" ", "").upper()
    sealed = sealed_record(person, by=by, line_1=given["line_1"], postcode=given["postcode"])
    of_kind = Address.objects.filter(person=person, kind=kind)
    current = of_kind.filter(ended_on__isnull=True)
    same = (of_kind if into_past else current).filter(started_on=on, **given).first()
    if same is not None:
        return same
    later = of_kind.filter(started_on__gt=on).order_by("started_on").first() if into_past else None
    if later is None and current.filter(started_on__gt=on).exists():
        raise ValidationError({"since": "They moved to the address that is recorded after this day. Check the date."})
    before = of_kind.filter(Q(ended_on__isnull=True) | Q(ended_on__gt=on)) if into_past else current
    before.exclude(started_on__gt=on).update(ended_on=left_on or on)
    address = Address(
        person=person, kind=kind, started_on=on, ended_on=later.started_on if later else None,
        confidential=sealed is not None, record_id=sealed or person.record_id, **given,
    )  # fmt: skip
    address.full_clean(exclude=["record", "person"])
    address.save()
    if sealed:
        seal_all_that_leads_there({sealed})
    if sealed and not person.has_confidential_address:
        Person.objects.filter(pk=person.pk).update(has_confidential_address=True, version=F("version") + 1)
    details = {"file": str(from_file)} if from_file else None
    record("address.recorded", about=address, by=by, people=(person.pk,), details=details)
    return address


@transaction.atomic
def make_confidential(*, person: Person, seen_by: Iterable[User], reason: str, by: User, at: datetime) -> Record:
    """Seals the current addresses and settings of the person, of the family's children and of whoever lives with them.

    Only those named see them from now on: siblings' addresses, schools and surgeries would lead to the door as well.
    Doing it again names others, and is for those who may see the address already.
    """
    require(by, Permission.ADDRESS_PROTECT, on=person)
    existing = sealed_record(person, by=by)
    sealed = Record.objects.get(pk=existing) if existing else _new_sealed_record(by)
    named = {by, *seen_by}
    for user in named:
        grants.grant(sealed, to=user, reason="Named as needing the confidential address", at=at, source_id=sealed.pk)
    Grant.objects.filter(record=sealed, ended_at__isnull=True).exclude(user__in=named).update(ended_at=at)
    together = _living_together(person, at.date())
    current = {"person__in": together, "ended_on__isnull": True}
    Address.objects.filter(**current).update(confidential=True, record=sealed)
    Schooling.objects.filter(**current).update(record=sealed)
    Person.objects.filter(pk__in=together).update(has_confidential_address=True, version=F("version") + 1)
    seal_all_that_leads_there({sealed.pk})
    record(
        "address.made_confidential", about=person, by=by, people=tuple(together),
        details={"reason": reason, "seen_by": [str(user.pk) for user in named]},
    )  # fmt: skip
    return sealed


@transaction.atomic
def end_confidentiality(*, person: Person, reason: str, by: User) -> None:
    """Everyone who may see the people sees where they live again. What history shows of the time stays sealed."""
    require(by, Permission.ADDRESS_PROTECT, on=person)
    sealed = sealed_record(person, by=by)
    if sealed is None:
        return
    addresses = Address.objects.filter(record_id=sealed)
    everyone = list(Person.objects.filter(pk__in=addresses.values("person")))
    for lives in everyone:
        addresses.filter(person=lives).update(confidential=False, record_id=lives.record_id)
        Schooling.objects.filter(record_id=sealed, person=lives).update(record_id=lives.record_id)
    ids: tuple[UUID, ...] = tuple(lives.pk for lives in everyone)
    Person.objects.filter(pk__in=ids).update(has_confidential_address=False, version=F("version") + 1)
    record("address.confidentiality_ended", about=person, by=by, people=ids, details={"reason": reason})


def _new_sealed_record(by: User) -> Record:
    return grants.new_record(level=Record.Level.SEALED, agency=by.agency)


def _living_together(person: Person, on: date) -> list[Any]:
    """The person, the family's children, and family who share the current address: not a parent who lives elsewhere."""
    families = FamilyMember.objects.filter(person=person, ended_on__isnull=True).values("family")
    family = FamilyMember.objects.filter(family__in=families, ended_on__isnull=True).values("person")
    together = set(Person.objects.filter(pk__in=family).children(on).values_list("pk", flat=True)) | {person.pk}
    homes = Address.objects.filter(person=person, ended_on__isnull=True).exclude(line_1="")
    for line_1, postcode in homes.values_list("line_1", "postcode"):
        at_home = Address.objects.filter(line_1=line_1, postcode=postcode, ended_on__isnull=True)
        together.update(at_home.values_list("person", flat=True))
    return list(together)
