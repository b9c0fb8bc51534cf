"""Dataset ▶ PostgreSQL: whole or not at all, by COPY, with keys and indexes put back last."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.csv
from django.apps import apps
from django.db import connection, models, transaction

from kinfold.dataset import read
from kinfold.web.exchange import carried, rows, views
from kinfold.web.exchange.bulk import without_keys_and_indexes
from kinfold.web.exchange.made import MADE, Made
from kinfold.web.exchange.maps import LOADS


class NotEmpty(ValueError):
    """The database already holds people: loading would mix two partnerships."""


def load(directory: Path, *, now: datetime, say: Callable[[str], None] = lambda words: None) -> dict[str, int]:
    """Loads a checked dataset into an empty database as its owner. Returns rows by model; raises :class:`NotEmpty`."""
    person = apps.get_model("people.Person")
    if person.objects.exists():
        raise NotEmpty("This database already holds people. Load into an empty one: kinfold database start --name NAME")
    dataset = read(directory)
    source = views.connect(dataset)
    counts: dict[str, int] = {}
    steps = [load for load in LOADS if load.maps]
    tables = [step.django_model._meta.db_table for step in steps]
    tables += [apps.get_model(made.model)._meta.db_table for made in MADE]
    database = str(connection.settings_dict["NAME"])
    with _whole_or_not_at_all(database), connection.cursor() as cursor:
        cursor.execute("SET LOCAL TIME ZONE 'Europe/London'")
        cursor.execute("SET LOCAL synchronous_commit = off")
        with without_keys_and_indexes(tables):
            for step in steps:
                for made in MADE:
                    if made.before == step.model:
                        counts[made.model] = _copy(source, apps.get_model(made.model), _made(made, now), say)
                counts[step.model] = _copy(source, step.django_model, rows.load_query(step, now), say)
            for made in MADE:
                if not made.before:
                    counts[made.model] = _copy(source, apps.get_model(made.model), _made(made, now), say)
            say("Putting keys and indexes back")
        carried.keep(dataset, database)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return counts


@contextmanager
def _whole_or_not_at_all(database: str) -> Iterator[None]:
    """Files are not the transaction's, so where that fails they go too; the database was empty, so they were new."""
    try:
        with transaction.atomic():
            yield
    except BaseException:
        carried.forget(database)
        raise


def _made(made: Made, now: datetime) -> str:
    return made.query.replace("{now}", now.isoformat())


def _copy(source: duckdb.DuckDBPyConnection, model: type[models.Model], query: str, say: Callable[[str], None]) -> int:
    started = time.monotonic()
    names = rows.columns(model)
    quoted = ", ".join(f'"{name}"' for name in names)
    result: pa.Table = source.execute(f"SELECT {quoted} FROM ({query})").to_arrow_table()
    buffer = pa.BufferOutputStream()
    pyarrow.csv.write_csv(result, buffer, pyarrow.csv.WriteOptions(include_header=False))
    with (
        connection.cursor() as cursor,
        cursor.copy(f'COPY "{model._meta.db_table}" ({quoted}) FROM STDIN (FORMAT csv)') as copy,
    ):
        copy.write(buffer.getvalue().to_pybytes())
    say(f"{model._meta.label}: {result.num_rows:,} rows in {time.monotonic() - started:.1f} s")
    return result.num_rows
