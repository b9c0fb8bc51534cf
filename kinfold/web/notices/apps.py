"""How Django knows this part."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "kinfold.web.notices"
    label = "notices"
