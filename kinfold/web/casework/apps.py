"""How Django knows this part."""

from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    name = "kinfold.web.casework"
    label = "casework"
