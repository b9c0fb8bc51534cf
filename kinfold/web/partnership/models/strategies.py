"""A strategy, its priorities and the themes that cut across them, their objectives and their actions."""

from typing import ClassVar

from django.db import models

from kinfold.web.core.models import tracked
from kinfold.web.core.sensitivity import INTERNAL
from kinfold.web.partnership.models.lines import Line


@tracked
class Strategy(Line):
    """A document that says what will be done. ``document`` is its key among those that ask for measures."""

    key = models.CharField(max_length=60, unique=True)
    title = models.CharField(max_length=200)
    document = models.CharField(max_length=20, blank=True)
    position = models.PositiveSmallIntegerField(default=1)
    vision = models.TextField("Vision", blank=True)
    claimed = models.JSONField("What it says it contains", default=dict)  # {"objectives": 54, "indicators": 58}
    slips = models.JSONField("Where the source slips", default=list)

    sensitivity: ClassVar = {INTERNAL: "key title document position vision claimed slips"}

    class Meta:
        ordering: ClassVar = ["position", "title"]

    def __str__(self) -> str:
        return self.title


@tracked
class Priority(Line):
    """One priority of a strategy, a theme of its spine, or a heading under which its document lists actions."""

    class Kind(models.TextChoices):
        PRIORITY = "priority", "Priority"
        SPINE = "spine", "Theme of the spine"
        HEADING = "heading", "Heading"

    strategy = models.ForeignKey(Strategy, models.PROTECT, related_name="priorities")
    board = models.ForeignKey("partnership.Board", models.PROTECT, related_name="priorities")
    key = models.CharField(max_length=60, unique=True)
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.PRIORITY)
    title = models.TextField()
    short = models.CharField("In short", max_length=60, blank=True)
    vision = models.TextField("Vision", blank=True)
    slips = models.JSONField("Where the source slips", default=list)

    sensitivity: ClassVar = {INTERNAL: "strategy board key number kind title short vision slips"}

    class Meta:
        ordering: ClassVar = ["kind", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(name="priority_once", fields=["strategy", "kind", "number"]),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def mark(self) -> str:
        """How its document counts it: 1, 2, 3; a, b, c along the spine."""
        return chr(ord("a") + self.number - 1) if self.kind == self.Kind.SPINE else str(self.number)

    @property
    def name(self) -> str:
        said = {self.Kind.PRIORITY: "Priority", self.Kind.SPINE: "Theme", self.Kind.HEADING: "Part"}
        return f"{said[self.Kind(self.kind)]} {self.mark}"


@tracked
class Objective(Line):
    """What a priority wants to reach, or the difference that it wants to see."""

    class Kind(models.TextChoices):
        OBJECTIVE = "objective", "Strategic objective"
        DIFFERENCE = "difference", "Difference we want to see"
        AIM = "aim", "Aim"
        PRINCIPLE = "principle", "Principle"
        PRACTICE = "practice", "Practice"

    priority = models.ForeignKey(Priority, models.PROTECT, related_name="objectives")
    number = models.CharField(max_length=10)
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=12, choices=Kind, default=Kind.OBJECTIVE)
    title = models.TextField()

    sensitivity: ClassVar = {INTERNAL: "priority number position kind title"}

    class Meta:
        ordering: ClassVar = ["position"]
        constraints: ClassVar = [models.UniqueConstraint(name="objective_once", fields=["priority", "kind", "number"])]

    @property
    def name(self) -> str:
        return f"{self.get_kind_display()} {self.number}"


@tracked
class StrategyAction(Line):
    """One action of a priority, towards one of its objectives where somebody has said which."""

    class Kind(models.TextChoices):
        ACTION = "action", "Action"
        RECOVERY = "recovery", "Covid-19 recovery"

    priority = models.ForeignKey(Priority, models.PROTECT, related_name="actions")
    objective = models.ForeignKey(Objective, models.PROTECT, null=True, blank=True, related_name="actions")
    number = models.CharField(max_length=10)
    position = models.PositiveSmallIntegerField(default=1)
    kind = models.CharField(max_length=12, choices=Kind, default=Kind.ACTION)
    action = models.TextField()

    sensitivity: ClassVar = {INTERNAL: "priority objective number position kind action"}

    class Meta:
        ordering: ClassVar = ["position", "number"]
        constraints: ClassVar = [models.UniqueConstraint(name="action_once", fields=["priority", "number"])]

    @property
    def title(self) -> str:
        return self.action

    @property
    def name(self) -> str:
        return f"Action {self.number}"
