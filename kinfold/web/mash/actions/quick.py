"""A straightforward notification from reading to answer, all at once: all of it holds, or none of it."""

from datetime import datetime

from django.db import transaction

from kinfold.web.access.models import User
from kinfold.web.core.versions import StaleVersion
from kinfold.web.mash.actions.deciding import Said, decide
from kinfold.web.mash.actions.feedback import send_feedback
from kinfold.web.mash.actions.matching import confirm_match
from kinfold.web.mash.actions.rating import rate
from kinfold.web.mash.models import ContactChild
from kinfold.web.people.models import Person


@transaction.atomic
def deal_with(
    *,
    child: ContactChild,
    person: Person | None,
    rating: str,
    said: Said,
    words: str,
    by: User,
    at: datetime,
    version: int | None = None,
) -> ContactChild:
    """Matched, rated, decided and answered. Where a second person must agree first, the answer waits for them."""
    if version is not None and child.version != version and child.decided_by_id != by.pk:
        raise StaleVersion(current=child, mine=ContactChild(pk=child.pk, decision=said.decision, tier=said.tier,
                                                            rationale=said.rationale))  # fmt: skip
    if person is not None:
        confirm_match(child=child, person=person, by=by, at=at)
    if rating:
        rate(contact=child.contact, rating=rating, by=by, at=at)
    decided = decide(children=[child], said=said, by=by, at=at)[0]
    if words and not decided.awaits_agreement:
        send_feedback(contact=decided.contact, words=words, by=by, at=at)
    return decided
