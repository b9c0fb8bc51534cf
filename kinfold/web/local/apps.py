"""How Django knows this part."""

from django.apps import AppConfig


class LocalConfig(AppConfig):
    name = "kinfold.web.local"
    label = "local"
