"""The demo begins where it left off, never mixes with other people's records, and stops only what is its own."""

import json
import socket
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest

from kinfold.web.config import cluster, demo


@pytest.fixture
def database(running):
    cluster.ensure_database("shown")
    yield "shown"
    cluster.drop_database("shown")


@pytest.fixture
def record(monkeypatch, tmp_path):
    monkeypatch.setattr(demo, "RECORD", tmp_path / "serve.json")
    return tmp_path / "serve.json"


def test_how_far_a_start_came_is_lost_with_the_database_and_only_then(database):
    assert demo._how_far(database) is None
    demo._set_mark(database, demo.LOADED)
    assert demo._how_far(database) == demo.LOADED
    cluster.drop_database(database)
    cluster.ensure_database(database)
    assert demo._how_far(database) is None


def test_a_start_that_was_cut_short_while_loading_goes_on_from_what_is_there(database):
    with psycopg.connect(cluster.urls(database)["owner"], autocommit=True) as connection:
        connection.execute("CREATE TABLE people_person (id int)")
        demo._set_mark(database, demo.LOADING)
        assert demo._how_far(database) is None
        connection.execute("INSERT INTO people_person VALUES (1)")
    assert demo._how_far(database) == demo.LOADED


def test_a_city_is_not_loaded_among_other_peoples_records(database):
    with psycopg.connect(cluster.urls(database)["owner"], autocommit=True) as connection:
        connection.execute("CREATE TABLE people_person (id int)")
        demo._refuse_to_mix(database)
        connection.execute("INSERT INTO people_person VALUES (1)")
    with pytest.raises(cluster.DatabaseUnavailable, match="people that the demo did not put there"):
        demo._refuse_to_mix(database)


def test_a_taken_port_is_said_before_anything_is_done(record, monkeypatch):
    monkeypatch.setattr(demo, "stop_server", lambda: pytest.fail("The server that runs was stopped for nothing"))
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(cluster.DatabaseUnavailable, match=f"make demo PORT={port + 1}"):
            demo.start(name="shown", port=port)


def test_a_process_that_only_has_the_old_servers_number_is_left_alone(record):
    sleeper = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    try:
        record.write_text(json.dumps({"process": sleeper.pid, "port": 1}))
        demo.stop_server()
        assert sleeper.poll() is None
        assert not record.exists()
    finally:
        sleeper.kill()
        sleeper.wait()


def test_what_a_killed_server_left_behind_is_stopped(record):
    """Its web server would otherwise hold the port for ever."""
    sleeping = "import time; time.sleep(60)"
    leads = f"import subprocess, sys; print(subprocess.Popen([sys.executable, '-c', '{sleeping}']).pid); {sleeping}"
    command = [sys.executable, "-u", "-c", leads]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, start_new_session=True)
    left_behind = int(server.stdout.readline())
    server.kill()
    server.wait()
    server.stdout.close()
    record.write_text(json.dumps({"process": server.pid, "port": 1}))

    assert demo._group_of(server.pid) == [left_behind]
    demo.stop_server()
    assert demo._group_of(server.pid) == []


def test_two_starts_at_once_go_one_after_the_other(monkeypatch, tmp_path, capsys):
    monkeypatch.setattr(demo, "LOCK", tmp_path / "demo.lock")
    began, ended = [], []

    def slowly(name, port):
        began.append(len(ended))
        time.sleep(0.3)
        ended.append(name)

    monkeypatch.setattr(demo, "_start", slowly)
    with ThreadPoolExecutor(2) as several:
        list(several.map(lambda port: demo.start(name="shown", port=port), (1, 2)))
    assert began == [0, 1]
    assert "Another start of this demo is under way" in capsys.readouterr().err


@pytest.mark.parametrize("words", ["", "{}", "not json"])
def test_a_damaged_record_is_no_obstacle(record, words):
    record.write_text(words)
    demo.stop_server()
