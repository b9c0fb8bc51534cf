"""Recording supervision on a family's help, and when the next is due."""

from datetime import date, datetime, time

from django.db import transaction

from kinfold.web.access.checks import require
from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.audit import events
from kinfold.web.casework.models import Episode
from kinfold.web.casework.selectors import leads
from kinfold.web.core.clock import LONDON
from kinfold.web.core.rules import hold
from kinfold.web.core.words import in_london
from kinfold.web.deadlines import actions as deadlines
from kinfold.web.early_help import rules
from kinfold.web.early_help.deadline_kinds import OVERSIGHT
from kinfold.web.early_help.models import Oversight


@transaction.atomic
def record_oversight(
    *, episode: Episode, held_on: date, talked_about: str, decided: str, by: User, at: datetime
) -> Oversight:
    """The next is due by the timescale, to the same manager, while the family is helped. Sent twice it is one."""
    require(by, Permission.LEAD_ASSIGN, on=episode)
    hold(rules.eh22_was_held_by_today, held_on, in_london(at).date())
    hold(rules.eh23_says_both, talked_about, decided)
    said = {"held_on": held_on, "held_by": by, "talked_about": talked_about.strip(), "decided": decided.strip()}
    Episode.objects.select_for_update(of=("self",)).get(pk=episode.pk)
    if (before := Oversight.objects.filter(episode=episode, **said).first()) is not None:
        return before
    children = list(episode.statuses.values_list("person", flat=True).distinct())
    worker = next(iter(leads(by, children, held_on).values()), None)
    made = Oversight.objects.create(episode=episode, record_id=episode.record_id, worker=worker, recorded_at=at, **said)
    newer = Oversight.objects.filter(episode=episode, held_on__gt=held_on).exists()
    if not newer:  # one recorded late leaves the clock of the newest running
        deadlines.meet(OVERSIGHT, about=episode, at=at)
        if episode.closed_on is None:
            started = datetime.combine(held_on, time(12), LONDON)
            deadlines.start(OVERSIGHT, about=episode, at=started, user=by)
    events.record("early_help.oversight_recorded", by=by, about=made)
    return made
