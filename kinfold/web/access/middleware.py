"""One transaction a request, in the name of whoever asks; nothing opens that does not name its permission."""

import logging
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.urls import reverse

from kinfold.web.access import connecting
from kinfold.web.access.checks import NotVisible, Refused, act_as, records_of, require
from kinfold.web.access.models import Record
from kinfold.web.access.routes import PUBLIC
from kinfold.web.audit import events
from kinfold.web.core import clock, errors
from kinfold.web.core.ids import new_id

logger = logging.getLogger(__name__)


class TransactionMiddleware:
    """Opens the transaction, tells the database who asks, and rolls back what ends in a server error."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        token = events.request_id.set(str(new_id()))
        try:
            with transaction.atomic():
                user = request.user if request.user.is_authenticated else None
                act_as(user, where=request.path)
                response = self.get_response(request)
                if response.status_code >= 500 or getattr(response, "undo", False):
                    transaction.set_rollback(True)
            return response
        finally:
            events.request_id.reset(token)


class PermissionMiddleware:
    """Default deny: a view without a permission is a fault, a person without it is refused."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        needed = getattr(view, "permission", None)
        if needed == PUBLIC:
            return None
        if getattr(view, "by_key", False):
            return self._by_key(request, needed)
        if not request.user.is_authenticated:
            sign_in = f"{reverse('sign_in')}?{urlencode({'next': request.get_full_path()})}"
            if request.method == "POST":  # what was typed is on the page, to send again after signing in
                return errors.session_expired(request, sign_in)
            return HttpResponseRedirect(sign_in)
        if needed is None:
            raise PermissionDenied("This page does not say who may open it, so nobody may.")
        require(request.user, needed)
        return None

    def _by_key(self, request: HttpRequest, needed: Any) -> HttpResponse | None:
        """The key alone opens it: a person who has signed in calls it with no right of theirs."""
        scheme, _, secret = request.headers.get("Authorization", "").partition(" ")
        system = connecting.holder_of(secret.strip(), clock.now()) if scheme.lower() == "bearer" else None
        if system is None:
            logger.warning("A key that opens nothing was used at %s", request.path)  # the audit is of people
            said = {"error": "This key opens nothing."}
            return JsonResponse(said, status=401, headers={"WWW-Authenticate": "Bearer"})
        request.user = system
        act_as(system, where=request.path)
        try:
            require(system, needed)
        except Refused as refused:
            return JsonResponse({"error": str(refused)}, status=403)
        return None

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        """Whoever asks for a file that is not theirs hears that there is none; who asked is written down with it."""
        if not isinstance(exception, Http404) or isinstance(exception, NotVisible) or request.resolver_match is None:
            return
        keys = [key for key in request.resolver_match.kwargs.values() if isinstance(key, UUID)]
        if keys and request.user.is_authenticated and (records := records_of(keys)):
            details = {"page": request.resolver_match.view_name}
            events.refuse("refused.file_not_theirs", by=request.user, about=Record(pk=records[0]), details=details)
