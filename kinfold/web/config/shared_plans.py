"""Plans in the demonstration that a family may have: shared with somebody in it, and one thing said by their link."""

from datetime import datetime

from django.db import transaction

from kinfold.web.access.checks import act_as
from kinfold.web.access.models import User
from kinfold.web.access.personas import PERSONAS
from kinfold.web.core.words import in_london
from kinfold.web.early_help.actions.family_links import make_link, say
from kinfold.web.early_help.actions.sharing import decide_sharing
from kinfold.web.early_help.models import FamilyLink, FamilySaid, Plan
from kinfold.web.early_help.selectors.papers import copies_of

PLANS = 3
WRONG = "The plan says that mornings are hard. Since the breakfast club they are fine."


@transaction.atomic
def share_some(*, now: datetime) -> int:
    """Returns how many plans were shared. Safe to run again: once there is a link, nothing is added."""
    lead = User.objects.get(email=PERSONAS["early-help-lead"].email)
    act_as(lead)
    if FamilyLink.objects.exists():
        return 0
    shared, today = 0, in_london(now).date()
    plans = Plan.objects.filter(submitted_on__isnull=False, closed_on__isnull=True, episode__involvements__user=lead)
    for plan in plans.distinct().order_by("-submitted_on", "pk")[: 4 * PLANS]:
        adults = [
            one for one in copies_of(lead, plan, today).undecided if one.born_on is None or one.born_on.year < 2005
        ]
        if not adults or shared == PLANS or copies_of(lead, plan, today).held_back:
            continue
        decide_sharing(plan=plan, with_=adults[0], may_share=True, by=lead)
        shared += 1
        if shared == 1:
            link, _ = make_link(plan=plan, person=adults[0], by=lead, at=now)
            say(link=link, kind=FamilySaid.Kind.WRONG, words=WRONG, at=now)
    return shared
