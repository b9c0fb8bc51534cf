"""Django's migrate, which here ends by giving every table its policy and privileges."""

from typing import Any

from django.apps import apps
from django.core.management.commands.migrate import Command as Migrate
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from kinfold.web.access import row_security


class Command(Migrate):
    def handle(self, *args: Any, **options: Any) -> None:
        super().handle(*args, **options)
        if not options["plan"] and not options["check_unapplied"] and not options["app_label"]:
            for config in apps.get_app_configs():  # what a part has to say about every table, now that all are there
                getattr(config, "after_migrate", _nothing)(connections[options["database"]])
            row_security.apply(connections[options["database"]])


def _nothing(connection: BaseDatabaseWrapper) -> None:
    """Most parts have nothing to add."""
