"""How Django knows this part."""

from django.apps import AppConfig


class TodayConfig(AppConfig):
    name = "kinfold.web.today"
    label = "today"
