"""Django's migrate, which here ends by giving every table its policy and privileges."""

from typing import Any

from django.core.management.commands.migrate import Command as Migrate
from django.db import connections

from kinfold.web.access import row_security


class Command(Migrate):
    def handle(self, *args: Any, **options: Any) -> None:
        super().handle(*args, **options)
        if not options["plan"] and not options["check_unapplied"] and not options["app_label"]:
            row_security.apply(connections[options["database"]])
