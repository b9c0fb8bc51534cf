"""Everything that the surroundings decide, read once into one frozen value."""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from kinfold.web.config import cluster

CHECKOUT = Path(__file__).resolve().parents[3]
STATE = CHECKOUT / ".kinfold"


@dataclass(frozen=True)
class Environment:
    role: str  # owner migrates and loads, app serves, extract reads all
    database: str
    test_database: str
    demo: bool
    debug: bool
    secret_key: str
    hosts: tuple[str, ...]
    urls: Mapping[str, str]

    def connection(self, role: str | None = None) -> dict[str, Any]:
        """Django's settings for one database role."""
        url = urlsplit(self.urls[role or self.role])
        return {
            "ENGINE": "kinfold.web.core.database",
            "HOST": url.hostname,
            "PORT": url.port or 5432,
            "NAME": url.path.lstrip("/"),
            "USER": unquote(url.username or ""),
            "PASSWORD": unquote(url.password or ""),
        }


def read(environment: Mapping[str, str] = os.environ) -> Environment:
    database = environment.get("KINFOLD_DATABASE", "kinfold")
    return Environment(
        role=environment.get("KINFOLD_ROLE", "app"),
        database=database,
        test_database=environment.get("KINFOLD_TEST_DATABASE", "test_kinfold"),
        demo=environment.get("KINFOLD_DEMO") == "1",
        debug=environment.get("KINFOLD_DEBUG") == "1",
        secret_key=environment.get("KINFOLD_SECRET_KEY") or _kept_secret(),
        hosts=tuple(environment.get("KINFOLD_HOSTS", "127.0.0.1,localhost").split(",")),
        urls=cluster.urls(database),
    )


def _kept_secret() -> str:
    """A key made once for this checkout, so that nobody is signed out by a restart."""
    path = STATE / "secret_key"
    if not path.exists():
        STATE.mkdir(exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(50))
    return path.read_text()
