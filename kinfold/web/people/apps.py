"""How Django knows this part."""

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "kinfold.web.people"
    label = "people"
