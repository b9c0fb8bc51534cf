"""What holds for groups, their registers and volunteers; each docstring is the message that a person reads."""

from collections.abc import Collection
from datetime import date, datetime

from kinfold.web.access.models import Team, User
from kinfold.web.core.words import in_london
from kinfold.web.directory.models import Service
from kinfold.web.groups.models import Volunteer


def gr1_run_by_their_team(service: Service, teams: Collection[Team]) -> bool:
    """Only the team that runs this group keeps its sessions and its register."""
    return service.team_id is not None and service.team_id in {team.pk for team in teams}


def gr2_begun_by_now(begins: datetime, now: datetime) -> bool:
    """A session is recorded once it has begun. Put the day and time right, or say that it is cancelled."""
    return begins <= in_london(now)


def gr3_somebody_led(led_by: User | None, volunteer: Volunteer | None) -> bool:
    """Say who led the session."""
    return led_by is not None or volunteer is not None


def gr4_not_led_alone_without_a_check(led_by: User | None, volunteer: Volunteer | None, on: date) -> bool:
    """A volunteer without a current DBS check cannot lead a session alone. Say who of the team led it with them."""
    return volunteer is None or led_by is not None or volunteer.is_checked_on(on)


def gr5_leader_is_of_the_team(led_by: User | None, members: Collection[User]) -> bool:
    """Choose somebody who works in the team that runs this group."""
    return led_by is None or led_by in members


def gr6_volunteers_here(volunteer: Volunteer | None, service: Service, on: date) -> bool:
    """Choose somebody who was a volunteer of this group on that day."""
    return volunteer is None or (volunteer.service_id == service.pk and volunteer.is_active_on(on))


def gr7_nobody_came_to_what_was_cancelled(cancelled: bool, came: int) -> bool:
    """Somebody is down as having come to this session, so it was held. Put that right first."""
    return not (cancelled and came)


def gr8_is_the_only_one_then(others: Collection[object]) -> bool:
    """This group has a session at this time already. Open that one and change it."""
    return not others


def gr9_is_run_by_a_team(service: Service) -> bool:
    """No team in Kinfold runs this service, so it has no register here. Name its team in the directory first."""
    return service.team_id is not None


def vo1_has_a_name(name: str) -> bool:
    """Enter the volunteer’s name."""
    return bool(name.strip())


def vo2_has_a_role(role: str) -> bool:
    """Say what the volunteer does."""
    return bool(role.strip())


def vo3_for_those_who_see_them(volunteers_seen: bool) -> bool:
    """Only the team that runs this service, and those who keep the directory, look after its volunteers."""
    return volunteers_seen


def vo4_supervised_from_the_team(supervised_by: User, members: Collection[User]) -> bool:
    """Choose somebody who works in the team that runs this service."""
    return supervised_by in members


def vo5_check_seen_by_today(seen_on: date | None, today: date) -> bool:
    """The day you saw the DBS check cannot be in the future."""
    return seen_on is None or seen_on <= today


def vo6_days_are_in_order(since: date, until: date | None) -> bool:
    """The last day must not be before the first."""
    return until is None or since <= until


def vo7_check_stays_seen(before: date | None, now: date | None) -> bool:
    """A check that was seen stays seen. Give the day of the newest one."""
    return before is None or now is not None
