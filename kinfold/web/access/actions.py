"""Opening and closing accounts, giving and ending roles, and saying who may still see a restricted record."""

import secrets
from collections.abc import Iterable
from datetime import date, datetime

from django.contrib.auth.password_validation import validate_password
from django.db import transaction
from django.db.models import Q

from kinfold.web.access import grants, rules
from kinfold.web.access.checks import require
from kinfold.web.access.models import Agency, Grant, Membership, Record, Team, User
from kinfold.web.access.permissions import Permission, Role
from kinfold.web.audit import events
from kinfold.web.core.rules import hold


@transaction.atomic
def open_account(
    *, name: str, email: str, agency: Agency, by: User, post: str = "", telephone: str = "", password: str | None = None
) -> User:
    """Without a password nobody can sign in until one is set. A role gives the account something to do."""
    require(by, Permission.ACCOUNTS_MANAGE)
    hold(rules.ac1_has_a_name, name)
    hold(rules.ac2_address_is_free, email)
    user = User.objects.create_user(
        email, password, name=name.strip(), agency=agency, post=post.strip(), telephone=telephone.strip()
    )
    events.record("access.account_opened", by=by, about=user)
    return user


@transaction.atomic
def give_new_password(*, user: User, by: User) -> str:
    """A password made up here, to be told to the person and changed by them; it is shown once and kept nowhere."""
    require(by, Permission.ACCOUNTS_MANAGE)
    user = User.objects.select_for_update().get(pk=user.pk)
    hold(rules.ac4_account_is_open, user)
    password = secrets.token_urlsafe(12)
    user.set_password(password)
    user.save(update_fields=["password"])
    events.record("access.password_given", by=by, about=user)
    return password


@transaction.atomic
def change_password(*, user: User, old_password: str, new_password: str) -> None:
    """One's own; a new one that is easily guessed is refused."""
    hold(rules.ac8_old_password_is_right, user, old_password)
    validate_password(new_password, user)
    user.set_password(new_password)
    user.save(update_fields=["password"])
    events.record("access.password_changed", by=user, about=user)


@transaction.atomic
def close_account(*, user: User, on: date, by: User, at: datetime) -> User:
    """Ends every session, role and grant; what the person wrote keeps their name. Closing again changes nothing.

    Who leaves plays a part with families too: ``casework.actions.leave`` closes the account and ends these.
    """
    require(by, Permission.ACCOUNTS_MANAGE)
    hold(rules.ac3_not_ones_own, user, by)
    user = User.objects.select_for_update().get(pk=user.pk)
    if not user.is_active:
        return user
    user.is_active, user.closed_at = False, at
    user.set_unusable_password()  # every session is signed with the password, and ends with it
    user.save(update_fields=["is_active", "closed_at", "password"])
    for membership in user.memberships.filter(ended_on__isnull=True):
        _end(membership, on)
    Grant.objects.filter(Q(ended_at__isnull=True) | Q(ended_at__gt=at), user=user).update(ended_at=at)
    events.record("access.account_closed", by=by, about=user)
    return user


@transaction.atomic
def give_role(*, user: User, team: Team, role: Role, on: date, by: User) -> Membership:
    """A person holds a role in a team once."""
    require(by, Permission.ACCOUNTS_MANAGE)
    hold(rules.ac3_not_ones_own, user, by)
    user = User.objects.select_for_update().get(pk=user.pk)
    hold(rules.ac4_account_is_open, user)
    hold(rules.ac11_role_belongs_in_the_team, role, team)
    held = Membership.objects.filter(user=user, team=team, role=role, ended_on__isnull=True).first()
    if held is not None:
        return held
    membership = Membership.objects.create(user=user, team=team, role=role, started_on=on)
    events.record("access.role_given", by=by, about=membership, details={"role": str(role), "user": str(user.pk)})
    return membership


@transaction.atomic
def end_role(*, membership: Membership, on: date, by: User) -> Membership:
    require(by, Permission.ACCOUNTS_MANAGE)
    membership = Membership.objects.select_for_update().get(pk=membership.pk)
    if membership.ended_on is None:
        _end(membership, on)
        details = {"role": membership.role, "user": str(membership.user_id)}
        events.record("access.role_ended", by=by, about=membership, details=details)
    return membership


@transaction.atomic
def restrict_record(*, record: Record, seen_by: Iterable[User | Team], reason: str, by: User, at: datetime) -> Record:
    """From now on only those named see the record; doing it again names others."""
    require(by, Permission.RECORD_RESTRICT, on=record)
    named = list(seen_by)
    hold(rules.ac5_says_why, reason)
    hold(rules.ac6_somebody_still_sees_it, named)
    record = Record.objects.select_for_update().get(pk=record.pk)
    hold(rules.ac7_is_not_sealed, record)
    if record.level != Record.Level.RESTRICTED:
        record.level = Record.Level.RESTRICTED
        record.save(update_fields=["level"])
    people = [one.pk for one in named if isinstance(one, User)]
    teams = [one.pk for one in named if isinstance(one, Team)]
    still = Grant.objects.filter(Q(ended_at__isnull=True) | Q(ended_at__gt=at), record=record)  # for some days, too
    for one in named:
        grants.grant(record, to=one, reason="Named when the record was restricted", at=at, source_id=record.pk)
    events.record(
        "access.record_restricted", by=by, about=record,
        details={"reason": reason.strip(), "people": [str(pk) for pk in people], "teams": [str(pk) for pk in teams]},
    )  # fmt: skip
    still.exclude(user__in=people).exclude(team__in=teams).update(ended_at=at)
    return record


@transaction.atomic
def lift_restriction(*, record: Record, reason: str, by: User, at: datetime) -> Record:
    """Hub and social care see the record again. Those whose sight was ended with the restriction do not by this."""
    require(by, Permission.RECORD_RESTRICT, on=record)
    hold(rules.ac5_says_why, reason)
    record = Record.objects.select_for_update().get(pk=record.pk)
    hold(rules.ac7_is_not_sealed, record)
    if record.level == Record.Level.OPEN:
        return record
    record.level = Record.Level.OPEN
    record.save(update_fields=["level"])
    events.record("access.restriction_lifted", by=by, about=record, details={"reason": reason.strip()})
    return record


def _end(membership: Membership, on: date) -> None:
    membership.ended_on = max(on, membership.started_on)
    membership.save(update_fields=["ended_on"])
