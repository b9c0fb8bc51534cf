"""How Django knows this part."""

from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "kinfold.web.core"
    label = "core"
