"""Loading a partnership's file of statistical neighbours."""

import hashlib
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from kinfold.indicators.comparison.neighbour_file import read
from kinfold.indicators.comparison.sheets import SheetUnreadable
from kinfold.web.access.checks import require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.core.rules import hold
from kinfold.web.insight import ruling_rules as rules
from kinfold.web.insight.models import Neighbour, NeighbourFile


@transaction.atomic
def load(*, name: str, content: bytes, by: User, now: datetime) -> NeighbourFile:
    """Every list of the file, or none of them; the file is kept as it is. ValidationError names every fault."""
    require(by, Permission.FIGURES_DECIDE)
    sha256 = hashlib.sha256(content).hexdigest()
    hold(rules.ru10_is_a_new_list, not NeighbourFile.objects.filter(sha256=sha256).exists())
    try:
        lists = read(content)
    except SheetUnreadable as unreadable:
        raise ValidationError(
            [f"{str(fault)[:1].upper()}{str(fault)[1:]}" for fault in unreadable.faults]
        ) from unreadable
    file = NeighbourFile.objects.create(name=name[:200], content=content, sha256=sha256, loaded_by=by, loaded_at=now)
    rows = [
        Neighbour(
            file=file, area=one.area, code=code, name=one.names[code][:100], rank=rank, starts_on=one.starts_on,
            ends_on=one.ends_on, source=one.source[:300],
        )
        for one in lists
        for rank, code in enumerate(one.neighbours, start=1)
    ]  # fmt: skip
    Neighbour.objects.bulk_create(rows)
    events.record("figures.neighbours_loaded", by=by, about=file, details={"lists": len(lists), "sha256": sha256})
    return file
