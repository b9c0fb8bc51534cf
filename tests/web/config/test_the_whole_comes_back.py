"""A backup of all that Kinfold has, restored on another server: nobody there is a superuser."""

import psycopg

from kinfold.web.config import cluster
from kinfold.web.config.backup import backup, restore
from tests.migrated import migrated
from tests.web.config.conftest import checkout_of_its_own

WHAT_STANDS_IN_IT = """
    SELECT 'table', c.relname || c.relrowsecurity || c.relforcerowsecurity,
           (SELECT string_agg(acl::text, ' ' ORDER BY acl::text) FROM unnest(c.relacl) AS acl) FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v', 'S')
    UNION ALL SELECT 'policy', tablename || policyname || cmd, qual || coalesce(with_check, '') FROM pg_policies
    UNION ALL SELECT 'trigger', tgrelid::regclass::text, tgname FROM pg_trigger WHERE NOT tgisinternal
    UNION ALL SELECT 'function', p.oid::regprocedure::text, p.proconfig::text || p.prosecdef FROM pg_proc p
    WHERE p.pronamespace = 'public'::regnamespace
    UNION ALL SELECT 'constraint', conrelid::regclass::text, conname FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace
    ORDER BY 1, 2, 3
"""


def test_the_whole_of_kinfold_comes_back(tmp_path_factory, tmp_path):
    """Its tables, policies, triggers and functions, on another server, where nothing has loaded an extension yet."""
    file = tmp_path / "all.backup"
    backup(name=migrated(), file=file)
    with psycopg.connect(cluster.urls(migrated())["owner"]) as connection:
        stands = connection.execute(WHAT_STANDS_IN_IT).fetchall()
    with checkout_of_its_own(tmp_path_factory.mktemp("elsewhere")):
        cluster.start()
        cluster.ensure_database("restored")
        restore(name="restored", file=file)
        with psycopg.connect(cluster.urls("restored")["owner"]) as connection:
            assert connection.execute(WHAT_STANDS_IN_IT).fetchall() == stands
        with psycopg.connect(cluster.urls("restored")["app"]) as connection:
            found = connection.execute("SELECT count(*) FROM people_search('Maya Okafor', NULL, '', '')").fetchone()
    assert found == (0,)
    assert {kind for kind, *_ in stands} == {"table", "policy", "trigger", "function", "constraint"}
