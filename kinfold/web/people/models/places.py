"""Where people live, and the schools, surgeries and other settings they go to."""

from typing import ClassVar

from django.db import models

from kinfold.web.access.checks import Visible
from kinfold.web.access.models import RecordBound
from kinfold.web.core.models import Row, in_order, tracked
from kinfold.web.core.sensitivity import INTERNAL, LOCATION
from kinfold.web.people.models.persons import Person


@tracked
class Address(Row, RecordBound):
    """Where a person lives or lived. A confidential address belongs to a sealed record of its own,
    so that the database itself shows it to named people only."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="addresses")
    kind = models.CharField(max_length=48, blank=True)
    line_1 = models.CharField(max_length=200, blank=True)
    line_2 = models.CharField(max_length=200, blank=True)
    town = models.CharField(max_length=100, blank=True)
    postcode = models.CharField(max_length=15, blank=True, db_index=True)
    ward = models.CharField(max_length=60, blank=True)
    uprn = models.CharField(max_length=20, blank=True, db_index=True)
    further = models.JSONField(default=dict, blank=True)  # the rest of the SSD's address object, kept as it came
    confidential = models.BooleanField(default=False)
    started_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)

    objects = Visible.as_manager()

    sensitivity: ClassVar = {
        INTERNAL: "person kind confidential started_on ended_on",
        LOCATION: "line_1 line_2 town postcode ward uprn further",
    }

    class Meta:
        constraints: ClassVar = [
            in_order("address_in_order", "started_on", "ended_on", "Moving out must follow moving in"),
        ]

    @property
    def lines(self) -> list[str]:
        return [line for line in (self.line_1, self.line_2, self.town, spaced(self.postcode)) if line]


def spaced(postcode: str) -> str:
    """As it stands on an envelope: the last three characters apart."""
    return f"{postcode[:-3]} {postcode[-3:]}" if len(postcode) >= 5 and " " not in postcode else postcode


class Setting(Row):
    """A school, nursery, college or surgery."""

    agency = models.ForeignKey("access.Agency", models.PROTECT, related_name="settings")
    name = models.CharField(max_length=200)
    phase = models.CharField(max_length=20)  # code list phase
    ward = models.CharField(max_length=60, blank=True)
    urn = models.CharField(max_length=20, blank=True)

    sensitivity: ClassVar = {INTERNAL: "agency name phase ward urn"}

    class Meta:
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name


@tracked
class Schooling(Row, RecordBound):
    """A person's time at one setting; sealed with the address when that is confidential."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="schoolings")
    setting = models.ForeignKey(Setting, models.PROTECT, related_name="schoolings")
    started_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    objects = Visible.as_manager()

    sensitivity: ClassVar = {INTERNAL: "person started_on ended_on", LOCATION: "setting"}

    class Meta:
        constraints: ClassVar = [
            in_order("schooling_in_order", "started_on", "ended_on", "Leaving must follow starting"),
        ]
