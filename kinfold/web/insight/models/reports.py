"""Boards' reports: a draft whose sections people write and comment on, then a published one that never changes."""

from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import Q

from kinfold.indicators.periods import Period, reported
from kinfold.web.core.models import Editable, Row, paired, tracked
from kinfold.web.core.sensitivity import INTERNAL, SPECIAL


@tracked
class Report(Row, Editable):
    """What a board owes for one period of its cycle. ``value`` is what was published, word for word.

    ``working_record`` opens the clocks of its sections to those who write them, and nothing else.
    """

    duty = models.ForeignKey("partnership.Duty", models.PROTECT, related_name="+")
    period = models.CharField(max_length=20)  # the key of a period of the duty's cycle
    marking = models.CharField("Protective marking", max_length=200)
    circulation = models.JSONField("Circulation", default=list)
    prepared_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    prepared_on = models.DateField()
    working_record = models.ForeignKey("access.Record", models.PROTECT, null=True, blank=True, related_name="+")
    release = models.ForeignKey("insight.Release", models.PROTECT, null=True, blank=True, related_name="+")
    published_at = models.DateTimeField(null=True, blank=True)
    signed_off_by = models.ForeignKey("access.User", models.PROTECT, null=True, blank=True, related_name="+")
    value = models.TextField(blank=True)
    fingerprint = models.CharField(max_length=64, blank=True)

    sensitivity: ClassVar = {
        INTERNAL: "duty period marking circulation prepared_by prepared_on working_record release published_at "
        "signed_off_by fingerprint",
        SPECIAL: "value",
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="report_once",
                fields=["duty", "period"],
                violation_error_message="There is a report for this period already",
            ),
            paired("report_signed_when_published", "published_at", "signed_off_by"),
            models.CheckConstraint(
                name="report_published_whole",
                condition=Q(published_at__isnull=True, value="", fingerprint="")
                | (Q(published_at__isnull=False, release__isnull=False) & ~Q(value="") & ~Q(fingerprint="")),
                violation_error_message="A published report is kept with its figures and its fingerprint",
            ),
            models.CheckConstraint(
                name="report_second_person",
                condition=Q(signed_off_by__isnull=True) | ~Q(signed_off_by=models.F("prepared_by")),
                violation_error_message="Somebody else must sign off what you prepared",
            ),
        ]
        triggers: ClassVar = [
            pgtrigger.Protect(
                name="stays_as_published",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__published_at__isnull=False),
            )
        ]

    @property
    def covers(self) -> Period:
        return reported(self.period)


class FrozenFile(Row):
    """A published report in one form, byte for byte as it was on the day."""

    class Form(models.TextChoices):
        HTML = "html", "Web page"
        PDF = "pdf", "PDF"
        WORD = "docx", "Word"
        EXCEL = "xlsx", "Excel annex"
        CSV = "zip", "Data as CSV"

    report = models.ForeignKey(Report, models.PROTECT, related_name="files")
    form = models.CharField(max_length=4, choices=Form)
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)

    sensitivity: ClassVar = {INTERNAL: "report form sha256", SPECIAL: "content"}

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(name="frozen_file_once", fields=["report", "form"])]
        triggers: ClassVar = [
            pgtrigger.Protect(name="stays_as_published", operation=pgtrigger.Update | pgtrigger.Delete)
        ]
