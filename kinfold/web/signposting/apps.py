"""How Django knows this part."""

from django.apps import AppConfig


class SignpostingConfig(AppConfig):
    name = "kinfold.web.signposting"
    label = "signposting"
