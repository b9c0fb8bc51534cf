"""Loading a file of published figures, with where they come from."""

import hashlib
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.db import transaction

from kinfold.indicators.gathering.published_file import LineFault, read_published
from kinfold.web.access.checks import require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.core.rules import hold
from kinfold.web.intake import rules
from kinfold.web.intake.models import PublishedFigure, PublishedRelease


class FileRefused(ValidationError):
    """The file has faults, so nothing of it was loaded."""

    def __init__(self, faults: Sequence[LineFault]) -> None:
        super().__init__([str(fault) for fault in faults])


@transaction.atomic
def load(
    *, publisher: str, title: str, published_on: date, licence: str, address: str, name: str, content: bytes,
    by: User, now: datetime, today: date,
) -> PublishedRelease:  # fmt: skip
    """Every figure of the file, or none of them. The file is kept as it is."""
    require(by, Permission.RETURN_OVERSEE)
    sha256 = hashlib.sha256(content).hexdigest()
    hold(rules.in8_is_new, not PublishedRelease.objects.filter(sha256=sha256).exists())
    figures, faults = read_published(content, publisher, today, _known)
    if faults:
        raise FileRefused(faults)
    release = PublishedRelease.objects.create(
        publisher=publisher, title=title, published_on=published_on, licence=licence, address=address,
        name=name[:200], content=content, sha256=sha256, loaded_by=by, loaded_at=now,
    )  # fmt: skip
    PublishedFigure.objects.bulk_create(
        (PublishedFigure(release=release, line=line, **asdict(figure)) for line, figure in enumerate(figures, start=2)),
        batch_size=2_000,
    )
    events.record("published.loaded", by=by, about=release, details={"figures": len(figures), "sha256": sha256})
    return release


def _known(indicator: str, area: str, by: str, group: str) -> Sequence[Decimal]:
    rows = PublishedFigure.objects.filter(indicator=indicator, area=area, by=by, group=group, value__isnull=False)
    newest = {row.period_ends_on: row.value for row in rows.order_by("release__published_on", "release__loaded_at")}
    return [value for _, value in sorted(newest.items()) if value is not None]
