"""How Django knows this part."""

from django.apps import AppConfig


class CommitmentsConfig(AppConfig):
    name = "kinfold.web.commitments"
    label = "commitments"
