"""How Django knows this part."""

from django.apps import AppConfig


class EmergencyConfig(AppConfig):
    name = "kinfold.web.emergency"
    label = "emergency"
