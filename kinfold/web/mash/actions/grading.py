"""Saying how good a contact was: whether it told enough, what was missing, and a word to whoever made it."""

from collections.abc import Collection
from datetime import date

from django.db import transaction

from kinfold.web.access.checks import require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.core.rules import hold
from kinfold.web.core.versions import locked, save_version
from kinfold.web.mash import hub_rules as rules
from kinfold.web.mash.models import Contact, Grade


@transaction.atomic
def grade_contact(
    *,
    contact: Contact,
    grade: str,
    lacks: Collection[str] = (),
    words: str = "",
    on: date,
    by: User,
    version: int | None = None,
) -> Grade:
    """One grade a contact, changed where the hub thinks again; what it was before stays in the history."""
    require(by, Permission.CONTACT_GRADE, on=contact)
    hold(rules.hd32_grade_is_known, grade)
    hold(rules.hd33_lacks_are_known, lacks)
    hold(rules.hd34_an_agency_made_it, contact)
    contact = locked(contact)
    said = {"grade": grade, "lacks": sorted(lacks), "words": words.strip(), "graded_on": on, "graded_by": by}
    held = Grade.objects.filter(contact=contact).first()
    if held is None:
        held = Grade.objects.create(contact=contact, record_id=contact.record_id, **said)
    else:
        for name, value in said.items():
            setattr(held, name, value)
        save_version(held, expected=version, fields=list(said))
    events.record("contact.graded", by=by, about=contact, details={"grade": grade})
    return held
