"""How Django knows this part."""

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "kinfold.web.meetings"
    label = "meetings"
