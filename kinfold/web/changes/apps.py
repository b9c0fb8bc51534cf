"""How Django knows this part."""

from django.apps import AppConfig


class ChangesConfig(AppConfig):
    name = "kinfold.web.changes"
    label = "changes"
