"""Who agreed to take part, and with whom a plan may or may not be shared, person by person."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from kinfold.web.access.checks import Visible
from kinfold.web.access.models import RecordBound
from kinfold.web.core.models import Editable, Row, tracked
from kinfold.web.core.sensitivity import INTERNAL, SPECIAL


@tracked
class Agreement(Row, RecordBound):
    """A person's answer when asked to take part; the newest for one person and purpose counts."""

    about_kind = models.CharField(max_length=80)
    about_id = models.UUIDField(db_index=True)
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="agreements")
    purpose = models.CharField(max_length=60)  # family_support, early_help
    agreed = models.BooleanField()
    given_how = models.CharField(max_length=40)  # in_person, telephone, in_writing, through_interpreter
    given_on = models.DateField()
    note = models.TextField(blank=True)
    recorded_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")

    objects = Visible.as_manager()

    sensitivity: ClassVar = {
        INTERNAL: "about_kind about_id person purpose given_how given_on recorded_by",
        SPECIAL: "agreed note",
    }


@tracked
class ShareWith(Row, Editable, RecordBound):
    """May this person, colleague or agency see it? “Do not share with” is honoured on every output."""

    about_kind = models.CharField(max_length=80)
    about_id = models.UUIDField(db_index=True)
    person = models.ForeignKey("people.Person", models.PROTECT, null=True, blank=True, related_name="+")
    user = models.ForeignKey("access.User", models.PROTECT, null=True, blank=True, related_name="+")
    agency = models.ForeignKey("access.Agency", models.PROTECT, null=True, blank=True, related_name="+")
    may_share = models.BooleanField()
    reason = models.TextField(blank=True)
    decided_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")

    objects = Visible.as_manager()

    sensitivity: ClassVar = {
        INTERNAL: "about_kind about_id person user agency decided_by",
        SPECIAL: "may_share reason",
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="share_with_one",
                condition=Q(person__isnull=False, user__isnull=True, agency__isnull=True)
                | Q(person__isnull=True, user__isnull=False, agency__isnull=True)
                | Q(person__isnull=True, user__isnull=True, agency__isnull=False),
                violation_error_message="Name one person, one colleague or one agency",
            ),
            models.UniqueConstraint(
                name="share_with_once",
                fields=["about_id", "person", "user", "agency"],
                nulls_distinct=False,
                violation_error_message="This person is already on the list",
            ),
        ]
