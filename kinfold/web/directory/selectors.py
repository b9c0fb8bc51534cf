"""Services looked for by need, age, place, cost and opening."""

from dataclasses import dataclass
from datetime import datetime

from django.contrib.postgres.search import SearchQuery
from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Replace, Upper

from kinfold.practice import code_lists
from kinfold.web.core.words import in_london
from kinfold.web.directory.models import Service
from kinfold.web.directory.models.services import WORDS
from kinfold.web.directory.opening import CODES

NOW = "now"
TO_CHECK, CLOSED = "to_check", "closed"
_FEWEST_OF_A_POSTCODE = 2


@dataclass(frozen=True)
class Sought:
    """What somebody looks for; whatever is empty narrows nothing."""

    words: str = ""
    need: str = ""
    age: int | None = None  # of the child
    place: str = ""  # a ward, a postcode or its beginning, or a part of the address
    cost: str = ""
    day: str = ""  # a key of CODES, or NOW
    shown: str = ""  # for those who keep the directory: TO_CHECK or CLOSED


def services_found(sought: Sought, now: datetime) -> list[Service]:
    """By name. A service that says nothing of age or wards is for every age and the whole city; one that says nothing
    of cost or hours is found only where neither is asked for, since nobody knows.
    """
    found = _of_standing(sought.shown, now).select_related("organisation", "assured_by")
    if sought.words:
        query = SearchQuery(sought.words, config="english", search_type="websearch")
        alike = Q(name__icontains=sought.words) | Q(organisation__name__icontains=sought.words)
        found = found.annotate(told=WORDS).filter(Q(told=query) | alike)
    if sought.need:
        found = found.filter(needs__contains=[sought.need])
    if sought.age is not None:
        found = found.filter(
            Q(minimum_age__isnull=True) | Q(minimum_age__lte=sought.age),
            Q(maximum_age__isnull=True) | Q(maximum_age__gte=sought.age),
        )
    if sought.cost:
        found = found.filter(cost=sought.cost)
    if sought.place:
        found = _near(found, sought.place)
    if sought.day:
        return _open_on(found, sought.day, now)
    return list(found)


def names_offered() -> list[str]:
    """Of the services that families can be told of, for a box that suggests them."""
    return list(Service.objects.exclude(state=Service.State.CLOSED).values_list("name", flat=True))


def _of_standing(shown: str, now: datetime) -> QuerySet[Service]:
    if shown == CLOSED:
        return Service.objects.filter(state=Service.State.CLOSED)
    current = Service.objects.exclude(state=Service.State.CLOSED)
    return current.filter(Q(check_due_at__isnull=True) | Q(check_due_at__lte=now)) if shown == TO_CHECK else current


def _near(found: QuerySet[Service], place: str) -> QuerySet[Service]:
    """A ward finds also what is for the whole city; a postcode or a street finds what stands there."""
    named = place.casefold()
    wards = [code for code, label in code_lists.labels("ward").items() if named in label.casefold()]
    if wards:
        return found.filter(Q(wards__overlap=wards) | Q(wards=[]) | Q(place__icontains=place))
    there = Q(place__icontains=place)
    bare = "".join(place.split()).upper()
    if len(bare) >= _FEWEST_OF_A_POSTCODE:
        found = found.annotate(bare=Replace(Upper("postcode"), Value(" "), Value("")))
        there |= Q(bare__startswith=bare)
    return found.filter(there)


def _open_on(found: QuerySet[Service], day: str, now: datetime) -> list[Service]:
    """By the usual week alone: nothing here knows of holidays."""
    here = in_london(now)
    of_day = list(CODES)[here.weekday()] if day == NOW else day
    on_it = found.filter(state=Service.State.OPEN, opening__contains=[{"day": of_day}])
    if day != NOW:
        return list(on_it)
    at = here.time()
    return [
        service for service in on_it
        if any(each.day == of_day and each.opens <= at < each.closes for each in service.sessions)
    ]  # fmt: skip
