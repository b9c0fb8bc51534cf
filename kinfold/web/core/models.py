"""What every stored row has in common: its key, its version, and how a mistake is marked."""

from typing import ClassVar

import pghistory
from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from kinfold.web.core.ids import new_id
from kinfold.web.core.sensitivity import INTERNAL, SPECIAL


def tracked(model: type[models.Model]) -> type[models.Model]:
    """Keeps every version of a row, by database trigger, so that bulk updates are kept too."""
    names = {field.name for field in model._meta.fields}
    secret: list[str] = [name for name in ("password", "last_login") if name in names]
    return pghistory.track(pghistory.InsertEvent(), pghistory.UpdateEvent(), exclude=secret)(model)


class Row(models.Model):
    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    sensitivity: ClassVar = {INTERNAL: "id created_at"}

    class Meta:
        abstract = True


class Editable(models.Model):
    """A row that two people may edit at once: the version is posted back with the form and compared."""

    version = models.PositiveIntegerField(default=1)

    sensitivity: ClassVar = {INTERNAL: "version"}

    class Meta:
        abstract = True


class Correctable(models.Model):
    """A row that is never deleted: what was recorded in error stays, marked, with who said so and why."""

    recorded_in_error_at = models.DateTimeField(null=True, blank=True)
    recorded_in_error_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    recorded_in_error_reason = models.TextField(blank=True)

    sensitivity: ClassVar = {
        INTERNAL: "recorded_in_error_at recorded_in_error_by",
        SPECIAL: "recorded_in_error_reason",
    }

    class Meta:
        abstract = True
        constraints: ClassVar = [
            models.CheckConstraint(
                name="%(class)s_error_is_complete",
                condition=Q(recorded_in_error_at__isnull=True, recorded_in_error_by__isnull=True)
                | Q(recorded_in_error_at__isnull=False, recorded_in_error_by__isnull=False),
                violation_error_message="Say who recorded the mistake, and when",
            )
        ]


def paired(name: str, at: str, by: str) -> models.CheckConstraint:
    """A moment and the person who acted: both known, or neither."""
    return models.CheckConstraint(
        name=name,
        condition=Q(**{f"{at}__isnull": True, f"{by}__isnull": True})
        | Q(**{f"{at}__isnull": False, f"{by}__isnull": False}),
        violation_error_message="A moment needs the person who acted, and the person a moment",
    )


def in_order(name: str, start: str, end: str, message: str) -> models.CheckConstraint:
    """The end, when known, is not before the start."""
    return models.CheckConstraint(
        name=name,
        condition=Q(**{f"{end}__isnull": True}) | Q(**{f"{end}__gte": models.F(start)}),
        violation_error_message=message,
    )
