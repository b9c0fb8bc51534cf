"""What others published: each file that was loaded, and the figures read from it in the publisher's own unit."""

from typing import ClassVar

import pgtrigger
from django.db import models

from kinfold.web.core.models import Row
from kinfold.web.core.sensitivity import INTERNAL

_NEVER_CHANGED = pgtrigger.Protect(name="stays_as_published", operation=pgtrigger.Update | pgtrigger.Delete)


class PublishedRelease(Row):
    """One file of published figures, with where it came from and what it may be used for."""

    publisher = models.CharField(max_length=200)
    title = models.CharField(max_length=300)
    published_on = models.DateField()
    licence = models.CharField(max_length=200)
    address = models.URLField(max_length=500, blank=True)
    name = models.CharField(max_length=200)  # of the file
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    loaded_by = models.ForeignKey("access.User", models.PROTECT, null=True, blank=True, related_name="+")
    loaded_at = models.DateTimeField()

    sensitivity: ClassVar = {
        INTERNAL: "publisher title published_on licence address name content sha256 loaded_by loaded_at"
    }

    class Meta:
        ordering: ClassVar = ["-published_on", "-loaded_at"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="published_release_once",
                fields=["sha256"],
                violation_error_message="This file has been loaded already",
            )
        ]
        triggers: ClassVar = [_NEVER_CHANGED]


class PublishedFigure(Row):
    """One figure of a release. A standardised rate has no numerator; what the publisher hides has no value."""

    release = models.ForeignKey(PublishedRelease, models.PROTECT, related_name="figures")
    line = models.PositiveIntegerField()  # of the file
    indicator = models.CharField(max_length=80)
    area = models.CharField(max_length=9)  # the Office for National Statistics' code
    area_name = models.CharField(max_length=100)
    period = models.CharField(max_length=40)  # in the publisher's words: 2023/24, 2021 to 2023
    period_ends_on = models.DateField()
    by = models.CharField(max_length=60, blank=True)
    group = models.CharField(max_length=100, blank=True)
    numerator = models.DecimalField(max_digits=26, decimal_places=15, null=True, blank=True)
    denominator = models.DecimalField(max_digits=26, decimal_places=15, null=True, blank=True)
    value = models.DecimalField(max_digits=26, decimal_places=15, null=True, blank=True)
    lower = models.DecimalField(max_digits=26, decimal_places=15, null=True, blank=True)
    upper = models.DecimalField(max_digits=26, decimal_places=15, null=True, blank=True)
    note = models.TextField(blank=True)

    sensitivity: ClassVar = {
        INTERNAL: "release line indicator area area_name period period_ends_on by group numerator denominator value "
        "lower upper note"
    }

    class Meta:
        ordering: ClassVar = ["line"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="published_figure_once", fields=["release", "indicator", "area", "period", "by", "group"]
            )
        ]
        indexes: ClassVar = [models.Index(name="published_figure_of", fields=["indicator", "area", "period_ends_on"])]
        triggers: ClassVar = [_NEVER_CHANGED]
