"""Who agreed, who may see a plan, and who must not: “do not share with” always wins."""

from collections.abc import Collection
from uuid import UUID

from django.db import models
from django.db.models import Q

from kinfold.web.access.models import Agency, User
from kinfold.web.local import selectors as local
from kinfold.web.people.models import Person
from kinfold.web.sharing.models import Agreement, ShareWith


def latest_agreements(viewer: User, about_ids: Collection[UUID]) -> dict[UUID, list[Agreement]]:
    """Each person's newest answer for each purpose, by what they were asked about."""
    found: dict[UUID, list[Agreement]] = {about_id: [] for about_id in about_ids}
    rows = Agreement.objects.visible_to(viewer).filter(about_id__in=about_ids).select_related("person", "recorded_by")
    for row in rows.order_by(*NEWEST_OF_EACH).distinct("about_id", "person", "purpose"):
        found[row.about_id].append(row)
    return found


def has_agreed(about: models.Model, purpose: str) -> bool:
    """Has a parent, a carer or a young person who is old enough agreed, and not since changed their mind?

    A younger child's answer is kept, but it begins no help.
    """
    rows = Agreement.objects.filter(about_id=about.pk, purpose=purpose).select_related("person")
    newest = rows.order_by(*NEWEST_OF_EACH).distinct("about_id", "person", "purpose")
    return any(row.agreed and _agrees_alone(row) for row in newest)


def _agrees_alone(answer: Agreement) -> bool:
    """Somebody whose birth date is not known is taken for an adult; an unborn baby agrees to nothing."""
    born = answer.person.born_on
    if born is None:
        return not answer.person.unborn
    on = answer.given_on
    years = on.year - born.year - ((on.month, on.day) < (born.month, born.day))
    return years >= int(local.value("agrees_alone_from_age", on))


def who_may_see(viewer: User, about: models.Model) -> list[ShareWith]:
    """Every decision on the plan, those who must not see it first."""
    rows = ShareWith.objects.visible_to(viewer).filter(about_id=about.pk)
    return list(rows.select_related("person", "user", "agency", "decided_by").order_by("may_share", "created_at"))


def may_receive(about: models.Model, who: Person | User | Agency) -> bool:
    """Named as somebody to share with, and not kept from it: neither themselves nor, for a colleague, their agency."""
    decisions = list(
        ShareWith.objects.filter(about_id=about.pk).filter(_concerns(who)).values_list("may_share", flat=True)
    )
    return bool(decisions) and all(decisions)


def withheld_from(user: User, about_ids: Collection[UUID]) -> set[UUID]:
    """Which of these must not be shown to this colleague, on any page or paper."""
    refused = ShareWith.objects.filter(about_id__in=about_ids, may_share=False).filter(_concerns(user))
    return set(refused.values_list("about_id", flat=True))


NEWEST_OF_EACH = ("about_id", "person", "purpose", "-given_on", "-created_at")


def _concerns(who: Person | User | Agency) -> Q:
    if isinstance(who, User):
        return Q(user=who) | (Q(agency=who.agency_id) if who.agency_id else Q(pk__in=[]))
    return Q(agency=who) if isinstance(who, Agency) else Q(person=who)
