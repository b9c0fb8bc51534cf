"""The private server starts from nothing, comes back from every kind of trouble, and gives each role its due."""

import os
import signal
import stat
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest

from kinfold.web.config import cluster
from kinfold.web.config.postgres_server import server_for


def ask(role, statement):
    with psycopg.connect(cluster.urls("city")[role], autocommit=True) as connection:
        return connection.execute(statement).fetchall()


def tell(role, statement):
    with psycopg.connect(cluster.urls("city")[role], autocommit=True) as connection:
        connection.execute(statement)


def beside(name):
    """A file that stands beside the database."""
    folder = cluster.carried() / name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "kf_audits.parquet").touch()
    return folder


@pytest.fixture
def children(running):
    tell("owner", "CREATE TABLE IF NOT EXISTS children (id serial, name text)")
    tell("owner", "ALTER TABLE children ENABLE ROW LEVEL SECURITY")
    tell("owner", "TRUNCATE children; INSERT INTO children (name) VALUES ('Ada')")


def test_a_second_start_keeps_the_running_server(running):
    before = server_for(running).process_id()
    cluster.start()
    assert server_for(running).process_id() == before


def test_many_starts_at_once_make_one_server(running):
    cluster.stop()
    with ThreadPoolExecutor(4) as several:
        list(several.map(lambda _: cluster.start(), range(4)))
    assert ask("app", "SELECT 1") == [(1,)]


def test_a_killed_server_comes_back_with_its_records(children, running):
    os.kill(server_for(running).process_id(), signal.SIGKILL)
    cluster.start()
    assert ask("owner", "SELECT name FROM children") == [("Ada",)]


def test_a_stopped_server_comes_back_with_its_records(children):
    cluster.stop()
    cluster.start()
    assert ask("owner", "SELECT name FROM children") == [("Ada",)]


def test_a_lock_left_by_a_process_that_is_now_something_else_is_no_obstacle(running):
    cluster.stop()
    (server_for(running).data / "postmaster.pid").write_text(f"{os.getpid()}\nleft behind\n")
    cluster.start()
    assert ask("app", "SELECT 1") == [(1,)]


@pytest.mark.parametrize("stopped", [True, False])
def test_records_survive_the_loss_of_the_passwords(children, stopped):
    if stopped:
        cluster.stop()
    cluster.RECORD.unlink()
    cluster.start()
    assert ask("owner", "SELECT name FROM children") == [("Ada",)]


def test_a_copied_checkout_does_not_use_the_other_ones_server(running, monkeypatch, tmp_path):
    monkeypatch.setattr(cluster, "CHECKOUT", tmp_path)
    with pytest.raises(cluster.DatabaseUnavailable, match="kinfold database start"):
        cluster.urls("city")


def test_removing_the_server_begins_from_nothing(children, running):
    beside("city")
    cluster.remove()
    assert not server_for(running).folder.exists()
    assert not cluster.carried().exists()
    cluster.start()
    cluster.ensure_database("city")
    assert ask("owner", "SELECT to_regclass('children')") == [(None,)]


def test_dropping_a_database_removes_what_stands_beside_it_and_nothing_else(running):
    cluster.ensure_database("other")
    dropped, kept = beside("other"), beside("city")
    cluster.drop_database("other")
    assert not dropped.exists()
    assert kept.exists()


def test_a_supplied_server_is_never_removed(monkeypatch):
    for variable in cluster.SUPPLIED_BY.values():
        monkeypatch.setenv(variable, "postgresql://o@h/d")
    with pytest.raises(cluster.DatabaseUnavailable, match="never deletes"):
        cluster.remove()


def test_passwords_are_for_their_owner_alone(running):
    assert stat.S_IMODE(cluster.RECORD.stat().st_mode) == 0o600
    assert stat.S_IMODE(server_for(running).data.stat().st_mode) == 0o700


def test_the_server_listens_on_this_machine_only_and_asks_for_a_password(running):
    assert ask("app", "SHOW listen_addresses") == [("127.0.0.1",)]
    wrong = cluster.urls("city")["app"].replace("kinfold_app:", "kinfold_app:x")
    with pytest.raises(psycopg.OperationalError, match="password authentication failed"):
        psycopg.connect(wrong)


def test_the_servers_log_never_repeats_what_a_failing_statement_held(children, running):
    with pytest.raises(psycopg.Error):
        tell("app", "INSERT INTO children (name) VALUES ('Secretive Child')")
    assert "Secretive" not in server_for(running).log.read_text()


def test_only_those_who_read_all_see_rows_without_a_policy(children):
    seen = {role: ask(role, "SELECT count(*) FROM children")[0][0] for role in ("app", "extract", "backup")}
    assert seen == {"app": 0, "extract": 1, "backup": 1}


@pytest.mark.parametrize(
    ("role", "statement"),
    [
        ("app", "DELETE FROM children"),
        ("app", "TRUNCATE children"),
        ("app", "CREATE TABLE mine ()"),
        ("app", "CREATE DATABASE mine"),
        ("app", "SET ROLE kinfold_owner"),
        ("extract", "UPDATE children SET name = ''"),
        ("backup", "UPDATE children SET name = ''"),
        ("owner", "CREATE ROLE mine SUPERUSER"),
    ],
)
def test_no_role_may_do_more_than_its_work(children, role, statement):
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        tell(role, statement)


def test_only_extract_and_backup_bypass_row_security(running):
    rows = ask("app", "SELECT rolname, rolbypassrls, rolsuper FROM pg_roles WHERE rolname LIKE 'kinfold%'")
    assert {name for name, bypasses, superuser in rows if bypasses and not superuser} == {
        "kinfold_extract",
        "kinfold_backup",
    }
    assert {name for name, _, superuser in rows if superuser} == {"kinfold_setup"}


def test_a_supplied_server_is_used_as_it_is():
    given = {
        "DATABASE_URL": "postgresql://o@h/d",
        "DATABASE_APP_URL": "postgresql://a@h/d",
        "DATABASE_EXTRACT_URL": "postgresql://e@h/d",
    }
    assert cluster.supplied(given) == {
        "owner": "postgresql://o@h/d",
        "app": "postgresql://a@h/d",
        "extract": "postgresql://e@h/d",
    }


def test_a_supplied_server_without_all_its_addresses_says_which_are_missing():
    with pytest.raises(cluster.DatabaseUnavailable, match="DATABASE_APP_URL and DATABASE_EXTRACT_URL are not"):
        cluster.supplied({"DATABASE_URL": "postgresql://o@h/d"})
