"""Files of changes that came, what became of them, and the lines that wait for a person to decide."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from kinfold.web.access.checks import Visible
from kinfold.web.access.models import RecordBound
from kinfold.web.core.models import Row, paired
from kinfold.web.core.sensitivity import INTERNAL, SPECIAL


class ChangeFile(Row, RecordBound):
    """One file. What was sent is kept until it is taken in, or could not be; then nothing of what its lines say is.

    ``not_known`` also counts lines about people whom whoever took it in may not see, so that it says nothing of them.
    """

    agency = models.ForeignKey("access.Agency", models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    content = models.BinaryField(blank=True)
    sha256 = models.CharField(max_length=64)
    sent_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    sent_at = models.DateTimeField()
    taken_in_at = models.DateTimeField(null=True, blank=True)
    stopped_at = models.DateTimeField(null=True, blank=True)  # it could not be taken in, and must be sent again
    in_all = models.PositiveIntegerField(default=0)  # lines
    recorded = models.PositiveIntegerField(default=0)
    known_before = models.PositiveIntegerField(default=0)
    put_aside = models.PositiveIntegerField(default=0)
    not_known = models.PositiveIntegerField(default=0)
    failed = models.PositiveIntegerField(default=0)
    faults = models.JSONField(default=list, blank=True)  # [line, column, words] each, and nothing of what a cell says

    objects = Visible.as_manager()

    sensitivity: ClassVar = {
        INTERNAL: "agency name sha256 sent_by sent_at taken_in_at stopped_at in_all recorded known_before put_aside "
        "not_known failed faults",
        SPECIAL: "content",
    }

    class Meta:
        ordering: ClassVar = ["-sent_at"]
        indexes: ClassVar = [models.Index(name="change_file_by_time", fields=["-sent_at"])]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="change_file_once_at_a_time",
                fields=["agency", "sha256"],
                condition=Q(taken_in_at__isnull=True, stopped_at__isnull=True),
                violation_error_message="The same file is being taken in",
            ),
            models.CheckConstraint(
                name="change_file_has_one_end",
                condition=Q(taken_in_at__isnull=True) | Q(stopped_at__isnull=True),
                violation_error_message="A file was taken in, or it was not",
            ),
            models.CheckConstraint(
                name="change_file_counts_each_line_once",
                condition=Q(in_all=F("recorded") + F("known_before") + F("put_aside") + F("not_known") + F("failed")),
                violation_error_message="Each line has one fate",
            ),
        ]


class PutAsideQuerySet(Visible):
    def waiting(self) -> "PutAsideQuerySet":
        return self.filter(decided_at__isnull=True)


class PutAside(Row, RecordBound):
    """One line that a person decides about. It belongs to the record of whom it may be about, or to the sealed one of
    their secret address, so that it shows them to nobody who does not see them anyway.

    ``said`` is kept until it is decided. ``mark`` stays, so that the same line does not come up again.
    """

    class Why(models.TextChoices):
        SURNAME = "surname", "The last name is not the one that Kinfold has"
        UNSURE = "unsure", "It is not certain who this is"
        OLDER = "older", "Kinfold has something newer, or from the same day"
        PLACED = "placed", "They are recorded at an address that is no home, such as a placement"
        UNSEEN = "unseen", "It came in a file taken in by somebody who may not see this record"

    class Outcome(models.TextChoices):
        TAKEN_IN = "taken_in", "Taken in"
        SET_ASIDE = "set_aside", "Not taken in"

    file = models.ForeignKey(ChangeFile, models.PROTECT, related_name="+")
    agency = models.ForeignKey("access.Agency", models.PROTECT, related_name="+")  # not every decider sees the file
    number = models.PositiveIntegerField()  # in the file, whose first line has the columns' names
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="+")  # the likeliest
    may_be = ArrayField(models.UUIDField(), default=list)  # everybody it may be about, that one first
    why = models.CharField(max_length=10, choices=Why.choices)
    mark = models.CharField(max_length=64, unique=True)
    said = models.JSONField(default=dict, blank=True)  # column ▶ what it said
    put_aside_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey("access.User", models.PROTECT, null=True, blank=True, related_name="+")
    outcome = models.CharField(max_length=10, choices=Outcome.choices, blank=True)
    reason = models.TextField(blank=True)  # why it was not taken in

    objects = PutAsideQuerySet.as_manager()

    sensitivity: ClassVar = {
        INTERNAL: "file agency number person may_be why mark put_aside_at decided_at decided_by outcome",
        SPECIAL: "said reason",
    }

    class Meta:
        ordering: ClassVar = ["put_aside_at", "number"]
        indexes: ClassVar = [
            models.Index(name="put_aside_waiting", fields=["put_aside_at"], condition=Q(decided_at__isnull=True))
        ]
        constraints: ClassVar = [
            paired("put_aside_decided", "decided_at", "decided_by"),
            models.CheckConstraint(
                name="put_aside_has_an_outcome",
                condition=Q(decided_at__isnull=True, outcome="") | Q(decided_at__isnull=False, outcome="taken_in")
                | (Q(decided_at__isnull=False, outcome="set_aside") & ~Q(reason="")),
                violation_error_message="Say why it is not taken in",
            ),
            models.CheckConstraint(
                name="put_aside_forgets_what_is_decided",
                condition=Q(decided_at__isnull=True) | Q(said={}),
                violation_error_message="What a decided line said is not kept",
            ),
        ]  # fmt: skip

    @property
    def waits(self) -> bool:
        return self.decided_at is None
