"""One episode of help to a family, and each child's dated statuses within it."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q

from kinfold.web.access.checks import Visible
from kinfold.web.access.models import RecordBound
from kinfold.web.core.models import Correctable, Editable, Row, in_order, tracked
from kinfold.web.core.sensitivity import INTERNAL, LOCATION, SPECIAL


@tracked
class Episode(Row, Editable, RecordBound):
    """Help to one family, from the first day until nobody helps any more. Steps up and down stay within it."""

    family = models.ForeignKey("people.Family", models.PROTECT, related_name="episodes")
    opened_on = models.DateField()
    closed_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=40, blank=True)  # code list episode_outcome
    closing_note = models.TextField(blank=True)
    contact_id = models.UUIDField(null=True, blank=True)  # the contact that led to it, where one did

    objects = Visible.as_manager()

    sensitivity: ClassVar = {INTERNAL: "family opened_on closed_on contact_id", SPECIAL: "outcome closing_note"}

    class Meta:
        constraints: ClassVar = [
            in_order("episode_in_order", "opened_on", "closed_on", "Help must end after it began"),
            models.UniqueConstraint(
                name="episode_one_open_per_family",
                fields=["family"],
                condition=Q(closed_on__isnull=True),
                violation_error_message="This family already has help that is open",
            ),
        ]


@tracked
class Referral(Row, RecordBound):
    """A request to children's social care about one child; the start of a child-in-need episode in the returns."""

    person = models.ForeignKey("people.Person", models.PROTECT, related_name="referrals")
    received_on = models.DateField()
    primary_need = models.CharField(max_length=3, blank=True)
    source_code = models.CharField(max_length=48, blank=True)
    source_words = models.CharField(max_length=255, blank=True)
    outcome_flags = models.JSONField(default=dict, blank=True)
    no_further_action = models.BooleanField(null=True, blank=True)
    close_reason = models.CharField(max_length=100, blank=True)
    closed_on = models.DateField(null=True, blank=True)
    team = models.ForeignKey("access.Team", models.PROTECT, null=True, blank=True, related_name="+")
    worker = models.ForeignKey("access.User", models.PROTECT, null=True, blank=True, related_name="+")

    objects = Visible.as_manager()

    sensitivity: ClassVar = {
        INTERNAL: "person received_on source_code source_words closed_on team worker",
        SPECIAL: "primary_need outcome_flags no_further_action close_reason",
    }

    class Meta:
        constraints: ClassVar = [
            in_order("referral_in_order", "received_on", "closed_on", "A referral closes after it was received"),
        ]


class StatusQuerySet(Visible):
    def current_on(self, day: date) -> "StatusQuerySet":
        """Periods are half-open: a status that ended on the day is over at the day's close."""
        return self.filter(
            Q(ended_on__isnull=True) | Q(ended_on__gt=day), started_on__lte=day, recorded_in_error_at__isnull=True
        )


@tracked
class Status(Row, Correctable, RecordBound):
    """What a child is open to, from a day until a day. Protection and being looked after may overlap."""

    class Kind(models.TextChoices):
        FAMILY_SUPPORT = "family_support", "Family Support (Tier 2)"
        EARLY_HELP = "early_help", "Early Help and Prevention (Tier 3)"
        CHILD_IN_NEED = "child_in_need", "Child in need"
        CHILD_PROTECTION = "child_protection", "Child protection"
        LOOKED_AFTER = "looked_after", "Looked after"

    episode = models.ForeignKey(Episode, models.PROTECT, null=True, blank=True, related_name="statuses")
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="statuses")
    kind = models.CharField(max_length=20, choices=Kind.choices)
    tier = models.PositiveSmallIntegerField()
    started_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    legal_basis = models.CharField(max_length=100, blank=True)
    start_reason = models.CharField(max_length=255, blank=True)
    end_reason = models.CharField(max_length=255, blank=True)
    primary_need = models.CharField(max_length=3, blank=True)
    category_at_start = models.CharField(max_length=100, blank=True)
    category_latest = models.CharField(max_length=100, blank=True)
    from_other_authority = models.BooleanField(null=True, blank=True)
    entered_care_on = models.DateField(null=True, blank=True)
    period_of_care_id = models.CharField(max_length=48, blank=True)
    placement_id = models.CharField(max_length=48, blank=True)
    conference_id = models.CharField(max_length=48, blank=True)
    last_reviewing_officer_contact_on = models.DateField(null=True, blank=True)
    referral = models.ForeignKey(Referral, models.PROTECT, null=True, blank=True, related_name="statuses")
    agency = models.ForeignKey("access.Agency", models.PROTECT, null=True, blank=True, related_name="+")
    agency_words = models.CharField(max_length=100, blank=True)
    team = models.ForeignKey("access.Team", models.PROTECT, null=True, blank=True, related_name="+")
    worker = models.ForeignKey("access.User", models.PROTECT, null=True, blank=True, related_name="+")
    ward = models.CharField(max_length=60, blank=True)  # at the start, so that last year's figures stay

    objects = StatusQuerySet.as_manager()

    sensitivity: ClassVar = {
        INTERNAL: "episode person tier started_on ended_on period_of_care_id placement_id conference_id "
        "last_reviewing_officer_contact_on referral agency agency_words team worker "
        "from_other_authority entered_care_on",
        SPECIAL: "kind legal_basis start_reason end_reason primary_need category_at_start category_latest",
        LOCATION: "ward",
    }

    class Meta(Correctable.Meta):
        abstract = False
        constraints: ClassVar = [
            *Correctable.Meta.constraints,
            in_order("status_in_order", "started_on", "ended_on", "A status must end after it started"),
            models.UniqueConstraint(
                name="status_one_open_of_a_kind",
                fields=["person", "kind"],
                condition=Q(ended_on__isnull=True, recorded_in_error_at__isnull=True),
                violation_error_message="The child already has this status",
            ),
        ]
        indexes: ClassVar = [models.Index(name="status_by_kind", fields=["kind", "started_on", "ended_on"])]
