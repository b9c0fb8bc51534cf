"""How Django knows this part."""

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    name = "kinfold.web.intake"
    label = "intake"
