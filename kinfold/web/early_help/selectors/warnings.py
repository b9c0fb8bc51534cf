"""What nobody may overlook about a family, on every page of its help."""

from collections.abc import Collection
from uuid import UUID

from django.conf import settings
from django.utils.module_loading import import_string

from kinfold.web.access.models import User


def parents_do_not_know(viewer: User, people: Collection[UUID]) -> bool:
    """Whether the parents do not know of a contact that is still being decided.

    Contacts are the MASH's, which no other slice may read: settings name the function that tells.
    """
    return bool(import_string(settings.PARENTS_DO_NOT_KNOW)(viewer, list(people)))
