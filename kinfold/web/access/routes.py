"""Each route names its permission; what names none is refused to everybody."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse

from kinfold.web.access.permissions import Permission

View = Callable[..., HttpResponse]
PUBLIC = "public"


def permission(needed: Permission) -> Callable[[View], View]:
    """Marks a view with the permission that opens it; the middleware checks it before the view runs."""

    def mark(view: View) -> View:
        @wraps(view)
        def marked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            return view(request, *args, **kwargs)

        marked.permission = needed  # type: ignore[attr-defined]
        return marked

    return mark


def public(view: View) -> View:
    """Marks a view that needs no sign-in: signing in itself, help, health, errors."""

    @wraps(view)
    def marked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return view(request, *args, **kwargs)

    marked.permission = PUBLIC  # type: ignore[attr-defined]
    return marked
