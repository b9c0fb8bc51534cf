"""What an agency was asked about a child, why and by what right; and what it said, or that it would not say."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from kinfold.web.access.checks import Visible
from kinfold.web.access.models import RecordBound
from kinfold.web.core.models import Editable, Row, paired, tracked
from kinfold.web.core.sensitivity import INTERNAL, PERSONAL, SPECIAL


class AgencyRequestQuerySet(Visible):
    def open(self) -> "AgencyRequestQuerySet":
        return self.filter(replied_at__isnull=True, withdrawn_at__isnull=True)


@tracked
class AgencyRequest(Row, Editable, RecordBound):
    """One agency's person asked about one child. It has a record of its own, open to them and to those who asked.

    ``told_name`` and ``told_born_on`` are what was shared so that they find the child; no address, school or ward is.
    The reply is due by the deadline that is about this row.
    """

    class Outcome(models.TextChoices):
        SHARED = "shared", "Here is what we know"
        NOTHING_KNOWN = "nothing_known", "We know nothing about this child or family"
        DECLINED = "declined", "We will not share this"

    reference = models.CharField(max_length=20, unique=True)
    about_kind = models.CharField(max_length=80)
    about_id = models.UUIDField(db_index=True)
    person = models.ForeignKey("people.Person", models.PROTECT, null=True, blank=True, related_name="agency_requests")
    told_name = models.CharField(max_length=300)
    told_born_on = models.DateField(null=True, blank=True)

    agency = models.ForeignKey("access.Agency", models.PROTECT, related_name="requests")
    to_user = models.ForeignKey("access.User", models.PROTECT, null=True, blank=True, related_name="requests_received")
    to_name = models.CharField(max_length=200)
    to_post = models.CharField(max_length=200, blank=True)
    to_email = models.EmailField(blank=True)
    to_telephone = models.CharField(max_length=40, blank=True)

    purpose = models.CharField(max_length=30)  # safeguarding, support
    lawful_basis = models.TextField()  # follows from the purpose, never asked
    why = models.TextField()
    parents_do_not_know = models.BooleanField(default=False)
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    from_team = models.ForeignKey("access.Team", models.PROTECT, null=True, blank=True, related_name="+")
    chased_at = models.DateTimeField(null=True, blank=True)
    times_chased = models.PositiveSmallIntegerField(default=0)

    outcome = models.CharField(max_length=20, choices=Outcome.choices, blank=True)
    declined_because = models.TextField(blank=True)
    replied_at = models.DateTimeField(null=True, blank=True)
    replied_by = models.ForeignKey("access.User", models.PROTECT, null=True, blank=True, related_name="+")
    replied_as = models.CharField(max_length=200, blank=True)  # who says it, where the reply came by a link
    decided_without_at = models.DateTimeField(null=True, blank=True)  # the decision did not wait for the reply

    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey("access.User", models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn_because = models.TextField(blank=True)

    objects = AgencyRequestQuerySet.as_manager()

    sensitivity: ClassVar = {
        INTERNAL: "reference about_kind about_id person agency to_user purpose lawful_basis asked_at asked_by "
        "from_team chased_at times_chased replied_at replied_by decided_without_at withdrawn_at withdrawn_by",
        PERSONAL: "told_name told_born_on to_name to_post to_email to_telephone replied_as",
        SPECIAL: "why parents_do_not_know outcome declined_because withdrawn_because",
    }

    class Meta:
        constraints: ClassVar = [
            paired("request_withdrawal_is_complete", "withdrawn_at", "withdrawn_by"),
            models.CheckConstraint(
                name="request_goes_to_one",
                condition=Q(to_user__isnull=False, to_email="") | (Q(to_user__isnull=True) & ~Q(to_email="")),
                violation_error_message="A request goes to somebody with an account, or to an e-mail address",
            ),
            models.CheckConstraint(
                name="request_reply_says_what",
                condition=Q(replied_at__isnull=True, outcome="") | (Q(replied_at__isnull=False) & ~Q(outcome="")),
                violation_error_message="A reply says what is known, that nothing is, or why it is not shared",
            ),
            models.CheckConstraint(
                name="request_declined_with_reason",
                condition=~Q(outcome="declined") | ~Q(declined_because=""),
                violation_error_message="A decision not to share has its reason",
            ),
            models.UniqueConstraint(
                name="request_once_open",
                fields=["about_id", "agency", "to_user", "to_email"],
                condition=Q(replied_at__isnull=True, withdrawn_at__isnull=True),
                nulls_distinct=False,
                violation_error_message="They have been asked about this child already, and have not replied yet",
            ),
        ]
        indexes: ClassVar = [models.Index(name="request_by_time", fields=["-asked_at"])]

    @property
    def is_open(self) -> bool:
        return self.replied_at is None and self.withdrawn_at is None

    @property
    def replied_after_decision(self) -> bool:
        if self.replied_at is None or self.decided_without_at is None:
            return False
        return self.replied_at >= self.decided_without_at


@tracked
class Question(Row, RecordBound):
    """One thing that was asked, in the words in which it was asked, and the agency's answer to it."""

    request = models.ForeignKey(AgencyRequest, models.PROTECT, related_name="questions")
    position = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=40, blank=True)  # code list agency_question; empty: the asker's own words
    words = models.CharField(max_length=500)
    answer = models.TextField(blank=True)

    people_named = "SELECT ARRAY[person_id] FROM sharing_agencyrequest WHERE id = ($1 ->> 'request_id')::uuid"

    objects = Visible.as_manager()

    sensitivity: ClassVar = {INTERNAL: "request position code", SPECIAL: "words answer"}

    class Meta:
        ordering: ClassVar = ["position"]
        constraints: ClassVar = [models.UniqueConstraint(name="question_once", fields=["request", "position"])]
