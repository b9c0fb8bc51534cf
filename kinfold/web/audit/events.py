"""Writing to the audit: inside the transaction for what happened, outside it for what was refused."""

from collections.abc import Iterable
from contextvars import ContextVar
from typing import Any, Protocol
from uuid import UUID

from django.db import models

from kinfold.web.audit.models import AuditEvent

request_id: ContextVar[str] = ContextVar("request_id", default="")
"""The request that everything written now belongs to; set by the middleware, empty in a job."""


class Actor(Protocol):
    pk: UUID
    name: str
    agency_id: UUID | None


def record(
    action: str,
    *,
    by: Actor | None,
    about: models.Model | None = None,
    people: tuple[UUID, ...] = (),
    details: dict[str, Any] | None = None,
) -> AuditEvent:
    """Writes one event in the caller's transaction, so that it stands or falls with the change itself."""
    return AuditEvent.objects.create(**_event(action, by, about, people, details))


def record_each(
    action: str,
    *,
    by: Actor | None,
    about: Iterable[models.Model],
    details: dict[str, Any],
    people: Iterable[tuple[UUID, ...]] | None = None,
) -> None:
    """One event for each of many rows, with the same details; ``people`` are those of each row, in the same order."""
    rows = zip(about, people, strict=True) if people is not None else ((row, ()) for row in about)
    AuditEvent.objects.bulk_create(AuditEvent(**_event(action, by, row, whose, details)) for row, whose in rows)


def refuse(
    action: str,
    *,
    by: Actor | None,
    about: models.Model | None = None,
    details: dict[str, Any] | None = None,
) -> AuditEvent:
    """Writes a refusal on a connection of its own, so that it stays when the request is rolled back."""
    return AuditEvent.objects.using("audit").create(refused=True, **_event(action, by, about, (), details))


def _event(
    action: str,
    by: Actor | None,
    about: models.Model | None,
    people: tuple[UUID, ...],
    details: dict[str, Any] | None,
) -> dict[str, Any]:
    return {
        "action": action,
        "user_id": by.pk if by else None,
        "user_name": by.name if by else "",
        "agency_id": by.agency_id if by else None,
        "about_kind": about._meta.label_lower if about else "",
        "about_id": about.pk if about else None,
        "record_id": _record_of(about),
        "person_ids": list(people),
        "request_id": request_id.get(),
        "details": details or {},
    }


def _record_of(about: models.Model | None) -> UUID | None:
    """The record that the row belongs to; of a record itself, that record."""
    if about is not None and about._meta.label_lower == "access.record":
        return about.pk
    return getattr(about, "record_id", None)
