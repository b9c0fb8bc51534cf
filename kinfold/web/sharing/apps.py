"""How Django knows this part."""

from django.apps import AppConfig


class SharingConfig(AppConfig):
    name = "kinfold.web.sharing"
    label = "sharing"
