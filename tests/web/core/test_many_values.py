"""More values than one question can carry are written and asked for all the same, in several questions."""

from uuid import uuid4

import pytest

from kinfold.web.access.models import Record
from kinfold.web.audit.models import AuditEvent
from kinfold.web.core.database.base import MOST_VALUES
from tests import factories

pytestmark = pytest.mark.django_db


def test_more_rows_than_one_question_can_carry():
    # A list in a row keeps Django from sending a column as one value.
    many = MOST_VALUES // len(AuditEvent._meta.concrete_fields) + 1
    AuditEvent.objects.bulk_create(AuditEvent(action="test.many", person_ids=[uuid4()]) for _ in range(many))
    assert AuditEvent.objects.filter(action="test.many").count() == many


def test_more_keys_than_one_question_can_carry():
    record = factories.record()
    assert Record.objects.in_bulk([record.pk, *(uuid4() for _ in range(MOST_VALUES))]) == {record.pk: record}
