"""What holds for accounts and for restricted records; each docstring is the message that a person reads."""

from kinfold.web.access.models import Agency, Record, Team, User
from kinfold.web.access.permissions import ROLES, Permission, Role


def ac1_has_a_name(name: str) -> bool:
    """Enter the person’s name."""
    return bool(name.strip())


def ac2_address_is_free(email: str) -> bool:
    """There is already an account with this e-mail address."""
    return not User.objects.filter(email=email.strip().lower()).exists()


def ac3_not_ones_own(user: User, by: User) -> bool:
    """Somebody else must change your own account."""
    return user.pk != by.pk


def ac4_account_is_open(user: User) -> bool:
    """This account is closed."""
    return user.is_active


def ac5_says_why(reason: str) -> bool:
    """Say why."""
    return bool(reason.strip())


def ac6_somebody_still_sees_it(named: list[User | Team]) -> bool:
    """Name at least one person or team who may still see the record."""
    return bool(named)


def ac8_old_password_is_right(user: User, old: str) -> bool:
    """The password that you have now is not right."""
    return user.check_password(old)


def ac7_is_not_sealed(record: Record) -> bool:
    """A sealed record stays sealed."""
    return record.level != Record.Level.SEALED


def ac9_agency_is_new(name: str) -> bool:
    """There is already an agency with this name."""
    return not Agency.objects.filter(name__iexact=name.strip()).exists()


def ac10_team_is_new(agency: Agency, name: str) -> bool:
    """This agency already has a team with this name."""
    return not agency.teams.filter(name__iexact=name.strip()).exists()


def ac11_role_belongs_in_the_team(role: Role, team: Team) -> bool:
    """This role sees every open record, so it is held only in a team of the service it belongs to."""
    return not ROLES[role].services or team.service in ROLES[role].services


def ac12_system_has_a_name(name: str) -> bool:
    """Enter a name for the system."""
    return bool(name.strip())


def ac13_agency_has_a_team(agency: Agency) -> bool:
    """Give this agency a team first. The system belongs to it."""
    return agency.teams.exists()


def ac14_link_is_of_early_help(user: User | None) -> bool:
    """A link co-ordinator works in early help. Choose somebody who does."""
    return user is None or user.may(Permission.CONSULTATION_HOLD)
