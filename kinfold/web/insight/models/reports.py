"""Quarterly reports to a board: a draft that people write together, then a published one that never changes."""

from typing import ClassVar

import pgtrigger
from django.db import models
from django.db.models import Q

from kinfold.web.core.models import Editable, Row, paired, tracked
from kinfold.web.core.sensitivity import INTERNAL, SPECIAL

_REFUSE_ONCE_PUBLISHED = """
    IF EXISTS (SELECT FROM insight_report WHERE id = NEW.report_id AND published_at IS NOT NULL) THEN
        RAISE EXCEPTION 'A published report is never changed';
    END IF;
    RETURN NEW;
"""


@tracked
class Report(Row, Editable):
    """One priority's report for one quarter. ``value`` is what was published, word for word."""

    priority = models.ForeignKey("partnership.Priority", models.PROTECT, related_name="+")
    period = models.CharField(max_length=20)  # a quarter's key
    marking = models.CharField("Protective marking", max_length=200)
    circulation = models.JSONField("Circulation", default=list)
    prepared_by = models.ForeignKey("access.User", models.PROTECT, related_name="+")
    prepared_on = models.DateField()
    release = models.ForeignKey("insight.Release", models.PROTECT, null=True, blank=True, related_name="+")
    published_at = models.DateTimeField(null=True, blank=True)
    signed_off_by = models.ForeignKey("access.User", models.PROTECT, null=True, blank=True, related_name="+")
    value = models.TextField(blank=True)
    fingerprint = models.CharField(max_length=64, blank=True)

    sensitivity: ClassVar = {
        INTERNAL: "priority period marking circulation prepared_by prepared_on release published_at signed_off_by "
        "fingerprint",
        SPECIAL: "value",
    }

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                name="report_once",
                fields=["priority", "period"],
                violation_error_message="There is a report for this quarter already",
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


@tracked
class Remark(Row, Editable):
    """What is going well, or what needs to improve, as a named person wrote it on a day."""

    class Part(models.TextChoices):
        GOING_WELL = "going_well", "What is going well"
        NEEDS_TO_IMPROVE = "needs_to_improve", "What needs to improve"

    report = models.ForeignKey(Report, models.PROTECT, related_name="remarks")
    part = models.CharField(max_length=20, choices=Part)
    text = models.TextField("Commentary", blank=True)
    author = models.ForeignKey("access.User", models.PROTECT, related_name="+", verbose_name="Written by")
    written_on = models.DateField("Written on")

    sensitivity: ClassVar = {INTERNAL: "report part author written_on", SPECIAL: "text"}

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(name="remark_once", fields=["report", "part"])]
        triggers: ClassVar = [
            pgtrigger.Trigger(
                name="not_once_published",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func=_REFUSE_ONCE_PUBLISHED,
            )
        ]


class FrozenFile(Row):
    """A published report in one form, byte for byte as it was on the day."""

    class Form(models.TextChoices):
        HTML = "html", "Web page"
        PDF = "pdf", "PDF"
        WORD = "docx", "Word"
        EXCEL = "xlsx", "Excel annex"

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
