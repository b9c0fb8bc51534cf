"""Organisations and their services."""

from kinfold.web.directory.models.services import Organisation, Service

__all__ = ["Organisation", "Service"]
