"""What the hub's views share: refusals shown on the form, and two people's words side by side."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import render

from kinfold.practice import code_lists
from kinfold.web.access.routes import SignedInRequest
from kinfold.web.core.errors import stale_version
from kinfold.web.core.forms import GovukForm
from kinfold.web.core.versions import StaleVersion, read_version
from kinfold.web.core.words import day
from kinfold.web.mash.models import Contact, ContactChild

SIDE_BY_SIDE = (
    "rating", "words", "parents_informed", "not_told_reason",
    "number", "happened_on", "domestic_abuse", "risk", "conference_on", "conference_actions",
)  # fmt: skip
SHOWN = (("What happens next", "decision"), ("Tier", "tier"), ("Why", "rationale"))


def tried(form: GovukForm, act: Callable[[], Any]) -> bool:
    """True when the action went through; what a rule refuses stands on the form in the rule's own words."""
    try:
        act()
    except ValidationError as refused:
        form.add_error(None, refused)
        return False
    return True


def pressed(request: SignedInRequest, act: Callable[[], Any]) -> bool:
    """For a single button: what a rule refuses is said on top of the page that the person returns to."""
    try:
        act()
    except ValidationError as refused:
        for sentence in refused.messages:
            messages.error(request, sentence)
        return False
    return True


def posted_version(request: SignedInRequest) -> int | None:
    return read_version(request.POST.get("version"))


def version_of(form: GovukForm) -> int | None:
    return read_version(form.cleaned_data.get("version"))


def changed_meanwhile(request: SignedInRequest, stale: StaleVersion, keep_href: str) -> HttpResponse:
    """Somebody else was first: a decision stands and is shown beside what was written; anything else can be chosen."""
    current = stale.current
    if isinstance(current, ContactChild) and current.decided_at is not None:
        context = {"current": current, "fields": _side_by_side(stale.mine, current), "href": keep_href}
        return render(request, "mash/hub/decided_meanwhile.jinja", context, status=409)
    return stale_version(
        request,
        fields=_fields(stale),
        current_version=getattr(current, "version", 1),
        keep_href=keep_href,
        flags=["parents_do_not_know"] if _contact(current).parents_do_not_know else [],
    )


def _contact(row: Any) -> Contact:
    """Whose answer, rating or decision it is."""
    return row if isinstance(row, Contact) else row.contact


def _side_by_side(mine: Any, current: Any) -> Iterable[dict[str, Any]]:
    return [{"label": label, "mine": _words(mine, name), "theirs": _words(current, name)} for label, name in SHOWN]


def _fields(stale: StaleVersion) -> Iterable[dict[str, Any]]:
    if isinstance(stale.current, ContactChild):
        return _side_by_side(stale.mine, stale.current)
    names = [
        (field.verbose_name.capitalize(), field.name)
        for field in stale.current._meta.concrete_fields
        if field.name in SIDE_BY_SIDE
    ]
    return [{"label": label, "mine": _words(stale.mine, name), "theirs": _words(stale.current, name)}
            for label, name in names]  # fmt: skip


def _words(row: Any, name: str) -> str:
    value = getattr(row, name)
    if name in ("decision", "risk"):
        return code_lists.labels({"decision": "contact_decision", "risk": "incident_risk"}[name]).get(value, "")
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, date):
        return day(value)
    return "" if value is None else str(value)
