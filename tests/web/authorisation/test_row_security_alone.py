"""Row security by itself, with no filter of the application's in the way: every table, its history, every role."""

import pytest
from django.db import DatabaseError, connection, transaction

from kinfold.web.access.permissions import ROLES, Role
from kinfold.web.access.row_security import DRAFTS, record_bound_models
from tests import factories
from tests.web.authorisation.files import File

TABLES = record_bound_models()
LEVELS = ("open", "restricted", "sealed")


@pytest.fixture
def stranger():
    return factories.worker()


def files_of(stranger, **holders):
    """A file of each level that is nobody's, and for each holder named one of each level that is theirs."""
    made = {}
    for name, holder in {"other": stranger, **holders}.items():
        for level in LEVELS:
            record = factories.record(level, agency=holder.agency)
            file = File(record, mark=f"{name}-{level}", holder=holder, stranger=stranger)
            file.everything()
            made[name, level] = file
            if name != "other":
                factories.grant(record, holder)
    return made


def records_shown(table):
    return set(table._base_manager.values_list("record_id", flat=True))


@pytest.mark.parametrize("role", list(Role))
def test_a_role_is_shown_rows_of_its_records_and_of_no_other_in_every_table(as_app, stranger, role):
    worker = factories.worker(role)
    files = files_of(stranger, own=worker)
    own = {file.record.pk for (whose, _), file in files.items() if whose == "own"}
    expected = own | ({files["other", "open"].record.pk} if ROLES[role].whole_index else set())
    with_rows = {table for table in TABLES if len(records_shown(table)) >= len(files)}

    assert len(with_rows) == len(TABLES), [table._meta.label for table in TABLES if table not in with_rows]
    with as_app(worker):
        shown = {table._meta.label: records_shown(table) for table in TABLES}
    assert shown == dict.fromkeys(shown, expected)


@pytest.mark.parametrize(
    "nobody", ["nobody signed in", "no role", "an ended role", "a closed account", "an ended grant"]
)
def test_whoever_is_nobody_here_is_shown_nothing(as_app, stranger, nobody):
    worker = factories.worker(Role.MASH_MANAGER)
    files = files_of(stranger, own=worker)
    factories.grant(files["other", "open"].record, worker.teams[0])
    asking = None if nobody == "nobody signed in" else worker
    if nobody in ("no role", "an ended role", "an ended grant"):
        worker.grants.update(ended_at="2024-01-01T00:00Z")
    if nobody == "no role":
        worker.memberships.all().delete()
    if nobody in ("an ended role", "an ended grant"):
        worker.memberships.update(ended_on="2024-01-01")
    if nobody == "a closed account":
        type(worker).objects.filter(pk=worker.pk).update(is_active=False)

    with as_app(asking):
        assert {table._meta.label: len(records_shown(table)) for table in TABLES if records_shown(table)} == {}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table._meta.db_table)
def test_nothing_is_written_into_a_foreign_record_nor_taken_out_of_ones_own(as_app, stranger, table):
    worker = factories.worker()
    files = files_of(stranger, own=worker)
    name = table._meta.db_table
    foreign, own = files["other", "open"].record.pk, files["own", "open"].record.pk

    with as_app(worker), connection.cursor() as cursor:
        columns = [field.column for field in table._meta.concrete_fields if field.column != "record_id"]
        copied = ", ".join(columns)
        assert refused(cursor, f"INSERT INTO {name} (record_id, {copied}) SELECT '{foreign}', {copied} FROM {name}")
        assert refused(cursor, f"UPDATE {name} SET record_id = '{foreign}' WHERE record_id = '{own}'")
        assert refused(cursor, f"UPDATE {name} SET record_id = '{own}' WHERE record_id = '{foreign}'", or_none=True)
        if name in DRAFTS:  # the author's to throw away, and nobody else's
            assert refused(cursor, f"DELETE FROM {name} WHERE record_id = '{foreign}'", or_none=True)
        else:
            assert refused(cursor, f"DELETE FROM {name}")
        assert refused(cursor, f"TRUNCATE {name}")


def refused(cursor, statement, *, or_none=False):
    """Whether the database refuses the statement; with ``or_none`` touching no row will do."""
    try:
        with transaction.atomic():
            cursor.execute(statement)
            touched = cursor.rowcount
    except DatabaseError as problem:
        never = "Cannot update or delete rows"  # a table whose rows nobody changes
        return any(words in str(problem) for words in ("permission denied", "row-level security", never))
    return or_none and touched == 0
