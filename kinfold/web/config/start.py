"""Making Django ready inside a command, in the name of one database role."""

import os

from kinfold.web.config import cluster


def django_as(role: str, *, name: str | None = None) -> None:
    """Sets Django up to connect as owner, app or extract. Call it once, before any model is imported."""
    os.environ["KINFOLD_ROLE"] = role
    if name:
        os.environ["KINFOLD_DATABASE"] = name
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kinfold.web.config.settings")
    cluster.start()
    cluster.ensure_database(os.environ.get("KINFOLD_DATABASE", "kinfold"))

    import django

    django.setup()
