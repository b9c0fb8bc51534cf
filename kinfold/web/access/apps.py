"""How Django knows this part."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "kinfold.web.access"
    label = "access"
