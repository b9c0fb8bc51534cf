"""Confirming who several children are in one press, each looked at by the person who presses."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from kinfold.web.access.models import User
from kinfold.web.core.versions import StaleVersion
from kinfold.web.mash.actions.matching import confirm_match
from kinfold.web.mash.models import ContactChild
from kinfold.web.people.models import Person

MEANWHILE = "Somebody else dealt with this child meanwhile."


@dataclass(frozen=True)
class Chosen:
    child: ContactChild
    person: Person
    version: int | None


def confirm_each(
    *, chosen: Sequence[Chosen], by: User, at: datetime
) -> tuple[list[Chosen], list[tuple[ContactChild, str]]]:
    """Those confirmed, and those that were not with why: one child's trouble holds nobody else up."""
    confirmed, refused = [], []
    for one in chosen:
        try:
            with transaction.atomic():
                confirm_match(child=one.child, person=one.person, version=one.version, by=by, at=at)
        except StaleVersion:
            refused.append((one.child, MEANWHILE))
        except ValidationError as broken:
            refused.append((one.child, " ".join(broken.messages)))
        else:
            confirmed.append(one)
    return confirmed, refused
