"""How Django knows this part."""

from django.apps import AppConfig
from django.db.backends.base.base import BaseDatabaseWrapper


class PeopleConfig(AppConfig):
    name = "kinfold.web.people"
    label = "people"

    def after_migrate(self, connection: BaseDatabaseWrapper) -> None:
        from kinfold.web.people import secret_text

        secret_text.apply(connection)
