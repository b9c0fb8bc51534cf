"""The sections of a report's draft: who writes each, what they wrote, and what others say of it."""

from typing import ClassVar

import pgtrigger
from django.db import models

from kinfold.web.core.models import Editable, Row, paired, tracked
from kinfold.web.core.sensitivity import INTERNAL, SPECIAL
from kinfold.web.insight.models.reports import Report

_REFUSE_ONCE_PUBLISHED = """
    IF EXISTS (SELECT FROM insight_report WHERE id = NEW.report_id AND published_at IS NOT NULL) THEN
        RAISE EXCEPTION 'A published report is never changed';
    END IF;
    RETURN NEW;
"""


@tracked
class Section(Row, Editable):
    """``under`` is the priority that it is about, or empty; ``author`` was asked to write it, ``written_by`` did."""

    class Part(models.TextChoices):
        GOING_WELL = "going_well", "What is going well"
        NEEDS_TO_IMPROVE = "needs_to_improve", "What needs to improve"
        CHAPTER = "chapter", "Chapter"

    class State(models.TextChoices):
        TO_WRITE = "to_write", "To write"
        DRAFT = "draft", "Being written"
        READY = "ready", "Ready"

    report = models.ForeignKey(Report, models.PROTECT, related_name="sections")
    position = models.PositiveSmallIntegerField()
    key = models.SlugField(max_length=80)
    part = models.CharField(max_length=20, choices=Part)
    title = models.CharField(max_length=200)
    under = models.CharField(max_length=300, blank=True)
    author = models.ForeignKey("access.User", models.PROTECT, related_name="+", verbose_name="To be written by")
    text = models.TextField("Text", blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.TO_WRITE)
    written_by = models.ForeignKey(
        "access.User", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="Written by"
    )
    written_on = models.DateField("Written on", null=True, blank=True)
    chased_on = models.DateField(null=True, blank=True)

    sensitivity: ClassVar = {
        INTERNAL: "report position key part title under author state written_by written_on chased_on",
        SPECIAL: "text",
    }

    class Meta:
        ordering: ClassVar = ["position"]
        constraints: ClassVar = [
            models.UniqueConstraint(name="section_once", fields=["report", "key"]),
            paired("section_written_by_somebody", "written_on", "written_by"),
        ]
        triggers: ClassVar = [
            pgtrigger.Trigger(
                name="not_once_published",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert | pgtrigger.Update,
                func=_REFUSE_ONCE_PUBLISHED,
            )
        ]

    @property
    def name(self) -> str:
        return f"{self.title}: {self.under}" if self.under else self.title


@tracked
class Comment(Row, Editable):
    """What somebody who read the draft says of a section; open until it is resolved."""

    section = models.ForeignKey(Section, models.PROTECT, related_name="comments")
    text = models.TextField("Comment")
    author = models.ForeignKey("access.User", models.PROTECT, related_name="+", verbose_name="Written by")
    written_at = models.DateTimeField()
    resolved_at = models.DateTimeField(null=True, blank=True)
    resolved_by = models.ForeignKey("access.User", models.PROTECT, null=True, blank=True, related_name="+")

    sensitivity: ClassVar = {INTERNAL: "section author written_at resolved_at resolved_by", SPECIAL: "text"}

    class Meta:
        ordering: ClassVar = ["written_at"]
        constraints: ClassVar = [paired("comment_resolved_by_somebody", "resolved_at", "resolved_by")]
