"""Boards: who sits on them, their terms of reference, and how often they report."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from kinfold.web.core.models import Editable, Row, in_order, tracked
from kinfold.web.core.sensitivity import INTERNAL, PERSONAL


class Cycle(models.TextChoices):
    """How often a report is due."""

    QUARTERLY = "quarterly", "Every quarter"
    TERMLY = "termly", "Every school term"
    SIX_MONTHLY = "six_monthly", "Every six months"
    YEARLY = "yearly", "Every year"
    AS_IT_COMES = "as_it_comes", "As it comes"


@tracked
class Board(Row, Editable):
    """A group that answers for priorities, or that a document names. Its chair is a post: people come and go."""

    class Kind(models.TextChoices):
        BOARD = "board", "Board"
        GROUP = "group", "Group or network"
        POST = "post", "Post"

    key = models.CharField(max_length=60, unique=True)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.BOARD)
    chair_post = models.CharField("Chair", max_length=200, blank=True)
    purpose = models.TextField("What it does", blank=True)
    terms = models.TextField("Terms of reference", blank=True)
    quorum = models.PositiveSmallIntegerField("Members needed for a quorum", null=True, blank=True)
    circulation = models.JSONField("Who receives its papers", default=list)  # one line each
    slips = models.JSONField("Where the sources disagree", default=list)
    support_team = models.ForeignKey("access.Team", models.PROTECT, null=True, blank=True, related_name="+")

    sensitivity: ClassVar = {
        INTERNAL: "key name kind chair_post purpose terms quorum circulation slips support_team",
    }

    class Meta:
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name


@tracked
class BoardMember(Row, Editable):
    """A post's seat on a board, and the person who fills it where they use Kinfold."""

    class Seat(models.TextChoices):
        CHAIR = "chair", "Chair"
        DEPUTY = "deputy", "Deputy chair"
        MEMBER = "member", "Member"
        ADVISER = "adviser", "Adviser, without a vote"

    board = models.ForeignKey(Board, models.PROTECT, related_name="members")
    post = models.CharField(max_length=200)
    seat = models.CharField(max_length=10, choices=Seat, default=Seat.MEMBER)
    agency = models.CharField(max_length=200, blank=True)
    user = models.ForeignKey("access.User", models.PROTECT, null=True, blank=True, related_name="board_seats")
    started_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)

    sensitivity: ClassVar = {INTERNAL: "board post seat agency started_on ended_on", PERSONAL: "user"}

    class Meta:
        ordering: ClassVar = ["created_at"]
        constraints: ClassVar = [
            in_order("board_seat_in_order", "started_on", "ended_on", "A seat must end after it began"),
            models.UniqueConstraint(
                name="board_seat_once",
                fields=["board", "post"],
                condition=Q(ended_on__isnull=True),
                violation_error_message="This post already sits on the board",
            ),
        ]


@tracked
class Duty(Row, Editable):
    """A report that a board owes, to whom and how often. From it the forward plan is derived.

    ``covers`` are documents and what stands under a number in them, such as “safeguarding 4”: their measures, and the
    actions of that priority, are reported on.
    """

    class Shape(models.TextChoices):
        PROGRESS = "progress", "Indicators, actions, what goes well and what needs to improve"
        ANNUAL = "annual", "Annual report, in chapters"
        NEEDS = "needs", "Needs assessment, in chapters"

    board = models.ForeignKey(Board, models.PROTECT, related_name="duties")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    cycle = models.CharField(max_length=12, choices=Cycle)
    goes_to = models.CharField("Goes to", max_length=200, blank=True)
    source = models.CharField(max_length=300, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    covers = models.JSONField("Covers", default=list)
    shape = models.CharField("Shape", max_length=10, choices=Shape, default=Shape.PROGRESS)

    sensitivity: ClassVar = {INTERNAL: "board number title cycle goes_to source ended_on covers shape"}

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [models.UniqueConstraint(name="duty_once", fields=["board", "number"])]

    def __str__(self) -> str:
        return self.title
