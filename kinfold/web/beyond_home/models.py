"""Missing episodes, as police and placements report them."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from kinfold.web.access.checks import Visible
from kinfold.web.access.models import RecordBound
from kinfold.web.core.models import Row, in_order, tracked
from kinfold.web.core.sensitivity import INTERNAL, SPECIAL


@tracked
class MissingEpisode(Row, RecordBound):
    child = models.ForeignKey("people.Person", models.PROTECT, related_name="missing_episodes")
    kind = models.CharField(max_length=100, blank=True)  # code list missing_type
    went_missing_at = models.DateTimeField()
    returned_at = models.DateTimeField(null=True, blank=True)
    interview_offered = models.CharField(max_length=2, blank=True)
    interview_accepted = models.CharField(max_length=2, blank=True)

    objects = Visible.as_manager()

    sensitivity: ClassVar = {
        INTERNAL: "child",
        SPECIAL: "kind went_missing_at returned_at interview_offered interview_accepted",
    }

    class Meta:
        constraints: ClassVar = [
            in_order(
                "missing_return_follows_absence",
                "went_missing_at",
                "returned_at",
                "The return must be after the child went missing",
            ),
            models.UniqueConstraint(
                name="missing_one_open_episode_per_child", fields=["child"], condition=Q(returned_at__isnull=True)
            ),
        ]
