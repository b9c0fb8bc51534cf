"""What holds when a family is told of a service or referred to it; each docstring is the message a person reads."""

from datetime import date

from kinfold.practice import code_lists
from kinfold.web.directory.models import Service
from kinfold.web.signposting.models import Signpost


def sg1_is_offered(service: Service) -> bool:
    """This service has closed for good. Choose another."""
    return service.state != Service.State.CLOSED


def sg2_says_why(why: str) -> bool:
    """Say what the family hopes for from the service."""
    return bool(why.strip())


def sg3_family_agreed(agreed: bool) -> bool:
    """A family is referred only when it agrees. Talk with them first, or just tell them of the service."""
    return agreed


def sg4_takes_referrals(service: Service) -> bool:
    """Families go to this service by themselves. Tell them of it instead."""
    return service.takes_referrals


def sg5_waits(signpost: Signpost) -> bool:
    """This has begun or ended already. Open its page again to see how it stands."""
    return signpost.waits


def sg6_has_not_ended(signpost: Signpost) -> bool:
    """This has ended already. Open its page again to see how."""
    return signpost.way != Signpost.Way.TOLD and signpost.ended_on is None


def sg7_has_a_place(places: int | None, taken: int) -> bool:
    """All places of this service are taken. End one first, or put the number of places right in the directory."""
    return places is None or taken < places


def sg8_day_fits(signpost: Signpost, on: date, today: date, not_before: date) -> bool:
    """The day must be on or after the day they were referred or began, and not in the future."""
    return not_before <= on <= today


def sg9_outcome_is_known(outcome: str) -> bool:
    """Choose how it ended."""
    return outcome in code_lists.labels("service_outcome")


def sg10_family_knows(knows: bool) -> bool:
    """Somebody is put on a register only when they know of it. Otherwise just count them."""
    return knows


def sg11_came_by_today(on: date, today: date) -> bool:
    """The day they came first cannot be in the future."""
    return on <= today
