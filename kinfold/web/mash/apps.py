"""How Django knows this part."""

from django.apps import AppConfig


class MashConfig(AppConfig):
    name = "kinfold.web.mash"
    label = "mash"
