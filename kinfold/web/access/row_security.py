"""The one policy that every table naming a child carries, and what each database role may do.

Applied after every migration from the models themselves, so that no table can be forgotten.
"""

from django.apps import apps
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg import sql

from kinfold.web.access.permissions import WHOLE_INDEX_ROLES, Permission, Role, roles_with

APP, EXTRACT, BACKUP = "kinfold_app", "kinfold_extract", "kinfold_backup"

POLICY = """
EXISTS (
    SELECT 1 FROM access_record AS held
    WHERE held.id = {table}.record_id
      AND held.id <> ALL ((SELECT access_conflicts())::uuid[])
      AND (
        (held.level = 'open' AND (SELECT access_whole_index()))
        OR EXISTS (
            SELECT 1 FROM access_grant AS given
            WHERE given.record_id = held.id
              AND (given.ended_at IS NULL OR given.ended_at > now())
              AND (given.user_id = (SELECT access_user())
                   OR given.team_id = ANY ((SELECT access_teams())::uuid[])
                   OR (held.level = 'open' AND given.ended_at IS NULL
                       AND given.user_id = ANY ((SELECT access_covers_of(access_user()))::uuid[])))
        )
      )
)
"""

FUNCTIONS = """
CREATE OR REPLACE FUNCTION access_user() RETURNS uuid {as_owner}
    AS $$ DECLARE said uuid := nullif(current_setting('app.user_id', true), '');
          BEGIN RETURN (SELECT id FROM access_user WHERE is_active AND id = said); END $$;
CREATE OR REPLACE FUNCTION access_has_role(wanted text[]) RETURNS boolean {as_owner}
    AS $$ BEGIN RETURN EXISTS (SELECT 1 FROM access_membership
          WHERE user_id = access_user() AND ended_on IS NULL AND role = ANY (wanted)); END $$;
CREATE OR REPLACE FUNCTION access_whole_index() RETURNS boolean {as_owner}
    AS $$ BEGIN RETURN access_has_role({whole_index}); END $$;
CREATE OR REPLACE FUNCTION access_teams() RETURNS uuid[] {as_owner}
    AS $$ BEGIN RETURN (SELECT coalesce(array_agg(team_id), '{}') FROM access_membership
          WHERE user_id = access_user() AND ended_on IS NULL); END $$;
CREATE OR REPLACE FUNCTION access_covers_of(asked uuid) RETURNS uuid[] {as_owner}
    AS $$ BEGIN RETURN (SELECT coalesce(array_agg(away.id), '{}')
          FROM access_cover AS cover JOIN access_user AS away ON away.id = cover.away_id AND away.is_active
          WHERE cover.by_id = asked AND cover.ended_at IS NULL
            AND (now() AT TIME ZONE 'Europe/London')::date BETWEEN cover.first_day AND cover.last_day); END $$;
CREATE OR REPLACE FUNCTION access_conflicts_of(asked uuid) RETURNS uuid[] {as_owner} AS $$
    DECLARE known uuid[];
    BEGIN
        SELECT array_agg(person_id) INTO known FROM casework_conflict WHERE user_id = asked AND ended_at IS NULL;
        IF known IS NULL THEN RETURN '{}'; END IF;
        SELECT array_agg(id) INTO known FROM people_person
        WHERE id = ANY (known) OR merged_into_id = ANY (known)
           OR id IN (SELECT merged_into_id FROM people_person WHERE id = ANY (known));
        SELECT known || array_agg(member.person_id) INTO known FROM people_familymember AS member
        WHERE member.ended_on IS NULL AND member.family_id IN (
            SELECT family_id FROM people_familymember WHERE person_id = ANY (known) AND ended_on IS NULL);
        RETURN ARRAY({records_naming});
    END $$;
CREATE OR REPLACE FUNCTION access_conflicts() RETURNS uuid[] {as_owner}
    AS $$ BEGIN RETURN access_conflicts_of(access_user()); END $$;
CREATE OR REPLACE FUNCTION access_may_see(asked uuid) RETURNS boolean {as_asker}
    AS $$ SELECT {policy} FROM (SELECT asked AS record_id) AS asked_for $$;
CREATE OR REPLACE FUNCTION access_visible(asked uuid[]) RETURNS SETOF uuid LANGUAGE sql STABLE
    AS $$ SELECT asked_for.record_id FROM unnest(asked) AS asked_for (record_id) WHERE {policy} $$;
CREATE OR REPLACE FUNCTION audit_stays_as_written() RETURNS trigger LANGUAGE plpgsql
    AS $$ BEGIN RAISE EXCEPTION 'The audit is never changed'; END $$;
"""
"""A closed account is nobody: it has no roles, no teams and no grants, whatever rows still say otherwise. Whoever knows
a family themselves sees no record that names anybody of it, whatever opens it to them.
A policy asks most of them once a query: in plpgsql they are planned once a connection, in SQL each time."""

CONFLICT = "casework_conflict"

SEARCH_PATH = "SET search_path = pg_catalog, public, pg_temp"
"""The temporary schema is named, and last: unnamed it comes first, and a temporary table could pass for one of ours."""

OWNERS_FUNCTIONS = f"""
DO $$ DECLARE each regprocedure; BEGIN
    FOR each IN SELECT oid FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace LOOP
        EXECUTE format('ALTER FUNCTION %s {SEARCH_PATH}', each);
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', each);
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO {APP}', each);
    END LOOP;
END $$;
"""  # noqa: S608 (made of constants)
"""Whatever runs with the owner's rights, in any part, looks nowhere else and answers the app alone."""

DELETABLE = ("django_session", "axes_", "procrastinate_")
"""Tables of libraries whose rows the app may take away; its own it never does."""

DRAFTS = ("mash_contactdraft",)
"""What has not been sent yet is its author's to throw away."""

WORKED_OUT = ("insight_figure",)
"""What can be worked out again: the figures of releases that newer ones have replaced."""


def apply(connection: BaseDatabaseWrapper) -> None:
    """Gives every table its privileges and every table that names a child its policy. Safe to run again."""
    with connection.cursor() as cursor:
        cursor.execute(functions())
        cursor.execute(_records_of())
        cursor.execute(OWNERS_FUNCTIONS)
        for table in _tables(connection):
            cursor.execute(_privileges(table))
        cursor.execute(f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {APP}")
        cursor.execute(f"GRANT SELECT ON ALL SEQUENCES IN SCHEMA public TO {BACKUP}, {EXTRACT}")
        for model in record_bound_models():
            cursor.execute(_policy(model._meta.db_table, POLICY.format(table=model._meta.db_table)))
        cursor.execute(_audit_policy())


def record_bound_models() -> list[type[models.Model]]:
    """Every model, history included, whose rows belong to a record."""
    return [
        model
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label != "access"
        and model._meta.app_label != "audit"
        and any(field.attname == "record_id" for field in model._meta.concrete_fields)
    ]


def functions() -> str:
    written = {
        "{as_owner}": f"LANGUAGE plpgsql STABLE SECURITY DEFINER {SEARCH_PATH}",
        "{as_asker}": f"LANGUAGE sql STABLE {SEARCH_PATH}",
        "{whole_index}": _array(WHOLE_INDEX_ROLES),
        "{records_naming}": _records_naming(),
        "{policy}": POLICY.format(table="asked_for"),
    }
    words = FUNCTIONS
    for name, text in written.items():
        words = words.replace(name, text)
    return words


def _records_of() -> str:
    """Whose file a row is in, whoever asks: what is refused is written down with the record it was about."""
    tables = [model._meta.db_table for model in record_bound_models() if not hasattr(model, "pgh_tracked_model")]
    rows = " UNION ALL ".join(f'SELECT record_id FROM "{table}" WHERE id = ANY (asked)' for table in tables)  # noqa: S608
    return (
        "CREATE OR REPLACE FUNCTION access_records_of(asked uuid[]) RETURNS SETOF uuid "
        f"LANGUAGE sql STABLE SECURITY DEFINER {SEARCH_PATH} AS $$ {rows} $$"
    )


def _records_naming() -> str:
    """Every record with a row that names one of the people who are ``known``."""
    tables = [
        model._meta.db_table
        for model in record_bound_models()
        if not hasattr(model, "pgh_tracked_model")
        and model._meta.db_table != CONFLICT  # which tells the colleague what they said themselves
        and any(field.attname == "person_id" for field in model._meta.concrete_fields)
    ]
    named = [f'SELECT record_id FROM "{table}" WHERE person_id = ANY (known)' for table in tables]  # noqa: S608
    return " UNION ".join(["SELECT record_id FROM people_person WHERE id = ANY (known)", *named])


def _array(roles: tuple[Role, ...]) -> str:
    return sql.Literal([str(role) for role in roles]).as_string(None)


def _tables(connection: BaseDatabaseWrapper) -> list[str]:
    with connection.cursor() as cursor:
        return [table.name for table in connection.introspection.get_table_list(cursor) if table.type == "t"]


def _privileges(table: str) -> str:
    may = "SELECT, INSERT, UPDATE"
    if table == "audit_auditevent" or table.endswith("event") and table.split("_")[0] in _own_labels():
        may = "SELECT, INSERT"
    elif table.startswith(DELETABLE) or table in (*DRAFTS, *WORKED_OUT):
        may = "SELECT, INSERT, UPDATE, DELETE"
    return (
        f'REVOKE ALL ON "{table}" FROM {APP}; GRANT {may} ON "{table}" TO {APP};'
        f'GRANT SELECT ON "{table}" TO {EXTRACT}, {BACKUP};'
    )


def _own_labels() -> set[str]:
    return {config.label.split("_")[0] for config in apps.get_app_configs() if config.name.startswith("kinfold.")}


def _policy(table: str, rule: str) -> str:
    return (
        f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY;'
        f'DROP POLICY IF EXISTS kinfold_record ON "{table}";'
        f'CREATE POLICY kinfold_record ON "{table}" FOR ALL TO {APP} USING ({rule}) WITH CHECK ({rule});'
    )


def _audit_policy() -> str:
    readers = _array(roles_with(Permission.AUDIT_READ))
    return f"""
        ALTER TABLE audit_auditevent ENABLE ROW LEVEL SECURITY;
        DROP POLICY IF EXISTS audit_written_by_all ON audit_auditevent;
        CREATE POLICY audit_written_by_all ON audit_auditevent FOR INSERT TO {APP} WITH CHECK (true);
        DROP POLICY IF EXISTS audit_read_by_guardians ON audit_auditevent;
        CREATE POLICY audit_read_by_guardians ON audit_auditevent FOR SELECT TO {APP}
            USING ((SELECT access_has_role({readers})));
        CREATE OR REPLACE TRIGGER audit_stays_as_written BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_auditevent
            FOR EACH STATEMENT EXECUTE FUNCTION audit_stays_as_written();
    """
