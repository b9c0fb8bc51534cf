"""Kinfold refuses to serve as anybody whom row security would not hold, and says what to do instead."""

import psycopg
import pytest

from kinfold.web.config import cluster
from kinfold.web.config.server import refuse_unsafe_role


@pytest.fixture
def database(running):
    cluster.ensure_database("served")
    with psycopg.connect(cluster.urls("served")["owner"], autocommit=True) as connection:
        connection.execute("CREATE TABLE django_migrations ()")
    yield "served"
    cluster.drop_database("served")


def test_the_app_may_serve(database):
    refuse_unsafe_role(cluster.urls(database)["app"])


@pytest.mark.parametrize(
    ("role", "reason"),
    [
        ("setup", "is a superuser"),
        ("owner", "owns tables"),
        ("extract", "may bypass row security"),
        ("backup", "may bypass row security"),
    ],
)
def test_nobody_with_more_power_may_serve(database, role, reason):
    record = cluster._read_record()
    with pytest.raises(cluster.DatabaseUnavailable, match=reason):
        refuse_unsafe_role(cluster._url(record, role, database))


def test_a_database_without_tables_says_how_to_make_them(running):
    cluster.ensure_database("bare")
    with pytest.raises(cluster.DatabaseUnavailable, match="kinfold migrate"):
        refuse_unsafe_role(cluster.urls("bare")["app"])


def test_a_server_that_is_away_says_how_to_start_it(running):
    cluster.stop()
    with pytest.raises(cluster.DatabaseUnavailable, match="kinfold database start"):
        refuse_unsafe_role(cluster.urls("served")["app"])
