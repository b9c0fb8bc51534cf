"""How Django knows this part."""

from django.apps import AppConfig


class InsightConfig(AppConfig):
    name = "kinfold.web.insight"
    label = "insight"
