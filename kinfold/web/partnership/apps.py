"""How Django knows this part."""

from django.apps import AppConfig


class PartnershipConfig(AppConfig):
    name = "kinfold.web.partnership"
    label = "partnership"
