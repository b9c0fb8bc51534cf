"""What is true of a family on a day and is kept with a conversation or a plan: tier, ward, who leads."""

from collections.abc import Iterable
from datetime import date

from kinfold.web.access.models import User
from kinfold.web.casework import facts as casework
from kinfold.web.casework import rules as casework_rules
from kinfold.web.casework.models import Episode, Handover, Involvement, Status
from kinfold.web.early_help.models import Plan
from kinfold.web.people.models import Person


def tier_of(episode: Episode, on: date) -> int:
    """The highest tier of help that goes on; where none has begun, that of the help that waits to begin; else 2."""
    tiers = list(Status.objects.current_on(on).filter(episode=episode).values_list("tier", flat=True))
    waiting = Handover.objects.filter(episode=episode, accepted_at__isnull=False).exclude(to_status="")
    if not tiers:
        tiers = [casework_rules.TIER_OF[Status.Kind(kind)] for kind in waiting.values_list("to_status", flat=True)]
    return max(tiers, default=2)


def ward_of(children: Iterable[Person], on: date) -> str:
    """Where the children live, the eldest first; empty where that is not known or is confidential."""
    children = list(children)
    wards = casework.wards([child.pk for child in children], on)
    return next((wards[child.pk] for child in children if wards.get(child.pk)), "")


def lead_of(episode: Episode, on: date) -> User | None:
    part = (
        Involvement.objects.current_on(on)
        .filter(episode=episode, role=casework_rules.LEAD, user__isnull=False)
        .select_related("user")
        .first()
    )
    return part.user if part else None


def is_separate(plan: Plan) -> bool:
    """Kept in a record of its own, which only those named can open."""
    return plan.record_id != plan.episode.record_id
