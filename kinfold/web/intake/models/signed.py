"""What an agency signed off: every version of it, each kept as it was signed."""

from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import Q

from kinfold.web.core.models import Row
from kinfold.web.core.sensitivity import INTERNAL, SPECIAL

_NEVER_CHANGED = pgtrigger.Protect(name="stays_as_signed", operation=pgtrigger.Update | pgtrigger.Delete)


class ReturnVersion(Row):
    """One signature. The first has no `reason`; each later one says why the figures were revised."""

    of = models.ForeignKey("intake.Return", models.PROTECT, related_name="versions")
    agency = models.ForeignKey("access.Agency", models.PROTECT, related_name="+")
    period = models.CharField(max_length=20)
    number = models.PositiveSmallIntegerField()
    reason = models.TextField(blank=True)
    signed_off_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    signed_off_at = models.DateTimeField()

    sensitivity: ClassVar = {INTERNAL: "of agency period number reason signed_off_by signed_off_at"}

    class Meta:
        ordering: ClassVar = ["-number"]
        constraints: ClassVar = [
            models.UniqueConstraint(name="return_version_once", fields=["of", "number"]),
            models.CheckConstraint(
                name="return_version_says_why",
                condition=Q(number=1) | ~Q(reason=""),
                violation_error_message="A revision says why",
            ),
        ]
        triggers: ClassVar = [_NEVER_CHANGED]


class ReturnedFigure(Row):
    """One figure of a version, of the whole (`by` and `group` empty) or of a group, under its definition of the day.

    Where the agency could not give it there is one row for the whole, without numbers, and the note says why.
    """

    version = models.ForeignKey(ReturnVersion, models.PROTECT, related_name="figures")
    position = models.PositiveSmallIntegerField()  # in the order of the return
    indicator = models.CharField(max_length=80)
    by = models.CharField(max_length=60, blank=True)
    group = models.CharField(max_length=100, blank=True)
    numerator = models.DecimalField(max_digits=16, decimal_places=4, null=True, blank=True)
    denominator = models.DecimalField(max_digits=16, decimal_places=4, null=True, blank=True)
    value = models.DecimalField(max_digits=16, decimal_places=4, null=True, blank=True)
    note = models.TextField(blank=True)
    definition = models.TextField()

    sensitivity: ClassVar = {
        INTERNAL: "version position indicator by group definition",
        SPECIAL: "numerator denominator value note",
    }

    class Meta:
        ordering: ClassVar = ["position"]
        constraints: ClassVar = [
            models.UniqueConstraint(name="returned_figure_once", fields=["version", "indicator", "by", "group"])
        ]
        indexes: ClassVar = [models.Index(name="returned_figure_of", fields=["indicator"])]
        triggers: ClassVar = [_NEVER_CHANGED]
