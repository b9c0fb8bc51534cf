"""The triggers that keep every version of a row are where the models say they are."""

import pytest
from django.apps import apps
from django.db import connection

from kinfold.web.core.triggers import InstallTriggers


def declared() -> set[tuple[str, str]]:
    return {
        (model._meta.db_table, trigger.get_pgid(model))
        for model in apps.get_models()
        for trigger in getattr(model._meta, "triggers", ())
    }


def installed() -> set[tuple[str, str]]:
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT relname, tgname FROM pg_trigger JOIN pg_class ON pg_class.oid = tgrelid
            WHERE tgname LIKE 'pgtrigger\\_%' AND tgenabled = 'O'
            """
        )
        return set(cursor.fetchall())


@pytest.mark.django_db
def test_every_trigger_that_a_model_declares_is_in_the_database_and_no_other():
    assert declared()
    assert installed() == declared()


def test_installing_triggers_leaves_the_state_of_the_models_as_it_was():
    operation = InstallTriggers(["Person", "Family"])

    assert operation.state_forwards("people", None) is None
    assert operation.describe() == "Install the triggers of Person, Family"
