"""What the police were called to, as they graded it, and the word to the child's school before its next day."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from kinfold.web.access.checks import Visible
from kinfold.web.access.models import RecordBound
from kinfold.web.core.models import Editable, Row, tracked
from kinfold.web.core.sensitivity import INTERNAL, PERSONAL, SPECIAL


@tracked
class Incident(Row, Editable, RecordBound):
    """Of one contact: the household's part in an incident. Its number groups the homes that it touched."""

    contact = models.OneToOneField("mash.Contact", models.PROTECT, related_name="incident")
    number = models.CharField(max_length=60, db_index=True)
    agency = models.ForeignKey("access.Agency", models.PROTECT, related_name="+")
    happened_on = models.DateField()
    domestic_abuse = models.BooleanField(default=False)
    risk = models.CharField(max_length=20, blank=True)  # code list incident_risk, as the agency graded it
    conference_on = models.DateField(null=True, blank=True)  # multi-agency risk assessment conference
    conference_actions = models.TextField(blank=True)

    people_named = "SELECT array_agg(person_id) FROM mash_contactchild WHERE contact_id = ($1 ->> 'contact_id')::uuid"

    objects = Visible.as_manager()

    sensitivity: ClassVar = {
        INTERNAL: "contact number agency happened_on conference_on",
        SPECIAL: "domestic_abuse risk conference_actions",
    }


@tracked
class WordToSchool(Row, RecordBound):
    """Who at the school was told, so that somebody there looks out for the child; or why nobody was.

    Which school it was stands with the child, and is hidden where their address is secret.
    """

    child = models.OneToOneField("mash.ContactChild", models.PROTECT, related_name="word_to_school")
    told_name = models.CharField(max_length=200, blank=True)
    told_at = models.DateTimeField()
    told_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    how = models.CharField(max_length=20, blank=True)  # code list channel
    lawful_basis = models.TextField(blank=True)
    not_told_because = models.TextField(blank=True)

    objects = Visible.as_manager()

    sensitivity: ClassVar = {
        INTERNAL: "child told_at told_by how lawful_basis",
        PERSONAL: "told_name",
        SPECIAL: "not_told_because",
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="word_to_school_or_why_not",
                condition=(~Q(told_name="") & Q(not_told_because="")) | (Q(told_name="") & ~Q(not_told_because="")),
                violation_error_message="Say who was told at the school, or why nobody was",
            )
        ]
