"""How Django knows this part."""

from django.apps import AppConfig


class RecordConfig(AppConfig):
    name = "kinfold.web.record"
    label = "record"
