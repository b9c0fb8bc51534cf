"""A restorative conversation or a circle with a family: held, written down in a few words, and perhaps met again."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from kinfold.web.access.checks import require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.casework.models import Episode
from kinfold.web.core.rules import hold
from kinfold.web.early_help import rules
from kinfold.web.meetings import actions as meetings
from kinfold.web.meetings.actions import Attending
from kinfold.web.meetings.models import Meeting


@transaction.atomic
def record_circle(
    *,
    episode: Episode,
    kind: str,
    held_on: date,
    who: Iterable[Attending],
    outcome: str,
    words: str,
    by: User,
    today: date,
    again_on: date | None = None,
) -> Meeting:
    """Holds the one that was planned, where one was. ``again_on`` plans the next. Sent twice it is one."""
    require(by, Permission.CONVERSATION_HOLD, on=episode)
    hold(rules.eh41_is_a_kind_of_circle, kind)
    hold(rules.eh42_says_what_was_agreed, words)
    hold(rules.eh43_meets_again_later, again_on, today)
    Episode.objects.select_for_update(of=("self",)).get(pk=episode.pk)
    said = {"kind": kind, "about_id": episode.pk, "held_on": held_on, "notes": words.strip(), "recorded_by": by}
    if (before := Meeting.objects.filter(**said).first()) is not None:
        return before
    planned = meetings.begin(kind=kind, about=episode, due_on=held_on, by=by)
    held = meetings.hold(
        meeting=planned, held_on=held_on, outcome=outcome, by=by, attending=who, notes=words, today=today
    )
    if again_on is not None:
        meetings.begin(kind=kind, about=episode, due_on=again_on, by=by)
    return held
