"""Counting with Spark, on this machine or on a cluster that Spark's own settings name; needs Java 17."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa

from kinfold.dataset.declarations import Table, Type
from kinfold.indicators.engine.backends import EngineMissing, selected, spelt_out

_HOW = "Counting on Spark needs Java 17 and Spark: install kinfold with its extra “spark”, or run `make spark`."
_SETTINGS: dict[str, bool | float | int | str | None] = {
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.memory": "6g",
    "spark.sql.session.timeZone": "UTC",
    "spark.sql.shuffle.partitions": "8",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.log.level": "ERROR",
}
_TYPES: dict[Type, str] = {
    "text": "STRING",
    "date": "DATE",
    "datetime_local": "TIMESTAMP_NTZ",
    "instant": "TIMESTAMP",
    "integer": "BIGINT",
    "number": "DOUBLE",
}


class Spark:
    one_by_one = False  # it shares what does not fit out by itself

    def __init__(self) -> None:
        self._session = _session()
        self._kept: dict[str, Any] = {}

    @property
    def damage(self) -> tuple[type[Exception], ...]:
        from pyspark.errors import PySparkException

        return (PySparkException,)

    def view(self, declared: Table, file: Path | None, there: Mapping[str, bool], *, often: bool = False) -> None:
        if file is None:
            nothing = selected(declared.fields, {}, "`", _TYPES)
            rows = self._session.sql(f"SELECT {', '.join(nothing)} WHERE false")
        else:
            rows = self._session.read.parquet(str(file))
            rows = rows.selectExpr(*selected(declared.fields, there, "`", _TYPES))
        rows.createOrReplaceTempView(declared.name)

    def given(self, name: str, columns: Mapping[str, Type], rows: Sequence[tuple[Any, ...]]) -> None:
        self._session.sql(spelt_out(columns, rows, _TYPES)).createOrReplaceTempView(name)

    def at_once(self) -> "tuple[Spark, ...]":
        return (self,)  # Spark shares each count among the cores

    def keep(self, name: str, sql: str) -> None:
        if name in self._kept:
            self._kept[name].unpersist()
        self._kept[name] = self._session.sql(sql).cache()
        self._kept[name].createOrReplaceTempView(name)

    def rows(self, sql: str, given: Sequence[str] = ()) -> list[tuple[Any, ...]]:
        return [tuple(row) for row in self._session.sql(sql, args=list(given)).collect()]

    def arrow(self, sql: str) -> pa.Table:
        return self._session.sql(sql).toArrow()

    def close(self) -> None:
        for kept in self._kept.values():
            kept.unpersist()


def _session() -> Any:
    """A session of our own in this process's Spark, which takes 20 to 40 seconds to start the first time."""
    try:
        from pyspark.errors import PySparkRuntimeError
        from pyspark.sql import SparkSession
    except ImportError as absent:
        raise EngineMissing(_HOW) from absent
    try:
        return SparkSession.builder.appName("kinfold").config(map=_SETTINGS).getOrCreate().newSession()
    except (PySparkRuntimeError, FileNotFoundError) as failed:  # no Java
        raise EngineMissing(f"{_HOW} Spark says: {failed}") from failed
