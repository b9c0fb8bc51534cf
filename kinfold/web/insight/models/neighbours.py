"""Dated lists of the areas that are most like the partnership's own."""

from typing import ClassVar

import pgtrigger
from django.db import models

from kinfold.web.core.models import Row, in_order
from kinfold.web.core.sensitivity import INTERNAL, PERSONAL

_STAYS = pgtrigger.Protect(name="stays_as_loaded", operation=pgtrigger.Update | pgtrigger.Delete)


class NeighbourFile(Row):
    """One file of lists. The newest takes the place of those before it, which are kept."""

    name = models.CharField(max_length=200)
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64, unique=True)
    loaded_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    loaded_at = models.DateTimeField()

    sensitivity: ClassVar = {INTERNAL: "name content sha256 loaded_at", PERSONAL: "loaded_by"}

    class Meta:
        ordering: ClassVar = ["-loaded_at", "-created_at"]
        triggers: ClassVar = [_STAYS]


class Neighbour(Row):
    """One area of a list; the closest has rank 1. The list holds up to the day before ``ends_on``."""

    file = models.ForeignKey(NeighbourFile, models.PROTECT, related_name="neighbours")
    area = models.CharField(max_length=9)  # the Office for National Statistics' code
    code = models.CharField(max_length=9)
    name = models.CharField(max_length=100)
    rank = models.PositiveSmallIntegerField()
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=300)

    sensitivity: ClassVar = {INTERNAL: "file area code name rank starts_on ends_on source"}

    class Meta:
        ordering: ClassVar = ["area", "starts_on", "rank"]
        constraints: ClassVar = [
            models.UniqueConstraint(name="neighbour_once", fields=["file", "area", "starts_on", "code"]),
            in_order("neighbour_in_order", "starts_on", "ends_on", "A list must end after it starts"),
        ]
        triggers: ClassVar = [_STAYS]
