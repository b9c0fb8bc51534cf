"""The call to a family three months after its help ended, where it agreed to one."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from kinfold.practice import code_lists
from kinfold.web.access.checks import Visible
from kinfold.web.access.models import RecordBound
from kinfold.web.core.models import Editable, Row, tracked
from kinfold.web.core.sensitivity import INTERNAL, SPECIAL


@tracked
class AfterHelp(Row, Editable, RecordBound):
    """Promised when help ended; whoever closed it keeps sight of the file until the call, and a while at most."""

    episode = models.OneToOneField("casework.Episode", models.PROTECT, related_name="after_help")
    promised_at = models.DateTimeField()
    promised_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    contacted_on = models.DateField(null=True, blank=True)
    contacted_by = models.ForeignKey("access.User", models.PROTECT, null=True, blank=True, related_name="+")
    going = models.CharField(max_length=20, blank=True)  # code list after_help
    words = models.TextField(blank=True)

    objects = Visible.as_manager()

    sensitivity: ClassVar = {
        INTERNAL: "episode promised_at promised_by contacted_on contacted_by",
        SPECIAL: "going words",
    }

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="after_help_says_how_it_goes",
                condition=Q(contacted_on__isnull=True, contacted_by__isnull=True, going="")
                | (Q(contacted_on__isnull=False, contacted_by__isnull=False) & ~Q(going="")),
                violation_error_message="Say how things are",
            )
        ]

    @property
    def going_in_words(self) -> str:
        return code_lists.label("after_help", self.going) if self.going else ""
