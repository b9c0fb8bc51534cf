"""Letting an agency's own system in: an account that is no person's, and a key that is shown once."""

import secrets
from datetime import date, datetime

from django.db import transaction
from django.utils.crypto import salted_hmac

from kinfold.web.access import rules
from kinfold.web.access.checks import require
from kinfold.web.access.models import Agency, Membership, SystemKey, Team, User
from kinfold.web.access.permissions import Permission, Role
from kinfold.web.audit import events
from kinfold.web.core.rules import broken, hold

MARK = "kinfold_"  # so that a scanner of leaked secrets knows one when it sees it


def hashed(secret: str) -> str:
    """With the server's own key, so that a copy of the database opens nothing."""
    return salted_hmac("kinfold.access.system_key", secret, algorithm="sha256").hexdigest()


@transaction.atomic
def connect(*, agency: Agency, name: str, on: date, by: User, at: datetime) -> tuple[User, str]:
    """A new account of the agency's system, and its key: told once, and kept nowhere."""
    require(by, Permission.ACCOUNTS_MANAGE)
    hold(rules.ac12_system_has_a_name, name)
    team = Team.objects.filter(agency=agency).order_by("created_at").first()
    if team is None:
        raise broken(rules.ac13_agency_has_a_team)
    user = User(name=name.strip(), agency=agency, system=True, post="System")
    user.set_unusable_password()
    user.save()
    Membership.objects.create(user=user, team=team, role=Role.AGENCY_SYSTEM, started_on=on)
    events.record("access.system_connected", by=by, about=user)
    return user, _new_key(user, by, at)


@transaction.atomic
def renew_key(*, system: User, by: User, at: datetime) -> str:
    """The key in use ends with this press."""
    require(by, Permission.ACCOUNTS_MANAGE)
    system = User.objects.select_for_update().get(pk=system.pk, system=True)
    _end_keys(system, by, at)
    events.record("access.system_key_renewed", by=by, about=system)
    return _new_key(system, by, at)


@transaction.atomic
def disconnect(*, system: User, by: User, at: datetime) -> None:
    """Nothing that it sends is taken any more; what it sent stays."""
    require(by, Permission.ACCOUNTS_MANAGE)
    system = User.objects.select_for_update().get(pk=system.pk, system=True)
    if _end_keys(system, by, at):
        events.record("access.system_disconnected", by=by, about=system)


def holder_of(secret: str, at: datetime) -> User | None:
    """Whose key this is, and that it was used; nobody where it never was one, or has ended."""
    key = SystemKey.objects.filter(secret_hash=hashed(secret), ended_at__isnull=True).select_related("user").first()
    if key is None or not key.user.is_active:
        return None
    SystemKey.objects.filter(pk=key.pk).update(last_used_at=at)
    return key.user


def named_job(name: str) -> User:
    """The account in whose name a part of Kinfold itself acts, made when first needed; a system of an agency, which has
    a key, is never taken for it."""
    jobs = User.objects.filter(system=True, name=name, keys__isnull=True)
    return jobs.first() or User.objects.create(system=True, name=name)


def _new_key(system: User, by: User, at: datetime) -> str:
    secret = MARK + secrets.token_urlsafe(32)
    SystemKey.objects.create(user=system, secret_hash=hashed(secret), made_at=at, made_by=by)
    return secret


def _end_keys(system: User, by: User, at: datetime) -> int:
    return SystemKey.objects.filter(user=system, ended_at__isnull=True).update(ended_at=at, ended_by=by)
