"""A family told of a service, or referred to it: when, by whom, and what became of it."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from kinfold.practice import code_lists
from kinfold.web.access.checks import Visible
from kinfold.web.access.models import RecordBound
from kinfold.web.core.models import Editable, Row, tracked
from kinfold.web.core.sensitivity import INTERNAL, SPECIAL

MISTAKE = "mistake"  # of the code list service_outcome: never said, so it is counted nowhere


class SignpostQuerySet(Visible):
    def waiting(self) -> "SignpostQuerySet":
        return self.filter(way=Signpost.Way.REFERRED, began_on__isnull=True, ended_on__isnull=True)

    def there(self) -> "SignpostQuerySet":
        return self.filter(began_on__isnull=False, ended_on__isnull=True)


@tracked
class Signpost(Row, Editable, RecordBound):
    """Being told is over once it is said; a referral waits, begins, and ends with an outcome; whoever came by
    themselves began that day.

    ``about_kind`` and ``about_id`` are the decision or the help in which it was said, or the person who came;
    ``why`` is what they hope for.
    """

    class Way(models.TextChoices):
        TOLD = "told", "Told of it"
        REFERRED = "referred", "Referred to it"
        CAME = "came", "Came by themselves"

    service = models.ForeignKey("directory.Service", models.PROTECT, related_name="signposts")
    about_kind = models.CharField(max_length=80)
    about_id = models.UUIDField(db_index=True)
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="signposts")  # whom it is for
    way = models.CharField(max_length=10, choices=Way.choices)
    why = models.TextField(blank=True)
    said_at = models.DateTimeField()
    said_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")

    heard_on = models.DateField(null=True, blank=True)  # the service was last asked, and has no place yet
    began_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    outcome = models.CharField(max_length=20, blank=True)  # code list service_outcome
    outcome_words = models.TextField(blank=True)  # what changed, as the family sees it

    objects = SignpostQuerySet.as_manager()

    sensitivity: ClassVar = {
        INTERNAL: "about_kind about_id person said_at said_by heard_on",
        SPECIAL: "service way why began_on ended_on outcome outcome_words",
    }

    class Meta:
        ordering: ClassVar = ["-said_at"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="signposted_once_at_a_time", fields=["service", "about_id", "person", "way"],
                condition=Q(ended_on__isnull=True),
                violation_error_message="They have been told of it, or referred to it, already",
            ),
            models.CheckConstraint(
                name="signpost_ends_with_an_outcome",
                condition=Q(ended_on__isnull=True, outcome="") | (Q(ended_on__isnull=False) & ~Q(outcome="")),
                violation_error_message="Say how it ended",
            ),
            models.CheckConstraint(
                name="signpost_begins_before_it_ends",
                condition=Q(began_on__isnull=True) | Q(ended_on__isnull=True) | Q(began_on__lte=F("ended_on")),
                violation_error_message="It cannot end before it began",
            ),
            models.CheckConstraint(
                name="being_told_begins_nothing",
                condition=~Q(way="told") | Q(began_on__isnull=True),
                violation_error_message="Being told of a service begins nothing",
            ),
            models.CheckConstraint(
                name="whoever_came_has_begun",
                condition=~Q(way="came") | Q(began_on__isnull=False),
                violation_error_message="Say on which day they came first",
            ),
        ]  # fmt: skip

    @property
    def waits(self) -> bool:
        return self.way == self.Way.REFERRED and self.began_on is None and self.ended_on is None

    @property
    def is_there(self) -> bool:
        return self.began_on is not None and self.ended_on is None

    @property
    def outcome_in_words(self) -> str:
        return code_lists.label("service_outcome", self.outcome) if self.outcome else ""
