"""How Django knows this part."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    name = "kinfold.web.audit"
    label = "audit"
