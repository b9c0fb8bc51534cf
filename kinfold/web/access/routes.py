"""Each route names its permission; what names none is refused to everybody."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from kinfold.web.access.permissions import Permission

if TYPE_CHECKING:
    from kinfold.web.access.models import User

View = Callable[..., HttpResponse]
PUBLIC = "public"


class SignedInRequest(HttpRequest):
    """What a view behind `permission` is given: the middleware has turned away whoever has not signed in."""

    user: User


def permission(needed: Permission) -> Callable[[View], View]:
    """Marks a view with the permission that opens it; the middleware checks it before the view runs."""

    def mark(view: View) -> View:
        @wraps(view)
        def marked(request: SignedInRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            return view(request, *args, **kwargs)

        marked.permission = needed  # type: ignore[attr-defined]
        return marked

    return mark


def by_key(needed: Permission) -> Callable[[View], View]:
    """Marks a view that an agency's own system calls, with its key in the head of the request and no session."""

    def mark(view: View) -> View:
        marked = csrf_exempt(permission(needed)(view))  # there is no cookie that another site could misuse
        marked.permission = needed  # type: ignore[attr-defined]
        marked.by_key = True  # type: ignore[attr-defined]
        return marked

    return mark


def public(view: View) -> View:
    """Marks a view that needs no sign-in: signing in itself, help, health, errors."""

    @wraps(view)
    def marked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return view(request, *args, **kwargs)

    marked.permission = PUBLIC  # type: ignore[attr-defined]
    return marked
