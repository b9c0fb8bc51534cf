"""Who knows a family outside work, and so must not see its file."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from kinfold.practice import code_lists
from kinfold.web.access.checks import Visible
from kinfold.web.access.models import RecordBound
from kinfold.web.core.models import Row, paired, tracked
from kinfold.web.core.sensitivity import INTERNAL, SPECIAL
from kinfold.web.people.models import Person


@tracked
class Conflict(Row, RecordBound):
    """While it lasts no policy shows the colleague anything that names the person, or anybody in a family with them,
    whatever opened it to them before. It has a restricted record of its own: the colleague sees it only if they said
    so themselves, since otherwise it would tell them that there is a file."""

    user = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    how = models.CharField(max_length=40)  # code list conflict_of_interest
    declared_at = models.DateTimeField()
    declared_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey("access.User", models.PROTECT, null=True, blank=True, related_name="+")
    ended_reason = models.TextField(blank=True)

    objects = Visible.as_manager()

    sensitivity: ClassVar = {
        INTERNAL: "user person declared_at declared_by ended_at ended_by",
        SPECIAL: "how ended_reason",
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="conflict_once_at_a_time", fields=["user", "person"], condition=Q(ended_at__isnull=True)
            ),
            paired("conflict_ended", "ended_at", "ended_by"),
        ]

    @property
    def how_in_words(self) -> str:
        return code_lists.label("conflict_of_interest", self.how)
