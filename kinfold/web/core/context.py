"""What every page's frame needs: the time, who is signed in, where they can go, whether the people are imaginary."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.module_loading import import_string

from kinfold.web.core import clock
from kinfold.web.core.words import in_london


def page(request: HttpRequest) -> dict[str, Any]:
    """Context processor. Core knows no users: `settings.PAGE_FRAME` names the function that gives menu and account."""
    now = getattr(request, "now", None) or clock.now()
    frame: dict[str, Any] = {"navigation": [], "account": None}
    if dotted_path := getattr(settings, "PAGE_FRAME", None):
        frame |= import_string(dotted_path)(request)
    return {
        "now": now,
        "today": in_london(now).date(),
        "demo": getattr(settings, "DEMO", False),
        "partnership": getattr(settings, "PARTNERSHIP_NAME", "Portsmouth Safeguarding Children Partnership"),
        **frame,
    }
