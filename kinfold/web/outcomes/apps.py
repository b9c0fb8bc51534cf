"""How Django knows this part."""

from django.apps import AppConfig


class OutcomesConfig(AppConfig):
    name = "kinfold.web.outcomes"
    label = "outcomes"
