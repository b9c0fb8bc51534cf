"""Persons, where they live and the settings they go to."""

from __future__ import annotations

from datetime import date
from typing import Any

from kinfold.web.people.models import Address, Person, Setting
from tests.factories import organisations
from tests.factories.days import LONG_AGO
from tests.factories.numbers import next_number


def person(**fields: Any) -> Person:
    """A child of six unless told otherwise, with an open record of their own unless given one."""
    fields.setdefault("forename", f"Person{next_number()}")
    fields.setdefault("surname", "Example")
    fields.setdefault("born_on", date(2018, 3, 1))
    if "record" not in fields:
        fields["record"] = organisations.record()
    return Person.objects.create(**fields)


def address(of: Person, ward: str = "Fratton", **fields: Any) -> Address:
    fields.setdefault("line_1", f"{next_number()} Example Road")
    fields.setdefault("town", "Portsmouth")
    fields.setdefault("postcode", "PO1 1AA")
    fields.setdefault("started_on", LONG_AGO)
    if "record" not in fields:
        fields["record"] = of.record
    return Address.objects.create(person=of, ward=ward, **fields)


def setting(phase: str = "primary", **fields: Any) -> Setting:
    fields.setdefault("name", f"Setting {next_number()}")
    if "agency" not in fields:
        fields["agency"] = organisations.agency("health" if phase == "surgery" else "school")
    return Setting.objects.create(phase=phase, **fields)
