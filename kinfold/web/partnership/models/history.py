"""What was said of a line of a strategy, and what shows it. Kept for good, so that a board can see how it went."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from kinfold.web.core.models import Row
from kinfold.web.core.sensitivity import INTERNAL, PERSONAL
from kinfold.web.partnership.models.lines import Line, Standing

LEVELS = ("strategy", "priority", "objective", "action")


def level_of(line: Line) -> str:
    return {"strategyaction": "action"}.get(line._meta.model_name or "", line._meta.model_name or "")


class OfLine(models.QuerySet):
    def of(self, line: Line) -> Self:
        return self.filter(**{level_of(line): line})


def _of_exactly_one() -> Q:
    found = Q()
    for level in LEVELS:
        found |= Q(**{f"{other}__isnull": other != level for other in LEVELS})
    return found


class OfOneLine(models.Model):
    """A row about one strategy, priority, objective or action."""

    strategy = models.ForeignKey("partnership.Strategy", models.PROTECT, null=True, blank=True, related_name="+")
    priority = models.ForeignKey("partnership.Priority", models.PROTECT, null=True, blank=True, related_name="+")
    objective = models.ForeignKey("partnership.Objective", models.PROTECT, null=True, blank=True, related_name="+")
    action = models.ForeignKey(
        "partnership.StrategyAction", models.PROTECT, null=True, blank=True, related_name="%(class)ss"
    )
    by_post = models.CharField("By", max_length=500, blank=True)

    objects = OfLine.as_manager()

    sensitivity: ClassVar = {INTERNAL: "strategy priority objective action by_post"}

    class Meta:
        abstract = True
        constraints: ClassVar = [models.CheckConstraint(name="%(class)s_of_one_line", condition=_of_exactly_one())]


class StatusUpdate(Row, OfOneLine):
    """What somebody said of it on a day. One read from a file names the post alone."""

    owner_post = models.CharField(max_length=200)
    status = models.CharField(max_length=20, choices=Standing)
    note = models.TextField(blank=True)
    as_at = models.DateField()
    said_by = models.ForeignKey("access.User", models.PROTECT, null=True, blank=True, related_name="+")

    sensitivity: ClassVar = {INTERNAL: "owner_post status note as_at", PERSONAL: "said_by"}

    class Meta(OfOneLine.Meta):
        ordering: ClassVar = ["-as_at", "-created_at"]


class Evidence(Row, OfOneLine):
    """What shows how it stands, and where it is kept: an address on the web, or the words that find it."""

    title = models.CharField(max_length=300)
    kept_at = models.CharField("Where it is kept", max_length=500, blank=True)
    added_on = models.DateField()
    added_by = models.ForeignKey("access.User", models.PROTECT, null=True, blank=True, related_name="+")

    sensitivity: ClassVar = {INTERNAL: "title kept_at added_on", PERSONAL: "added_by"}

    class Meta(OfOneLine.Meta):
        ordering: ClassVar = ["-added_on", "-created_at"]
