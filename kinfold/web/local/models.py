"""The partnership's own values, each from a day on, over the defaults that practice ships."""

from typing import ClassVar

from django.db import models

from kinfold.web.core.models import Row, tracked
from kinfold.web.core.sensitivity import INTERNAL


@tracked
class LocalValue(Row):
    """One setting's value from a day on; the newest that has begun is in force. Values are never overwritten."""

    key = models.CharField(max_length=80)  # a key of practice.defaults.SETTINGS
    value = models.JSONField()
    valid_from = models.DateField()
    set_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    reason = models.TextField(blank=True)

    sensitivity: ClassVar = {INTERNAL: "key value valid_from set_by reason"}

    class Meta:
        indexes: ClassVar = [models.Index(name="local_value_in_force", fields=["key", "-valid_from", "-created_at"])]


class Population(Row):
    """How many people of an age live in an area: what every rate is divided by."""

    area = models.CharField(max_length=60)
    age_from = models.PositiveSmallIntegerField()
    age_to = models.PositiveSmallIntegerField()  # inclusive
    year = models.PositiveSmallIntegerField()
    population = models.PositiveIntegerField()
    source = models.CharField(max_length=300)

    sensitivity: ClassVar = {INTERNAL: "area age_from age_to year population source"}

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(name="population_once", fields=["area", "age_from", "age_to", "year"])
        ]
