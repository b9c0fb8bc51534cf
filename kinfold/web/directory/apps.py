"""How Django knows this part."""

from django.apps import AppConfig


class DirectoryConfig(AppConfig):
    name = "kinfold.web.directory"
    label = "directory"
