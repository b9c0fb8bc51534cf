"""An address that must stay secret: who may change it, and free text that would give it away."""

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.db import connection

from kinfold.web.access.checks import can_see
from kinfold.web.access.models import User
from kinfold.web.audit import events
from kinfold.web.people.models import Person

GIVES_IT_AWAY = (
    "This seems to say where the family lives, and that must stay secret. Take out the street and the postcode."
)
NOT_YOURS = "This address is confidential. Only somebody who may see it can change it, or the school or surgery."


def address_leaks(text: str, person_ids: Collection[UUID]) -> bool:
    """Whether the text holds a confidential address of these people or of those they live with.

    The database answers yes or no; the address itself never reaches whoever asks.
    """
    return any(_leaking([text], person_ids))


def says_no_address(form: forms.BaseForm, *, people: Collection[UUID], by: User) -> bool:
    """True when nothing written in a valid form gives a confidential address away; else its fields get the error.

    For views: ``if form.is_valid() and says_no_address(form, people=[child.pk], by=request.user)``.
    """
    problems = problems_with(form.cleaned_data, people=people, by=by)
    for name, words in problems.items():
        form.add_error(name, words)
    return not problems


def problems_with(answers: Mapping[str, Any], *, people: Collection[UUID], by: User) -> dict[str, str]:
    """Field name ▶ what is wrong with it. Finding one is written to the audit, as guessing would be noticed there."""
    written = {name: value for name, value in answers.items() if isinstance(value, str) and len(value) >= 5}
    if not written or not people:
        return {}
    found = _leaking(list(written.values()), people)
    problems = {name: GIVES_IT_AWAY for name, leaks in zip(written, found, strict=True) if leaks}
    if problems:
        events.refuse("refused.secret_address_written", by=by, details={"people": [str(each) for each in people]})
    return problems


def sealed_record(person: Person, *, by: User, line_1: str = "", postcode: str = "") -> UUID | None:
    """The sealed record that a new address or school must join; ValidationError where it is not theirs to see."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT people_sealed_record(%s, %s, %s)", [person.pk, line_1, postcode])
        (found,) = cursor.fetchone() or (None,)
    if found is not None and not can_see(by, found):
        events.refuse("refused.secret_address_changed", by=by, about=person)
        raise ValidationError(NOT_YOURS, code="confidential")
    return found


def _leaking(texts: list[str], people: Collection[UUID]) -> list[bool]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT coalesce(people_address_leaks(written, %s::uuid[]), false) "
            "FROM unnest(%s::text[]) WITH ORDINALITY AS given (written, place) ORDER BY place",
            [list(people), texts],
        )
        return [leaks for (leaks,) in cursor.fetchall()]
