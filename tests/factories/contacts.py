"""Contacts with the hub and the children they are about."""

from __future__ import annotations

from typing import Any

from kinfold.web.access.models import User
from kinfold.web.mash.models import Contact, ContactChild
from tests.factories import organisations
from tests.factories.days import NOW
from tests.factories.numbers import next_number


def contact(referrer: User | None = None, **fields: Any) -> Contact:
    """A safeguarding contact on the form, in a record of its own that its referrer may see."""
    if "record" not in fields:
        fields["record"] = organisations.record()
    if referrer is not None:
        organisations.grant(fields["record"], referrer)
        fields.setdefault("agency", referrer.agency)
        fields.setdefault("referrer_name", referrer.name)
    fields.setdefault("reference", f"T{next_number():06}")
    fields.setdefault("received_at", NOW)
    fields.setdefault("channel", "form")
    fields.setdefault("source_code", "2A")
    fields.setdefault("what_happened", "What the referrer saw.")
    return Contact.objects.create(referrer=referrer, **fields)


def contact_child(of: Contact | None = None, **fields: Any) -> ContactChild:
    """A child as the referrer described them, not yet matched with anybody."""
    of = of or contact()
    fields.setdefault("described_forename", "Described")
    fields.setdefault("described_surname", f"Child{next_number()}")
    fields.setdefault("record", of.record)
    return ContactChild.objects.create(contact=of, **fields)
