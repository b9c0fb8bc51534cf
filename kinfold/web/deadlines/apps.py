"""How Django knows this part."""

from django.apps import AppConfig


class DeadlinesConfig(AppConfig):
    name = "kinfold.web.deadlines"
    label = "deadlines"
