"""The school, nursery, college or surgery that somebody goes to, from a day until a day."""

from datetime import date
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q

from kinfold.web.access.checks import require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit.events import record
from kinfold.web.people.models import Person, Schooling, Setting
from kinfold.web.people.secret_addresses import sealed_record

SURGERY = "surgery"


@transaction.atomic
def record_schooling(
    *,
    person: Person,
    setting: Setting,
    on: date,
    by: User,
    left_on: date | None = None,
    from_file: UUID | None = None,
) -> Schooling:
    """The person's setting of that kind from the day on; the one before ends then, or on the day they left it.
    The same again is no second.

    One that is recorded from a later day stays, and this one ends where that begins. With an address that must stay
    secret it is sealed too. ``from_file`` is the file that said so, if one did.
    """
    require(by, Permission.PERSON_UPDATE, on=person)
    sealed = sealed_record(person, by=by)
    of_kind = Schooling.objects.filter(person=person)
    surgery = Q(setting__phase=SURGERY)
    of_kind = of_kind.filter(surgery if setting.phase == SURGERY else ~surgery)
    lasting = Q(ended_on__isnull=True) | Q(ended_on__gt=on)
    there = Q(ended_on__isnull=True) | Q(started_on=on) | (Q(started_on__lte=on) & lasting)
    same = of_kind.filter(there, setting=setting).order_by("-started_on").first()
    if same is not None:
        return same
    later = of_kind.filter(started_on__gt=on).order_by("started_on").first()
    of_kind.filter(lasting, started_on__lte=on).update(ended_on=left_on or on)
    schooling = Schooling.objects.create(
        person=person, setting=setting, started_on=on, ended_on=later.started_on if later else None,
        record_id=sealed or person.record_id,
    )  # fmt: skip
    details = {"file": str(from_file)} if from_file else None
    record("person.schooling_recorded", about=person, by=by, people=(person.pk,), details=details)
    return schooling


@transaction.atomic
def end_schooling(*, schooling: Schooling, on: date, by: User, from_file: UUID | None = None) -> Schooling:
    """They left on that day, for another setting or for none that is known. Ended already, it stays as it was."""
    person = schooling.person
    require(by, Permission.PERSON_UPDATE, on=person)
    sealed_record(person, by=by)
    if schooling.ended_on is not None:
        return schooling
    if on < schooling.started_on:
        raise ValidationError({"left_on": "They started there after this day. Check the date."})
    schooling.ended_on = on
    schooling.save(update_fields=["ended_on"])
    details = {"file": str(from_file)} if from_file else None
    record("person.schooling_ended", about=person, by=by, people=(person.pk,), details=details)
    return schooling
