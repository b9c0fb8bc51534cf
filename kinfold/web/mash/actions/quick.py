"""Several steps in one press, from reading to answer: all of it holds, or none of it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from kinfold.web.access.models import User
from kinfold.web.core.rules import hold
from kinfold.web.core.versions import StaleVersion, locked
from kinfold.web.mash import hub_rules as rules
from kinfold.web.mash.actions.deciding import Said, decide
from kinfold.web.mash.actions.feedback import send_feedback
from kinfold.web.mash.actions.hub import locked_children
from kinfold.web.mash.actions.matching import confirm_match
from kinfold.web.mash.actions.open_case import allocated_to
from kinfold.web.mash.actions.rating import rate
from kinfold.web.mash.models import ContactChild
from kinfold.web.people.models import Person


@transaction.atomic
def rate_and_decide(
    *,
    children: Sequence[ContactChild],
    rating: str,
    said: Said,
    by: User,
    at: datetime,
    versions: Mapping[UUID, int] | None = None,
) -> list[ContactChild]:
    """A decision on a contact that nobody has rated yet says how urgent it was; somebody's rating meanwhile stands."""
    contact = locked_children(children)[0].contact
    if rating and not locked(contact).rating:
        rate(contact=contact, rating=rating, by=by, at=at)
    return decide(children=children, said=said, versions=versions, by=by, at=at)


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
    """Matched, rated, decided and answered. Where a second person must agree first, the answer waits for them.

    A child whom somebody already helps is theirs to answer for: the match here does not pass them by.
    """
    if version is not None and child.version != version and child.decided_by_id != by.pk:
        raise StaleVersion(current=child, mine=ContactChild(pk=child.pk, decision=said.decision, tier=said.tier,
                                                            rationale=said.rationale))  # fmt: skip
    if person is not None:
        hold(rules.hd26_goes_to_who_helps, allocated_to(person, at), said.decision)
        confirm_match(child=child, person=person, by=by, at=at)
    decided = rate_and_decide(children=[child], rating=rating, said=said, by=by, at=at)[0]
    if words and not decided.awaits_agreement:
        send_feedback(contact=decided.contact, words=words, by=by, at=at)
    return decided
