"""How Django knows this part."""

from django.apps import AppConfig


class EarlyHelpConfig(AppConfig):
    name = "kinfold.web.early_help"
    label = "early_help"
