"""A child in a contact: as the referrer described them, whom they turned out to be, and what was decided."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kinfold.web.access.checks import Visible
from kinfold.web.access.models import RecordBound
from kinfold.web.core.models import Editable, Row, paired, tracked
from kinfold.web.core.sensitivity import INTERNAL, LOCATION, PERSONAL, SPECIAL
from kinfold.web.people.models import Person


class ContactChildQuerySet(Visible):
    def undecided(self) -> "ContactChildQuerySet":
        return self.filter(decided_at__isnull=True)

    def awaiting_agreement(self) -> "ContactChildQuerySet":
        return self.filter(needs_agreement=True, agreed_at__isnull=True, decided_at__isnull=False)


@tracked
class ContactChild(Row, Editable, RecordBound):
    """``person`` is empty until somebody in the hub confirms who this is; then the row belongs to their record."""

    contact = models.ForeignKey("mash.Contact", models.PROTECT, related_name="children")
    described_forename = models.CharField(max_length=255, blank=True)
    described_surname = models.CharField(max_length=255, blank=True)
    described_born_on = models.DateField(null=True, blank=True)
    described_expected_on = models.DateField(null=True, blank=True)
    described_age = models.CharField(max_length=40, blank=True)
    described_sex = models.CharField(max_length=20, blank=True)
    described_address = models.TextField(blank=True)
    described_postcode = models.CharField(max_length=15, blank=True)
    described_school = models.CharField(max_length=200, blank=True)
    described_parents = models.TextField(blank=True)
    upn = models.CharField(max_length=13, blank=True)
    nhs_number = models.CharField(max_length=10, blank=True)
    first_language = models.CharField(max_length=40, blank=True)
    interpreter_needed = models.BooleanField(null=True, blank=True)
    communication_needs = models.TextField(blank=True)
    disability_or_send = models.TextField(blank=True)
    own_words = models.TextField(blank=True)

    person = models.ForeignKey("people.Person", models.PROTECT, null=True, blank=True, related_name="contacts")
    matched_at = models.DateTimeField(null=True, blank=True)
    matched_by = models.ForeignKey("access.User", models.PROTECT, null=True, blank=True, related_name="+")

    ward = models.CharField(max_length=60, blank=True)  # at the time of the contact
    open_to = models.CharField(max_length=20, default="none")  # what the child was open to when it came

    threshold_version = models.CharField(max_length=20, blank=True)
    indicators_of_need = ArrayField(models.CharField(max_length=60), default=list, blank=True)
    tier = models.PositiveSmallIntegerField(null=True, blank=True)
    decision = models.CharField(max_length=30, blank=True)  # code list contact_decision
    outcome_flags = models.JSONField(default=dict, blank=True)  # the decision as the standard's flags
    rationale = models.TextField(blank=True)
    signposted_to = models.CharField(max_length=200, blank=True)
    other_authority = models.CharField(max_length=200, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True, db_index=True)
    decided_by = models.ForeignKey("access.User", models.PROTECT, null=True, blank=True, related_name="+")
    needs_agreement = models.BooleanField(default=False)
    agreed_at = models.DateTimeField(null=True, blank=True)
    agreed_by = models.ForeignKey("access.User", models.PROTECT, null=True, blank=True, related_name="+")
    returned_at = models.DateTimeField(null=True, blank=True)  # the second person asked for another decision
    returned_by = models.ForeignKey("access.User", models.PROTECT, null=True, blank=True, related_name="+")
    returned_reason = models.TextField(blank=True)

    objects = ContactChildQuerySet.as_manager()

    sensitivity: ClassVar = {
        INTERNAL: "contact person matched_at matched_by threshold_version decided_at decided_by needs_agreement "
        "agreed_at agreed_by returned_at returned_by",
        PERSONAL: "described_forename described_surname described_born_on described_expected_on described_age "
        "described_sex described_parents upn nhs_number first_language interpreter_needed",
        LOCATION: "described_address described_postcode described_school ward",
        SPECIAL: "communication_needs disability_or_send own_words open_to indicators_of_need tier decision "
        "outcome_flags rationale signposted_to other_authority returned_reason",
    }

    class Meta:
        constraints: ClassVar = [
            paired("contact_child_match_is_complete", "matched_at", "matched_by"),
            paired("contact_child_agreement_is_complete", "agreed_at", "agreed_by"),
            paired("contact_child_return_is_complete", "returned_at", "returned_by"),
            models.CheckConstraint(
                name="contact_child_decision_is_complete",
                condition=Q(decision="", decided_at__isnull=True) | (~Q(decision="") & Q(decided_at__isnull=False)),
                violation_error_message="A decision needs a moment, and a moment a decision",
            ),
            models.CheckConstraint(
                name="contact_child_agreed_by_another",
                condition=Q(agreed_by__isnull=True) | ~Q(agreed_by=models.F("decided_by")),
                violation_error_message="A second person must agree, not the one who decided",
            ),
        ]
        indexes: ClassVar = [
            models.Index(name="contact_child_by_person", fields=["person", "-decided_at"]),
            models.Index(
                name="contact_child_to_agree",
                fields=["decided_at"],
                condition=Q(needs_agreement=True, agreed_at__isnull=True),
            ),
        ]

    @property
    def awaits_agreement(self) -> bool:
        return self.needs_agreement and self.decided_at is not None and self.agreed_at is None

    @property
    def known(self) -> Person:
        """Who this is, for what happens only once somebody has said so."""
        if self.person is None:
            raise ValueError("Nobody has confirmed who this child is.")
        return self.person

    @property
    def described_name(self) -> str:
        return f"{self.described_forename} {self.described_surname}".strip() or "Name not given"


@tracked
class ChildWorry(Row, RecordBound):
    child = models.ForeignKey(ContactChild, models.PROTECT, related_name="worries")
    worry = models.CharField(max_length=40)  # code list worry

    objects = Visible.as_manager()

    sensitivity: ClassVar = {INTERNAL: "child", SPECIAL: "worry"}

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(name="worry_once_a_child", fields=["child", "worry"])]
