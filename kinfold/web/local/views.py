"""The settings page: what holds today and where each value came from; one page a setting to change it."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from kinfold.practice.defaults import SETTINGS
from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.core import clock
from kinfold.web.local import actions, selectors
from kinfold.web.local.forms import form_for


@permission(Permission.SETTINGS_WRITE)
def settings(request: SignedInRequest) -> HttpResponse:
    in_force = selectors.settings_in_force(clock.today())
    to_confirm = [row for row in in_force if row.setting.to_confirm and row.is_default]
    return render(request, "local/settings.jinja", {"settings": in_force, "to_confirm": to_confirm})


@permission(Permission.SETTINGS_WRITE)
def setting(request: SignedInRequest, key: str) -> HttpResponse:
    if key not in SETTINGS:
        raise Http404
    asked, today = SETTINGS[key], clock.today()
    value = selectors.value(key, today)
    initial = {"value": _as_typed(value), "valid_from": today}
    form = form_for(asked)(request.POST or None, today=today, initial=initial)
    if request.method == "POST" and form.is_valid():
        actions.set_value(
            key=key,
            value=form.cleaned_data["value"],
            valid_from=form.cleaned_data["valid_from"],
            reason=form.cleaned_data["reason"],
            by=request.user,
            today=today,
        )
        messages.success(request, f"{asked.label}: saved")
        return redirect("local:settings")
    context = {
        "form": form,
        "asked": asked,
        "shown": selectors.in_words(asked, value),
        "default_shown": selectors.in_words(asked, asked.value),
        "history": [(row, selectors.in_words(asked, row.value)) for row in selectors.history(key)],
    }
    return render(request, "local/setting.jinja", context)


def _as_typed(value: object) -> object:
    """As the form's box shows it: opening hours one day a line."""
    return value.replace("; ", "\n") if isinstance(value, str) else value
