"""A service that families can use, and the organisation that runs it. No row here names a child."""

from datetime import datetime
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.search import SearchVector
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower

from kinfold.practice import code_lists
from kinfold.web.core.models import Editable, Row, paired, tracked
from kinfold.web.core.sensitivity import INTERNAL
from kinfold.web.directory.opening import Session, sessions_of

OLDEST = 25  # services for young people go on to a care leaver's twenty-fifth birthday
WORDS = SearchVector("name", "description", "eligibility", config="english")
"""What is searched for words; a city has some hundreds of services, which need no index."""


@tracked
class Organisation(Row):
    name = models.CharField(max_length=200)

    sensitivity: ClassVar = {INTERNAL: "name"}

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                Lower("name"), name="organisation_once", violation_error_message="This organisation is here already"
            )
        ]

    def __str__(self) -> str:
        return self.name


@tracked
class Service(Row, Editable):
    """Something for families: a group, a clinic, a hub, a programme.

    ``check_due_at`` is what the clock of the deadlines engine said when it was last checked, kept here because
    everybody reads it and the clock is for those who check alone; ``working_record`` opens the clock to them.
    """

    class State(models.TextChoices):
        OPEN = "open", "Open"
        PAUSED = "paused", "Closed for now"
        CLOSED = "closed", "Closed for good"

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="services")
    name = models.CharField(max_length=200)
    description = models.TextField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    alert = models.CharField(max_length=500, blank=True)  # something to know at present

    needs = ArrayField(models.CharField(max_length=40), default=list, blank=True)  # code list family_need
    minimum_age = models.PositiveSmallIntegerField(null=True, blank=True)  # of the child, in whole years
    maximum_age = models.PositiveSmallIntegerField(null=True, blank=True)
    eligibility = models.TextField(blank=True)
    cost = models.CharField(max_length=20, blank=True)  # code list service_cost; empty: nobody said
    cost_note = models.CharField(max_length=500, blank=True)

    wards = ArrayField(models.CharField(max_length=60), default=list, blank=True)  # code list ward; empty: everywhere
    place = models.CharField(max_length=300, blank=True)
    postcode = models.CharField(max_length=15, blank=True)
    opening = models.JSONField(default=list, blank=True)  # sessions, as `opening` keeps them
    opening_note = models.CharField(max_length=500, blank=True)
    accessibility = models.TextField(blank=True)

    takes_referrals = models.BooleanField(default=False)  # else families go there by themselves
    places = models.PositiveSmallIntegerField(null=True, blank=True)  # for families at once; empty: it is not limited
    team = models.ForeignKey("access.Team", models.PROTECT, null=True, blank=True, related_name="services_run")

    telephone = models.CharField(max_length=40, blank=True)
    email = models.EmailField(blank=True)
    website = models.URLField(max_length=500, blank=True)

    changed_at = models.DateTimeField()
    source = models.CharField(max_length=200, blank=True)  # whose directory it came from; empty: entered here
    source_id = models.CharField(max_length=100, blank=True)  # its key there
    taken_in_at = models.DateTimeField(null=True, blank=True)  # last; changed here since, it is not overwritten

    assured_at = models.DateTimeField(null=True, blank=True)
    assured_by = models.ForeignKey("access.User", models.PROTECT, null=True, blank=True, related_name="+")
    check_due_at = models.DateTimeField(null=True, blank=True)
    working_record = models.ForeignKey("access.Record", models.PROTECT, null=True, blank=True, related_name="+")

    sensitivity: ClassVar = {
        INTERNAL: "organisation name description state alert needs minimum_age maximum_age eligibility cost cost_note "
        "wards place postcode opening opening_note accessibility takes_referrals places team telephone email website "
        "changed_at source source_id taken_in_at assured_at assured_by check_due_at working_record",
    }

    class Meta:
        ordering: ClassVar = ["name", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                F("organisation"), Lower("name"), name="service_once",
                violation_error_message="This organisation has a service of this name in the directory already",
            ),
            models.UniqueConstraint(
                name="service_taken_in_once", fields=["source", "source_id"], condition=~Q(source_id=""),
                violation_error_message="This service was taken in already",
            ),
            models.CheckConstraint(
                name="service_ages_in_order",
                condition=Q(minimum_age__isnull=True) | Q(maximum_age__isnull=True)
                | Q(maximum_age__gte=F("minimum_age")),
                violation_error_message="The oldest age must not be below the youngest",
            ),
            paired("service_checked_by_somebody", "assured_at", "assured_by"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.name

    @property
    def sessions(self) -> tuple[Session, ...]:
        return sessions_of(self.opening)

    @property
    def ages(self) -> str:
        """Whom it is for, by the age of the child."""
        if self.minimum_age is None and self.maximum_age is None:
            return "Any age"
        if self.maximum_age is None:
            return f"{self.minimum_age} and over"
        return f"Up to {self.maximum_age}" if not self.minimum_age else f"{self.minimum_age} to {self.maximum_age}"

    @property
    def needs_in_words(self) -> list[str]:
        return in_words("family_need", self.needs)

    @property
    def wards_in_words(self) -> list[str]:
        return in_words("ward", self.wards)

    @property
    def cost_in_words(self) -> str:
        return code_lists.label("service_cost", self.cost) if self.cost else ""

    def is_out_of_date_at(self, now: datetime) -> bool:
        """Nobody has checked it, or not for longer than the partnership's own time."""
        return self.check_due_at is None or now >= self.check_due_at


def in_words(code_list: str, codes: list[str]) -> list[str]:
    labels = code_lists.labels(code_list)
    return [labels.get(code, code) for code in codes]
