"""SQL typed where words are asked for is words; functions that run as owner can be turned to nobody's use."""

import pytest
from django.db import DatabaseError, connection, transaction

from kinfold.web.access.models import Grant
from kinfold.web.access.permissions import Role
from kinfold.web.audit.models import AuditEvent
from kinfold.web.people.models import Person
from tests import factories

HOSTILE = (
    "'; SET ROLE kinfold_owner; --",
    "' || set_config('app.user_id', '{user}', false) || '",
    "') UNION SELECT id, 1, ARRAY['same_name'] FROM people_person --",
    "%' OR '1'='1",
    "{{{{ 7*7 }}}}",
    "\\'; RESET ROLE; SELECT pg_sleep(0) --",
)

BORN = {"born_on-day": "1", "born_on-month": "3", "born_on-year": "2018"}  # as every child that factories make


def run(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall() if cursor.description else None


def refused(statement, *values):
    try:
        with transaction.atomic():
            run(statement, *values)
    except DatabaseError:
        return True
    return False


@pytest.fixture
def hidden():
    return factories.family(level="restricted", name="Quillfeather")


@pytest.mark.parametrize("typed", HOSTILE)
def test_sql_in_the_search_finds_nobody_and_changes_nothing(browser_of, hidden, typed):
    other = factories.worker(on=hidden)
    hub = factories.worker(Role.MASH_DECISION_MAKER)
    browser, typed = browser_of(hub), typed.format(user=other.pk)

    for field, length in (("name", 200), ("postcode", 10), ("number", 20)):
        asked = {"name": "Quillfeather", **BORN, field: typed[:length]}
        page = browser.post("/search", asked)
        assert page.status_code == 200
        assert str(hidden.children[0].pk) not in page.content.decode()
    assert AuditEvent.objects.filter(action="person.searched", user_id=hub.pk).count() == 3
    assert Person.objects.filter(surname="Quillfeather").count() == 2
    assert browser.get("/search").status_code == 200


@pytest.mark.parametrize("typed", HOSTILE)
@pytest.mark.parametrize(
    ("role", "address"),
    [
        (Role.ACCOUNT_ADMINISTRATOR, "/accounts?words={}&closed={}"),
        (Role.EARLY_HELP_MANAGER, "/early-help/families?words={}&whose={}"),
        (Role.CALDICOTT_GUARDIAN, "/who-looked?refused={}&page={}"),
        (Role.MASH_MANAGER, "/mash/board?rating={}&agency={}"),
    ],
)
def test_sql_in_a_filter_is_words(browser_of, hidden, role, address, typed):
    page = browser_of(factories.worker(role)).get(address.format(typed, typed))
    assert page.status_code in (200, 400, 404)
    assert "Quillfeather" not in page.content.decode()


@pytest.mark.parametrize("field", ["forename", "surname", "known_as", "communication_needs"])
def test_sql_in_a_name_is_kept_as_a_name(browser_of, field):
    family = factories.family()
    lead = factories.worker(on=family)
    child = family.children[0]
    typed = {
        "forename": "Maya", "surname": "Example", "unborn": "no", "born_on-day": "1", "born_on-month": "3",
        "born_on-year": "2018", "interpreter_needed": "no", "version": child.version,
        field: "Robert'); DROP TABLE people_person; --",
    }  # fmt: skip

    assert browser_of(lead).post(f"/people/{child.pk}/details", typed).status_code in (200, 302, 422)
    assert Person.objects.filter(pk=child.pk).exists()


@pytest.mark.parametrize("role", ["kinfold_owner", "kinfold_extract", "kinfold_backup", "postgres"])
def test_the_app_is_no_member_of_a_stronger_role(role):
    assert run(
        "SELECT count(*) FROM pg_roles WHERE rolname = %s AND pg_has_role('kinfold_app', oid, 'MEMBER')", role
    ) == [(0,)]


def test_the_app_makes_nothing_in_the_database(as_app):
    with as_app(factories.worker()):
        assert refused("CREATE TABLE mine (id int)")
        assert refused("CREATE FUNCTION access_teams(text) RETURNS int LANGUAGE sql AS 'SELECT 1'")
        assert refused("CREATE OR REPLACE FUNCTION access_whole_index() RETURNS boolean LANGUAGE sql AS 'SELECT true'")
        assert refused("ALTER TABLE people_person DISABLE ROW LEVEL SECURITY")
        assert refused("DROP POLICY kinfold_record ON people_person")
        assert refused("CREATE SCHEMA mine")


def test_every_function_that_runs_as_owner_looks_nowhere_else_and_answers_the_app_alone():
    found = run(
        "SELECT proname, array_to_string(proconfig, '; '), has_function_privilege('kinfold_backup', oid, 'EXECUTE'),"
        " has_function_privilege('kinfold_app', oid, 'EXECUTE')"
        " FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace"
    )
    assert {"people_search", "access_user", "access_teams", "access_has_role"} <= {name for name, *_ in found}
    for name, settings, others, app in found:
        assert "search_path=pg_catalog, public, pg_temp" in settings, name
        assert (others, app) == (False, True), name


def test_temporary_tables_and_functions_of_our_names_change_no_answer(as_app, hidden):
    """Where a server lets the app make temporary things at all, which ours does not."""
    database = run("SELECT current_database()")[0][0]
    run(f'GRANT TEMPORARY ON DATABASE "{database}" TO kinfold_app')
    nobody, teams = factories.worker(Role.ACCOUNT_ADMINISTRATOR), factories.team()
    factories.grant(hidden, teams)
    factories.family()

    with as_app(nobody):
        run("CREATE TEMP TABLE access_membership (user_id uuid, team_id uuid, role text, ended_on date)")
        run("INSERT INTO access_membership VALUES (%s, %s, 'mash_manager', NULL)", nobody.pk, teams.pk)
        run("CREATE TEMP TABLE access_record AS SELECT id, 'open'::text AS level FROM public.access_record")
        refused("CREATE FUNCTION pg_temp.access_user() RETURNS uuid LANGUAGE sql AS $$ SELECT gen_random_uuid() $$")
        refused("CREATE FUNCTION pg_temp.access_may_see(uuid) RETURNS boolean LANGUAGE sql AS $$ SELECT true $$")
        run("SET LOCAL search_path = pg_temp, public")
        assert run("SELECT count(*) FROM people_person") == [(0,)]
        assert run("SELECT access_whole_index(), access_teams() = ARRAY[%s::uuid]", teams.pk) == [(False, False)]
        assert run("SELECT count(*) FROM people_search('Quillfeather', NULL, '', '')") == [(0,)]
        run("SET LOCAL search_path = public")


@pytest.mark.parametrize("level", ["restricted", "sealed"])
def test_the_search_function_shows_nobody_in_a_closed_file_by_name_birth_number_or_postcode(as_app, level):
    family = factories.family(level=level, name="Quillfeather")
    child = family.children[0]
    factories.address(child, postcode="PO55AA")
    child.identifiers.create(record=family.record, kind="nhs_number", value="9434765919")
    hub = factories.worker(Role.MASH_DECISION_MAKER)
    asked = [
        ("Quillfeather", None, "", ""),
        (child.name, child.born_on, "PO55AA", "9434765919"),
        ("", None, "PO55AA", ""),
    ]

    with as_app(hub):
        assert [run("SELECT * FROM people_search(%s, %s, %s, %s)", *one) for one in asked] == [[], [], []]
    factories.grant(family, hub)
    with as_app(hub):
        assert len(run("SELECT * FROM people_search(%s, %s, %s, %s)", *asked[1])) >= 1


def test_a_confidential_address_gives_nobody_away_by_its_postcode(as_app):
    child = factories.family().children[0]
    factories.address(child, postcode="PO55AA", confidential=True, record=factories.record("sealed"))

    with as_app(factories.worker(Role.MASH_DECISION_MAKER)):
        assert run("SELECT * FROM people_search('', NULL, 'PO55AA', '')") == []


def test_a_user_id_that_is_none_shows_nothing_and_one_that_is_no_id_is_refused(as_app):
    factories.family()
    with as_app(None):
        for user_id in ("", str(factories.record().pk)):
            run("SELECT set_config('app.user_id', %s, true)", user_id)
            assert run("SELECT count(*) FROM people_person") == [(0,)]
        run("SELECT set_config('app.user_id', %s, true)", "' OR true --")
        assert refused("SELECT count(*) FROM people_person")


def test_nobody_changes_or_deletes_the_audit_the_owner_neither(as_app):
    event = AuditEvent.objects.create(action="test.something")
    statements = (
        "UPDATE audit_auditevent SET action = 'x'",
        "DELETE FROM audit_auditevent",
        "TRUNCATE audit_auditevent",
    )

    assert all(refused(statement) for statement in statements)
    for role in (Role.CALDICOTT_GUARDIAN, Role.MASH_MANAGER):
        with as_app(factories.worker(role)):
            assert all(refused(statement) for statement in statements)
    assert AuditEvent.objects.get(pk=event.pk).action == "test.something"


@pytest.mark.parametrize("role", list(Role))
def test_the_audit_is_read_by_the_caldicott_guardian_alone(as_app, role):
    AuditEvent.objects.create(action="test.something")
    with as_app(factories.worker(role)):
        assert AuditEvent.objects.exists() is (role == Role.CALDICOTT_GUARDIAN)


def test_a_grant_ends_at_its_moment(as_app):
    family = factories.family()
    worker = factories.worker(on=family)
    with as_app(worker):
        assert Person.objects.count() == 2
    for ended_at, seen in (("2024-01-01T00:00Z", 0), ("2999-01-01T00:00Z", 2)):
        Grant.objects.update(ended_at=ended_at)
        with as_app(worker):
            assert Person.objects.count() == seen
