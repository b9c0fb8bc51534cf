"""What holds for the directory; each docstring is the message that a person reads."""

from collections.abc import Collection

from kinfold.practice import code_lists
from kinfold.web.access.models import Team
from kinfold.web.directory.models import Service


def di1_has_a_name(name: str) -> bool:
    """Enter the name of the service."""
    return bool(name.strip())


def di2_says_what_it_is(description: str) -> bool:
    """Say what the service does, in words that families use."""
    return bool(description.strip())


def di3_organisation_is_named(organisation: str) -> bool:
    """Enter the organisation that runs the service."""
    return bool(organisation.strip())


def di4_is_not_here_already(others: Collection[Service]) -> bool:
    """This organisation has a service of this name in the directory already. Change that entry instead."""
    return not others


def di5_ages_are_in_order(youngest: int | None, oldest: int | None) -> bool:
    """The oldest age must not be below the youngest."""
    return youngest is None or oldest is None or youngest <= oldest


def di6_codes_are_known(code_list: str, codes: Collection[str]) -> bool:
    """Choose from the list."""
    return set(codes) <= set(code_lists.labels(code_list))


def di7_can_be_reached(telephone: str, email: str, website: str, place: str) -> bool:
    """Give at least one way to reach the service: a telephone number, an email address, a website or a place."""
    return any(each.strip() for each in (telephone, email, website, place))


def di8_is_still_offered(service: Service) -> bool:
    """This service has closed for good, so there is nothing to check."""
    return service.state != Service.State.CLOSED


def di10_source_is_named(source: str) -> bool:
    """Say whose directory it is."""
    return bool(source.strip())


def di9_whoever_checks_is_in_a_team(teams: Collection[Team]) -> bool:
    """You are in no team yet, so nobody could take over what you check."""
    return bool(teams)
