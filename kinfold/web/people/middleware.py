"""What a request may meet in this part: words that would give a secret address away."""

from collections.abc import Callable

from django.db import connection
from django.http import HttpRequest, HttpResponse

from kinfold.web.core import errors
from kinfold.web.people.secret_text import SecretAddressWritten, refusing


class SecretAddressMiddleware:
    """The form says what is wrong where it can; else a page does. Nothing was saved, and what was typed is kept."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        by = request.user if request.user.is_authenticated else None
        with connection.execute_wrapper(refusing(by)):
            return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, SecretAddressWritten):
            return None
        return errors.refused(request, title="Do not say where they live", reason=" ".join(exception.messages))
