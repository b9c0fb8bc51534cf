"""How Django knows this part."""

from django.apps import AppConfig


class GroupsConfig(AppConfig):
    name = "kinfold.web.groups"
    label = "groups"
