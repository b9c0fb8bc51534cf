"""How sensitive a field is: declared once by each model, held complete by a test."""

from collections.abc import Mapping
from enum import StrEnum

from django.db import models


class Sensitivity(StrEnum):
    """What harm a leak of the field could do."""

    INTERNAL = "internal"  # keys, dates of recording, settings: names nobody
    PERSONAL = "personal"  # says who somebody is
    SPECIAL = "special"  # says what somebody lives with: health, harm, help, belief
    LOCATION = "location"  # says where somebody can be found


INTERNAL, PERSONAL, SPECIAL, LOCATION = Sensitivity


def sensitivities(model: type[models.Model]) -> Mapping[str, Sensitivity]:
    """Field name ▶ sensitivity, gathered from the model and the abstract models it extends."""
    gathered: dict[str, Sensitivity] = {}
    for ancestor in reversed(model.__mro__):
        for level, names in vars(ancestor).get("sensitivity", {}).items():
            gathered.update(dict.fromkeys(names.split(), level))
    return gathered
