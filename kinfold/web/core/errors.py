"""The pages for when something goes wrong: what happened, what was typed, what to do now.

Pages for trouble with the database or the session are drawn without menu or account: these ask the database.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.shortcuts import render
from django.template import engines
from django.template.backends.utils import csrf_input
from psycopg_pool import PoolTimeout

DATABASE_AWAY = (OperationalError, InterfaceError, PoolTimeout)
NEVER_CARRIED = {"csrfmiddlewaretoken", "password", "old_password", "new_password"}
READ_ON_AT_MOST, AT_ONCE = 50_000_000, 65_536  # bytes


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "errors/404.jinja", status=404)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """`exception` may carry a sentence for the person who was refused."""
    reason = str(exception) if exception and exception.args else ""
    return render(request, "errors/403.jinja", {"reason": reason}, status=403)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """What was sent could not be read, so none of it can be put into the page: the browser has it, one step back."""
    _read_on(request)
    reason = "You sent too much at once." if isinstance(exception, RequestDataTooBig) else "We could not read it."
    return _plain_page(request, "errors/400.jinja", 400, carried=[], reason=reason)


def server_error(request: HttpRequest) -> HttpResponse:
    """Django asks for this page while it handles the fault, in whichever layer that arose.

    So it is here, and not in a middleware, that a database which is away is told from a fault of ours: Django has made
    a page of what one middleware raises before the next one outside could catch it.
    """
    if isinstance(sys.exception(), DATABASE_AWAY):
        return database_away(request)
    return _plain_page(request, "errors/500.jinja", 500)


def database_away(request: HttpRequest) -> HttpResponse:
    """503 with a safe wait; what was being sent is on the page, to send again."""
    response = _plain_page(request, "errors/503.jinja", 503)
    response["Retry-After"] = "30"
    return response


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A page that was open too long: what was typed can be sent again, if it came from this site's own pages."""
    carried = carried_values(request) if _came_from_here(request) else []
    return _plain_page(request, "errors/send_again.jinja", 403, carried=carried)


def session_expired(request: HttpRequest, sign_in_href: str) -> HttpResponse:
    """For a POST by someone no longer signed in: sign in in another tab, come back, send again."""
    return _plain_page(request, "errors/session_expired.jinja", 401, sign_in_href=sign_in_href)


def refused(request: HttpRequest, *, title: str, reason: str) -> HttpResponse:
    """422 for what no form could say beside a box: nothing of the request stays, and what was typed is on the page."""
    carried = [(name, value) for name, value in carried_values(request) if value.strip()]
    response = _plain_page(request, "errors/refused.jinja", 422, carried=carried, refused_as=title, reason=reason)
    response.undo = True  # type: ignore[attr-defined]
    return response


def stale_version(
    request: HttpRequest,
    *,
    fields: Iterable[dict[str, Any]],
    current_version: int,
    keep_href: str,
    changed_by: str = "",
    changed_at: datetime | None = None,
    version_name: str = "version",
    flags: Sequence[str] = (),
) -> HttpResponse:
    """409: the row changed since the form was opened. `fields` are {"label", "mine", "theirs"}.

    `flags` are what nobody may overlook about it, as the component of that name knows them.

    "Save what I wrote instead" posts the same answers with the version now stored, so the choice is made knowingly.
    """
    carried = [(name, value) for name, value in carried_values(request) if name != version_name]
    context = {
        "fields": list(fields),
        "flags": flags,
        "keep_href": keep_href,
        "changed_by": changed_by,
        "changed_at": changed_at,
        "carried": [*carried, (version_name, str(current_version))],
        "address": request.get_full_path(),
    }
    return render(request, "errors/stale_version.jinja", context, status=409)


def carried_values(request: HttpRequest) -> list[tuple[str, str]]:
    """What was posted, to be put into a page and sent again; never passwords, and never files."""
    if request.method != "POST":
        return []
    return [(name, value) for name, values in request.POST.lists() if name not in NEVER_CARRIED for value in values]


def _read_on(request: HttpRequest) -> None:
    """A browser that is still sending when the connection closes says that it broke, and shows no page of ours."""
    left = READ_ON_AT_MOST
    with suppress(UnreadablePostError):
        while left > 0 and (read := request.read(AT_ONCE)):
            left -= len(read)


def _came_from_here(request: HttpRequest) -> bool:
    """By the browser's own word; another site's form must not be re-offered with a good token."""
    origin = request.headers.get("Origin") or request.headers.get("Referer") or ""
    return urlsplit(origin).netloc == request.get_host()


def _plain_page(request: HttpRequest, template: str, status: int, **context: Any) -> HttpResponse:
    carried = context.pop("carried", None)
    if carried is None:
        carried = carried_values(request)
    page = engines["jinja2"].get_template(template)
    html = page.render(
        {
            "csrf_input": csrf_input(request),
            "demo": getattr(settings, "DEMO", False),
            "partnership": getattr(settings, "PARTNERSHIP_NAME", "Safeguarding children partnership"),
            "carried": carried,
            "files_lost": bool(request.method == "POST" and carried and getattr(request, "_files", None)),
            "address": request.get_full_path(),
            **context,
        }
    )
    return HttpResponse(html, status=status)
