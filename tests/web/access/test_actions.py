"""Accounts, roles and restricted records."""

import pytest
from django.core.exceptions import ValidationError

from kinfold.web.access import actions
from kinfold.web.access.checks import NotVisible, Refused, can_see
from kinfold.web.access.models import Grant, Membership, User
from kinfold.web.access.permissions import Permission, Role
from kinfold.web.audit.models import AuditEvent
from kinfold.web.people.models import Person
from tests import factories
from tests.factories.days import NOW, TODAY


@pytest.fixture
def administrator():
    return factories.worker(Role.ACCOUNT_ADMINISTRATOR)


@pytest.fixture
def hub_manager():
    return factories.worker(Role.MASH_MANAGER)


def afresh(user):
    """The person as the next request finds them."""
    return User.objects.get(pk=user.pk)


def test_a_new_account_does_nothing_until_it_has_a_role(as_app, administrator):
    team = factories.team("school")
    with as_app(administrator):
        user = actions.open_account(name="Nia Example", email="Nia@Example.org", agency=team.agency, by=administrator)
        assert not afresh(user).may(Permission.HOME)
        for _ in range(2):
            actions.give_role(user=user, team=team, role=Role.SAFEGUARDING_LEAD, on=TODAY, by=administrator)

    assert afresh(user).may(Permission.CONTACT_CREATE)
    assert not user.has_usable_password()
    assert Membership.objects.filter(user=user).count() == 1


def test_an_address_opens_one_account(as_app, administrator):
    agency = factories.agency()
    with as_app(administrator):
        actions.open_account(name="Nia", email="nia@example.org", agency=agency, by=administrator)
        with pytest.raises(ValidationError, match="already an account"):
            actions.open_account(name="Nia", email="NIA@example.org", agency=agency, by=administrator)


def test_a_closed_account_opens_nothing_and_may_nothing(as_app, administrator):
    family = factories.family()
    leaver = factories.worker(on=family)
    with as_app(administrator):
        actions.close_account(user=leaver, on=TODAY, by=administrator, at=NOW)
        actions.close_account(user=leaver, on=TODAY, by=administrator, at=NOW)

    leaver = afresh(leaver)
    assert not leaver.is_active
    assert not leaver.may(Permission.PERSON_READ)
    with as_app(leaver):
        assert not Person.objects.exists()
    assert AuditEvent.objects.filter(action="access.account_closed").count() == 1


def test_an_ended_role_is_gone_at_once(as_app, administrator):
    worker = factories.worker()
    with as_app(administrator):
        actions.end_role(membership=worker.memberships.get(), on=TODAY, by=administrator)

    assert not afresh(worker).may(Permission.PERSON_READ)


def test_nobody_gives_themselves_a_role(as_app, administrator):
    with as_app(administrator), pytest.raises(ValidationError, match="Somebody else"):
        actions.give_role(
            user=administrator, team=administrator.teams[0], role=Role.MASH_MANAGER, on=TODAY, by=administrator
        )


def test_only_account_administrators_keep_accounts(as_app, hub_manager):
    with as_app(hub_manager), pytest.raises(Refused):
        actions.open_account(name="X", email="x@example.org", agency=hub_manager.agency, by=hub_manager)


def test_a_restricted_record_is_seen_by_those_named_alone(as_app, hub_manager):
    family = factories.family()
    team = factories.team("social_care")
    kept, dropped = factories.worker(on=family), factories.worker(on=family)
    hub = factories.worker(Role.MASH_DECISION_MAKER)
    with as_app(hub_manager):
        actions.restrict_record(
            record=family.record, seen_by=[kept, team], reason="A colleague's family", by=hub_manager, at=NOW
        )

    social_worker = factories.worker(Role.SOCIAL_WORKER, team=team)
    seen = {user: can_see(user, family.record_id) for user in (kept, social_worker, dropped, hub, hub_manager)}
    assert list(seen.values()) == [True, True, False, False, False]
    with as_app(hub):
        assert not Person.objects.exists()
    with as_app(kept):
        assert Person.objects.exists()


def test_restricting_needs_a_reason_and_somebody_who_still_sees_it(as_app, hub_manager):
    family = factories.family()
    with as_app(hub_manager):
        with pytest.raises(ValidationError, match="Say why"):
            actions.restrict_record(record=family.record, seen_by=[hub_manager], reason=" ", by=hub_manager, at=NOW)
        with pytest.raises(ValidationError, match="at least one"):
            actions.restrict_record(record=family.record, seen_by=[], reason="Why", by=hub_manager, at=NOW)


def test_lifting_a_restriction_opens_the_record_to_the_hub_but_not_to_those_once_cut_off(as_app, hub_manager):
    family = factories.family()
    dropped, hub = factories.worker(on=family), factories.worker(Role.MASH_DECISION_MAKER)
    with as_app(hub_manager):
        actions.restrict_record(record=family.record, seen_by=[hub_manager], reason="Why", by=hub_manager, at=NOW)
        actions.lift_restriction(record=family.record, reason="It was a mistake", by=hub_manager, at=NOW)

    assert can_see(hub, family.record_id)
    assert not can_see(dropped, family.record_id)


def test_a_record_one_cannot_see_is_not_ones_to_restrict(as_app, hub_manager):
    sealed = factories.record("sealed")

    with as_app(hub_manager), pytest.raises(NotVisible):
        actions.restrict_record(record=sealed, seen_by=[hub_manager], reason="Why", by=hub_manager, at=NOW)


def test_a_role_without_the_permission_restricts_nothing(as_app):
    family = factories.family()
    lead = factories.worker(on=family)

    with as_app(lead), pytest.raises(Refused):
        actions.restrict_record(record=family.record, seen_by=[lead], reason="Why", by=lead, at=NOW)
    assert not Grant.objects.filter(record=family.record, ended_at__isnull=False).exists()
