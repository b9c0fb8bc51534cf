"""What every request may meet: somebody else's edit, a browser that keeps copies."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse

from kinfold.web.core import errors
from kinfold.web.core.versions import StaleVersion


class StaleVersionMiddleware:
    """Two people edited one row: the second sees both versions side by side, and nothing is overwritten unseen."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, StaleVersion):
            return None
        differing = [
            {
                "label": str(field.verbose_name).capitalize(),
                "mine": _shown(_in_words(exception.mine, field)),
                "theirs": _shown(_in_words(exception.current, field)),
            }
            for field in exception.current._meta.concrete_fields
            if field.name != "version"
            and getattr(exception.mine, field.attname) != getattr(exception.current, field.attname)
        ]
        return errors.stale_version(
            request,
            fields=differing,
            current_version=exception.current.version,
            keep_href=request.get_full_path(),
        )


def _in_words(row: models.Model, field: models.Field[Any, Any]) -> object:
    """A value as its row puts it into words, where it does; a code says nothing to whoever must choose."""
    in_words = getattr(row, f"get_{field.name}_display", None)
    return in_words() if in_words else getattr(row, f"{field.name}_in_words", getattr(row, field.name))


def _shown(value: object) -> str:
    if value is None or value == "":
        return "Nothing"
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, list):
        return "\n".join(_shown(each) for each in value) or "Nothing"
    if isinstance(value, dict):
        return "\n".join(f"{name}: {each}" for name, each in value.items())
    return str(value)


class KeepNoCopiesMiddleware:
    """No browser keeps a page: the computer may be shared, and what was typed may be on the page of an error."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Cache-Control", "private, no-store")
        return response
