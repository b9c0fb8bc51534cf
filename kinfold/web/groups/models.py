"""A session of a group, who of its register came, and the volunteers of a service."""

from datetime import date, datetime, time, timedelta
from typing import ClassVar

from django.db import models
from django.db.models import Q

from kinfold.web.access.checks import Visible
from kinfold.web.access.models import RecordBound, User
from kinfold.web.access.permissions import Permission
from kinfold.web.core.clock import LONDON
from kinfold.web.core.models import Editable, Row, in_order, tracked
from kinfold.web.core.sensitivity import INTERNAL, PERSONAL, SPECIAL
from kinfold.web.core.words import in_london

MOST_OTHERS = 500


class VolunteerQuerySet(models.QuerySet["Volunteer"]):
    def visible_to(self, user: User) -> "VolunteerQuerySet":
        """For the team that runs the service, and for those who keep the directory; nobody else."""
        if not user.may(Permission.VOLUNTEER_KEEP):
            return self.none()
        if user.may(Permission.DIRECTORY_KEEP):
            return self
        return self.filter(service__team__in=user.teams)

    def active_on(self, day: date) -> "VolunteerQuerySet":
        """``until`` is the last day."""
        return self.filter(Q(until__isnull=True) | Q(until__gte=day), since__lte=day)


@tracked
class Volunteer(Row, Editable):
    """Somebody who helps at a service unpaid. ``check_due_at`` is what the clock of the deadlines engine said when the
    check was last seen; ``working_record`` opens that clock to those who must look again, and holds nothing else."""

    service = models.ForeignKey("directory.Service", models.PROTECT, related_name="volunteers")
    name = models.CharField(max_length=200)
    role = models.CharField(max_length=200)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    check_seen_on = models.DateField(null=True, blank=True)  # the certificate of the Disclosure and Barring Service
    check_due_at = models.DateTimeField(null=True, blank=True)
    supervised_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    training = models.TextField(blank=True)
    working_record = models.ForeignKey("access.Record", models.PROTECT, related_name="+")

    objects = VolunteerQuerySet.as_manager()

    sensitivity: ClassVar = {
        INTERNAL: "service role since until supervised_by training working_record",
        PERSONAL: "name check_seen_on check_due_at",
    }

    class Meta:
        ordering: ClassVar = ["name", "pk"]
        constraints: ClassVar = [
            in_order("volunteer_in_order", "since", "until", "The last day must not be before the first"),
            models.CheckConstraint(
                name="volunteer_check_is_on_the_clock",
                condition=Q(check_seen_on__isnull=True, check_due_at__isnull=True)
                | Q(check_seen_on__isnull=False, check_due_at__isnull=False),
                violation_error_message="A check that was seen falls due again",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def is_active_on(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day <= self.until)

    @property
    def due_on(self) -> date | None:
        """The last day on which the check still counts."""
        return in_london(self.check_due_at - timedelta(microseconds=1)).date() if self.check_due_at else None

    def is_checked_on(self, day: date) -> bool:
        """Seen by then, and not due again before the day is over."""
        if self.check_seen_on is None or self.check_due_at is None or self.check_seen_on > day:
            return False
        return datetime.combine(day, time(), LONDON) < self.check_due_at


@tracked
class Session(Row, Editable):
    """One time that a group met, or was to meet and did not. It names nobody of a family: ``others`` are those who
    came and are on no register."""

    service = models.ForeignKey("directory.Service", models.PROTECT, related_name="group_sessions")
    held_on = models.DateField()
    starts_at = models.TimeField()
    led_by = models.ForeignKey("access.User", models.PROTECT, null=True, blank=True, related_name="+")
    volunteer = models.ForeignKey(Volunteer, models.PROTECT, null=True, blank=True, related_name="sessions_led")
    done = models.CharField(max_length=500, blank=True)
    others = models.PositiveSmallIntegerField(default=0)
    cancelled_because = models.CharField(max_length=300, blank=True)  # empty: it was held
    recorded_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")

    sensitivity: ClassVar = {
        INTERNAL: "service held_on starts_at led_by volunteer others recorded_by",
        SPECIAL: "done cancelled_because",
    }

    class Meta:
        ordering: ClassVar = ["-held_on", "-starts_at"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="group_session_once", fields=["service", "held_on", "starts_at"],
                violation_error_message="This group has a session at this time already",
            ),
            models.CheckConstraint(
                name="group_session_was_led",
                condition=~Q(cancelled_because="") | Q(led_by__isnull=False) | Q(volunteer__isnull=False),
                violation_error_message="Say who led the session",
            ),
            models.CheckConstraint(
                name="group_session_cancelled_is_empty",
                condition=Q(cancelled_because="") | Q(others=0),
                violation_error_message="Nobody can have come to a session that was cancelled",
            ),
        ]  # fmt: skip

    @property
    def cancelled(self) -> bool:
        return bool(self.cancelled_because)

    @property
    def leaders(self) -> str:
        return " and ".join(str(one) for one in (self.led_by, self.volunteer) if one is not None)


@tracked
class Attendance(Row, RecordBound):
    """Whether somebody of the register came, in the record of that person."""

    class How(models.TextChoices):
        CAME = "came", "Came"
        ABSENT = "absent", "Did not come"
        SENT_WORD = "sent_word", "Sent word"

    session = models.ForeignKey(Session, models.PROTECT, related_name="attendances")
    person = models.ForeignKey("people.Person", models.PROTECT, related_name="group_attendances")
    how = models.CharField(max_length=10, choices=How.choices)

    objects = Visible.as_manager()

    sensitivity: ClassVar = {INTERNAL: "person", SPECIAL: "session how"}

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="group_attendance_once", fields=["session", "person"],
                violation_error_message="They are on the register of this session already",
            )
        ]  # fmt: skip
        indexes: ClassVar = [models.Index(name="group_attendance_of_person", fields=["person"])]
