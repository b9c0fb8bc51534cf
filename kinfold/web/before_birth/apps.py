"""How Django knows this part."""

from django.apps import AppConfig


class BeforeBirthConfig(AppConfig):
    name = "kinfold.web.before_birth"
    label = "before_birth"
