"""Supervision in the demonstration: most families of the manager's teams were looked at in the last weeks."""

from datetime import datetime, timedelta

from django.db import transaction

from kinfold.web.access.checks import act_as
from kinfold.web.access.models import User
from kinfold.web.access.personas import PERSONAS
from kinfold.web.core.words import in_london
from kinfold.web.early_help.actions.oversight import record_oversight
from kinfold.web.early_help.models import Oversight
from kinfold.web.early_help.selectors.oversight import oversight_page

TALKS = (
    ("Mornings are calmer since the breakfast club. Money is a worry.", "The lead rings the benefits adviser."),
    ("The children are seen and heard at each visit. Dad has come twice.", "Go on as planned; ask Dad to the review."),
    ("Attendance went down again after half term.", "Meet the school with the family before the month ends."),
    ("The goals are nearly met.", "Talk with the family about stepping down at the next review."),
)  # fmt: skip


@transaction.atomic
def look_at_some(*, now: datetime) -> int:
    """Returns how many talks were recorded. Safe to run again: once there is one, nothing is added."""
    manager = User.objects.get(email=PERSONAS["early-help-manager"].email)
    act_as(manager)
    if Oversight.objects.exists():
        return 0
    today, made = in_london(now).date(), 0
    for place, row in enumerate(oversight_page(manager, today).rows):
        if place % 8 == 7:  # one in eight nobody has looked at yet
            continue
        talked_about, decided = TALKS[place % len(TALKS)]
        held_on = max(row.episode.opened_on, today - timedelta(days=3 + 6 * (place % 8)))
        record_oversight(
            episode=row.episode, held_on=held_on, talked_about=talked_about, decided=decided, by=manager, at=now
        )
        made += 1
    return made
