"""What a colleague must mind before they visit, ring or write."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from kinfold.practice import code_lists
from kinfold.web.access.checks import Visible
from kinfold.web.access.models import RecordBound
from kinfold.web.core.models import Row, paired, tracked
from kinfold.web.core.sensitivity import INTERNAL, SPECIAL
from kinfold.web.people.models.persons import Person
from kinfold.web.people.models.places import Address


class CautionQuerySet(Visible):
    def in_force(self) -> Self:
        return self.filter(ended_at__isnull=True)


@tracked
class Caution(Row, RecordBound):
    """About a person; with ``address``, about the home, and so about everybody who lives there. A row says one thing
    for as long as it is looked at in time: looked at again, it ends, and another ``renews`` it."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="cautions")
    address = models.ForeignKey(Address, models.PROTECT, null=True, blank=True, related_name="cautions")
    kind = models.CharField(max_length=40)  # code list caution
    reason = models.TextField()
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    renews = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="renewed_by")
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey("access.User", models.PROTECT, null=True, blank=True, related_name="+")
    ended_reason = models.TextField(blank=True)

    objects = CautionQuerySet.as_manager()

    sensitivity: ClassVar = {
        INTERNAL: "person address recorded_at recorded_by renews ended_at ended_by",
        SPECIAL: "kind reason ended_reason",
    }

    class Meta:
        constraints: ClassVar = [
            paired("caution_ended", "ended_at", "ended_by"),
            models.CheckConstraint(
                name="caution_ends_for_a_reason",
                condition=Q(ended_at__isnull=True) | ~Q(ended_reason=""),
                violation_error_message="Say why it no longer needs minding, or still does",
            ),
            models.UniqueConstraint(
                name="caution_once",
                fields=["person", "kind", "address"],
                condition=Q(ended_at__isnull=True),
                nulls_distinct=False,
            ),
        ]

    @property
    def words(self) -> str:
        """What to do, as a family may read it over a shoulder; why is said on a page of its own."""
        return code_lists.labels("caution").get(self.kind, self.kind)
