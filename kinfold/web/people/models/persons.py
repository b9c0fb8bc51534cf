"""A person, born or not yet born, with the numbers other systems know them by."""

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from kinfold.web.access.checks import Visible
from kinfold.web.access.models import RecordBound
from kinfold.web.core import words
from kinfold.web.core.models import Correctable, Editable, Row, in_order, tracked
from kinfold.web.core.sensitivity import INTERNAL, LOCATION, PERSONAL, SPECIAL


class PersonQuerySet(Visible):
    def current(self) -> "PersonQuerySet":
        """Neither merged into another person nor recorded in error."""
        return self.filter(merged_into__isnull=True, recorded_in_error_at__isnull=True)

    def children(self, today: date) -> "PersonQuerySet":
        """Unborn, or under eighteen on the day."""
        eighteen_years_ago = date(today.year - 18, today.month, min(today.day, 28))
        return self.filter(Q(born_on__isnull=True, expected_on__isnull=False) | Q(born_on__gt=eighteen_years_ago))


@tracked
class Person(Row, Editable, Correctable, RecordBound):
    """A child or an adult. ``merged_into`` says that this row turned out to be somebody already known."""

    forename = models.CharField(max_length=255, blank=True)
    surname = models.CharField(max_length=255, blank=True)
    known_as = models.CharField(max_length=255, blank=True)
    sex = models.CharField(max_length=20, blank=True)
    gender = models.CharField(max_length=10, blank=True)
    ethnicity = models.CharField(max_length=48, blank=True)
    nationality = models.CharField(max_length=48, blank=True)
    born_on = models.DateField(null=True, blank=True)
    expected_on = models.DateField(null=True, blank=True)
    died_on = models.DateField(null=True, blank=True)
    moved_away_on = models.DateField(null=True, blank=True)  # to another council’s area, and not back since
    moved_to = models.CharField(max_length=100, blank=True, db_default="")  # that council
    passed_on = models.TextField(blank=True, db_default="")  # to it; or why nothing was
    unborn = models.BooleanField(default=False)
    first_language = models.CharField(max_length=40, blank=True)
    interpreter_needed = models.BooleanField(default=False)
    communication_needs = models.TextField(blank=True)
    send_status = models.CharField(max_length=20, blank=True)  # code list send_status
    has_ehc_plan = models.BooleanField(null=True, blank=True)
    is_mother = models.BooleanField(null=True, blank=True)
    has_confidential_address = models.BooleanField(default=False)  # that there is one, never where
    legacy_number = models.CharField(max_length=48, blank=True)
    upn_unknown_reason = models.CharField(max_length=6, blank=True)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="merged_from")

    objects = PersonQuerySet.as_manager()

    sensitivity: ClassVar = {
        INTERNAL: "merged_into legacy_number upn_unknown_reason unborn",
        PERSONAL: "forename surname known_as sex gender nationality born_on expected_on died_on first_language "
        "interpreter_needed is_mother moved_away_on",
        LOCATION: "moved_to",
        SPECIAL: "passed_on ethnicity communication_needs send_status has_ehc_plan has_confidential_address",
    }

    class Meta(Correctable.Meta):
        abstract = False
        constraints: ClassVar = [
            *Correctable.Meta.constraints,
            models.CheckConstraint(
                name="person_born_or_expected",
                condition=Q(born_on__isnull=True) | Q(unborn=False),
                violation_error_message="A child is either born, with a date of birth, or not yet born",
            ),
            in_order("person_lives_in_order", "born_on", "died_on", "A person cannot die before being born"),
        ]
        indexes: ClassVar = [models.Index(name="person_by_birth", fields=["born_on"])]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        first = self.known_as or self.forename or ("Unborn child" if self.unborn else "")
        return f"{first} {self.surname}".strip() or "Name not known"


@tracked
class Identifier(Row, RecordBound):
    """A number by which another system knows the person, from a day until a day."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="identifiers")
    kind = models.CharField(max_length=100)  # code list identifier_type: nhs_number, upn …
    value = models.CharField(max_length=100, db_index=True)
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)

    objects = Visible.as_manager()

    sensitivity: ClassVar = {INTERNAL: "person kind valid_from valid_to", PERSONAL: "value"}

    class Meta:
        constraints: ClassVar = [
            in_order("identifier_in_order", "valid_from", "valid_to", "A number must end after it began"),
        ]


class DisabilityQuerySet(Visible):
    def current(self) -> Self:
        """Not said to be wrong, or over, since."""
        return self.filter(no_longer_on__isnull=True)


@tracked
class Disability(Row, RecordBound):
    person = models.ForeignKey(Person, models.PROTECT, related_name="disabilities")
    code = models.CharField(max_length=48)  # code list disability; NONE is an answer too
    no_longer_on = models.DateField(null=True, blank=True)  # wrong or over, and kept

    objects = DisabilityQuerySet.as_manager()

    sensitivity: ClassVar = {INTERNAL: "person no_longer_on", SPECIAL: "code"}

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(name="disability_once", fields=["person", "code"])]


@tracked
class OtherName(Row, RecordBound):
    """A name that the person had before, or also goes by: a maiden name, an alias. Search finds them by it too."""

    class Kind(models.TextChoices):
        FORMER = "former", "Had this name before"
        ALSO = "also", "Also uses this name"

    person = models.ForeignKey(Person, models.PROTECT, related_name="other_names")
    name = models.CharField(max_length=600)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    noted_on = models.DateField()
    used_from = models.DateField(null=True, blank=True)
    used_until = models.DateField(null=True, blank=True)

    objects = Visible.as_manager()

    sensitivity: ClassVar = {INTERNAL: "person kind noted_on", PERSONAL: "name used_from used_until"}

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(name="other_name_once", fields=["person", "name"]),
            in_order("other_name_in_order", "used_from", "used_until", "The last day must follow the first"),
        ]

    @property
    def in_words(self) -> str:
        """With the days between which it was theirs, as far as they are known."""
        since = f"from {words.day(self.used_from)}" if self.used_from else ""
        until = f"until {words.day(self.used_until)}" if self.used_until else ""
        dates = " ".join(filter(None, (since, until)))
        return f"{self.name} ({dates})" if dates else self.name
