"""One question page after another: shown, answered, done; what a rule refuses is said on the page."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render

from kinfold.web.access.routes import SignedInRequest
from kinfold.web.core.forms import GovukForm


def ask(
    request: SignedInRequest,
    form: GovukForm,
    act: Callable[[dict[str, Any]], str],
    *,
    title: str,
    back_href: str,
    button_text: str = "Save",
    template: str = "partnership/ask.jinja",
    to: str = "",
    **context: Any,
) -> HttpResponse:
    """``act`` is given the answers and says what has happened; then the page ``to``, or the one before, is opened."""
    if request.method == "POST" and form.is_valid():
        try:
            said = act(form.cleaned_data)
        except ValidationError as problem:
            form.add_error(None, problem)
        else:
            messages.success(request, said)
            return redirect(to or back_href)
    context |= {"form": form, "title": title, "heading": title, "back_href": back_href, "button_text": button_text}
    return render(request, template, context)
