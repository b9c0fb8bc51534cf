"""The database itself shows the app only what a person may see, whatever the application's own filters say."""

import pytest
from django.db import DatabaseError, connection, transaction

from kinfold.web.access.checks import NotVisible, Refused, can_see, require
from kinfold.web.access.permissions import Permission, Role
from kinfold.web.audit.models import AuditEvent
from kinfold.web.people.models import Person
from tests import factories
from tests.factories.days import NOW


def test_a_person_without_a_grant_sees_no_row(as_app):
    factories.family()
    stranger = factories.worker()

    with as_app(stranger):
        assert Person.objects.count() == 0


def test_nobody_signed_in_sees_no_row(as_app):
    factories.family()

    with as_app(None):
        assert Person.objects.count() == 0


def test_a_grant_to_a_person_or_to_their_team_opens_the_record(as_app):
    family, other = factories.family(children=2), factories.family()
    granted = factories.worker(on=family)
    colleague = factories.worker()
    factories.grant(other, colleague.teams[0])

    with as_app(granted):
        assert Person.objects.count() == 3
    with as_app(colleague):
        assert set(Person.objects.all()) == {*other.children, other.parent}


@pytest.mark.parametrize(("level", "seen"), [("open", 2), ("restricted", 0), ("sealed", 0)])
def test_the_hub_sees_every_open_record_and_no_other(as_app, level, seen):
    factories.family(level=level)
    hub = factories.worker(Role.MASH_DECISION_MAKER)

    with as_app(hub):
        assert Person.objects.count() == seen
        assert Person.objects.visible_to(hub).count() == seen


def test_an_ended_grant_shows_nothing(as_app):
    family = factories.family()
    former = factories.worker(on=family)
    former.grants.update(ended_at=NOW)

    with as_app(former):
        assert Person.objects.count() == 0
        assert not can_see(former, family.record_id)


def test_the_history_of_a_hidden_row_is_hidden_too(as_app):
    family = factories.family()
    history = Person.pgh_event_model

    assert history.objects.filter(pgh_obj_id=family.children[0].pk).exists()
    with as_app(factories.worker()):
        assert not history.objects.exists()


def test_no_row_can_be_written_into_a_record_that_is_not_ones_own(as_app):
    family = factories.family()
    stranger = factories.worker()

    with as_app(stranger), pytest.raises(DatabaseError), transaction.atomic():
        factories.person(record=family.record)


def test_a_foreign_record_is_refused_as_if_it_did_not_exist_and_the_refusal_is_kept(as_app):
    family = factories.family()
    stranger = factories.worker()

    with as_app(stranger), pytest.raises(NotVisible):
        require(stranger, Permission.PERSON_READ, on=family)

    refusal = AuditEvent.objects.using("audit").get(user_id=stranger.pk)
    assert (refusal.refused, refusal.about_id) == (True, family.pk)


def test_a_role_without_the_permission_is_refused(as_app):
    administrator = factories.worker(Role.ACCOUNT_ADMINISTRATOR)

    with as_app(administrator), pytest.raises(Refused):
        require(administrator, Permission.PERSON_READ)


def test_the_audit_can_be_added_to_but_never_changed_or_read_by_just_anybody(as_app):
    lead = factories.worker()

    with as_app(lead):
        AuditEvent.objects.create(action="test.something", user_id=lead.pk)
        assert AuditEvent.objects.count() == 0
        with pytest.raises(DatabaseError), transaction.atomic():
            AuditEvent.objects.update(action="test.nothing")
    with as_app(factories.worker(Role.CALDICOTT_GUARDIAN)):
        assert AuditEvent.objects.filter(action="test.something").exists()


def test_the_app_deletes_nothing(as_app):
    family = factories.family()

    with (
        as_app(factories.worker(on=family)),
        pytest.raises(DatabaseError),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("DELETE FROM people_familymember")
