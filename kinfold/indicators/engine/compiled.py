"""SQL made from definitions, kept under `.kinfold/cache` because making it takes longer than running it.

What is kept is text that says how to count; no result and nothing about a child is ever kept.
"""

import hashlib
import os
from functools import cache
from importlib import metadata
from pathlib import Path

from kinfold.indicators.engine.definition import Indicator

CACHE = Path(".kinfold") / "cache"
_MADE_BY = ("kinfold", "ibis-framework", "sqlglot", "duckdb")


def relation_sql(indicators: tuple[Indicator, ...], engine: str, cache_folder: Path | None = None) -> str:
    """The relation of indicators with one reading as SQL, from the cache where it is there."""
    kept = (cache_folder or CACHE) / f"{_fingerprint(indicators, engine)}.sql"
    try:
        return kept.read_text(encoding="utf-8")
    except OSError:
        pass  # not there yet, or no place for a cache
    from kinfold.indicators.engine import relations  # Ibis takes half a second to import: not when all is kept

    sql = relations.compiled(indicators, engine)
    _keep(kept, sql)
    return sql


def _fingerprint(indicators: tuple[Indicator, ...], engine: str) -> str:
    """Changes with a definition, with the code of engine, dataset and practice, and with the libraries."""
    said = "\n".join((engine, *(indicator.measure for indicator in indicators), *_versions(), _code()))
    return hashlib.sha256(said.encode()).hexdigest()[:32]


@cache
def _versions() -> tuple[str, ...]:
    return tuple(f"{name} {metadata.version(name)}" for name in _MADE_BY)


@cache
def _code() -> str:
    """All that the SQL is made by: this engine, and the declarations it reads."""
    package = Path(__file__).parents[2]
    folders = (package / "indicators" / "engine", package / "dataset", package / "practice")
    text = hashlib.sha256()
    for file in sorted(file for folder in folders for file in folder.rglob("*") if file.suffix in (".py", ".toml")):
        text.update(file.read_bytes())
    return text.hexdigest()


def _keep(path: Path, sql: str) -> None:
    """Written whole or not at all, so that two runs at once cannot read half of it; a full disk is no fault."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(f".{os.getpid()}")
        partial.write_text(sql, encoding="utf-8")
        partial.replace(path)
    except OSError:
        return
