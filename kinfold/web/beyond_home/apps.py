"""How Django knows this part."""

from django.apps import AppConfig


class BeyondHomeConfig(AppConfig):
    name = "kinfold.web.beyond_home"
    label = "beyond_home"
