"""A handover: the sender holds the family until the receiver accepts."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from kinfold.web.access.checks import Visible
from kinfold.web.access.models import RecordBound
from kinfold.web.core.models import Editable, Row, tracked
from kinfold.web.core.sensitivity import INTERNAL, SPECIAL


class HandoverQuerySet(Visible):
    def waiting(self) -> "HandoverQuerySet":
        return self.filter(accepted_at__isnull=True, refused_at__isnull=True, withdrawn_at__isnull=True)


@tracked
class Handover(Row, Editable, RecordBound):
    """An offer from one team to another to take up help. Significant harm goes to the MASH and cannot be refused."""

    class Kind(models.TextChoices):
        START = "start", "Start help"  # the hub's decision, on its way to whoever helps
        STEP_UP = "step_up", "Step up"
        STEP_DOWN = "step_down", "Step down"
        TRANSFER = "transfer", "Hand over"
        OPEN_CASE = "open_case", "Contact about an open case"
        SIGNIFICANT_HARM = "significant_harm", "Significant harm"

    kind = models.CharField(max_length=20, choices=Kind.choices)
    to_status = models.CharField(max_length=20, blank=True)  # the Status.Kind that it would begin
    family = models.ForeignKey("people.Family", models.PROTECT, null=True, blank=True, related_name="handovers")
    episode = models.ForeignKey("casework.Episode", models.PROTECT, null=True, blank=True, related_name="handovers")
    people = models.ManyToManyField("people.Person", through="casework.HandoverPerson", related_name="handovers")
    urgent = models.BooleanField(default=False)  # an immediate strategy discussion: hours, not days, to answer
    contact_child_id = models.UUIDField(null=True, blank=True)  # the contact's decision that it carries
    from_team = models.ForeignKey("access.Team", models.PROTECT, null=True, blank=True, related_name="handed_over")
    to_team = models.ForeignKey("access.Team", models.PROTECT, related_name="handovers")
    to_user = models.ForeignKey("access.User", models.PROTECT, null=True, blank=True, related_name="handovers")
    reason = models.TextField()
    offered_at = models.DateTimeField()
    offered_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    accepted_at = models.DateTimeField(null=True, blank=True)
    refused_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey("access.User", models.PROTECT, null=True, blank=True, related_name="+")
    refusal_reason = models.TextField(blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = HandoverQuerySet.as_manager()

    sensitivity: ClassVar = {
        INTERNAL: "kind urgent family episode people contact_child_id from_team to_team to_user offered_at offered_by "
        "accepted_at refused_at answered_by withdrawn_at",
        SPECIAL: "to_status reason refusal_reason",
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="handover_answered_once",
                condition=Q(accepted_at__isnull=True) | Q(refused_at__isnull=True),
                violation_error_message="A handover is accepted or refused, not both",
            ),
            models.CheckConstraint(
                name="handover_answer_is_complete",
                condition=Q(accepted_at__isnull=True, refused_at__isnull=True, answered_by__isnull=True)
                | Q(answered_by__isnull=False),
                violation_error_message="Say who answered",
            ),
            models.CheckConstraint(
                name="handover_refusal_has_reason",
                condition=Q(refused_at__isnull=True) | ~Q(refusal_reason=""),
                violation_error_message="Say why this cannot be taken on",
            ),
            models.CheckConstraint(
                name="handover_harm_never_refused",
                condition=~Q(kind="significant_harm") | Q(refused_at__isnull=True),
                violation_error_message="Significant harm cannot be declined",
            ),
        ]


@tracked
class HandoverPerson(Row, RecordBound):
    handover = models.ForeignKey(Handover, models.PROTECT, related_name="handed_people")
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")

    objects = Visible.as_manager()

    sensitivity: ClassVar = {INTERNAL: "handover person"}

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(name="handover_person_once", fields=["handover", "person"])]
