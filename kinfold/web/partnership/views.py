"""The priority's page and the page on which an action's standing is said."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.core import clock
from kinfold.web.partnership import actions, selectors
from kinfold.web.partnership.forms import ActionForm

TONES = {"not_started": "grey", "on_track": "blue", "at_risk": "orange", "off_track": "red", "complete": "green"}


@permission(Permission.REPORT_READ)
def priority(request: SignedInRequest, key: str) -> HttpResponse:
    one = selectors.priority(request.user, key)
    if one is None:
        raise Http404
    context = {
        "priority": one,
        "actions": selectors.actions_of(request.user, one),
        "may_write": request.user.may(Permission.STRATEGY_WRITE),
        "tones": TONES,
    }
    return render(request, "partnership/priority.jinja", context)


@permission(Permission.STRATEGY_WRITE)
def action(request: SignedInRequest, action_id: UUID) -> HttpResponse:
    one = selectors.action(request.user, action_id)
    if one is None:
        raise Http404
    today = clock.today()
    initial = {"status": one.status, "note": one.note, "owner_post": one.owner_post, "as_at": today}
    form = ActionForm(request.POST or None, today=today, initial=initial | {"version": one.version})
    if request.method == "POST" and form.is_valid():
        said = {**form.cleaned_data, "version": int(form.cleaned_data["version"])}
        try:
            actions.update(action=one, by=request.user, today=today, **said)
        except ValidationError as problem:
            form.add_error(None, problem)
        else:
            messages.success(request, f"Action {one.number}: saved")
            return redirect("partnership:priority", key=one.priority.key)
    context = {"form": form, "strategy_action": one, "updates": selectors.updates_of(request.user, one), "tones": TONES}
    return render(request, "partnership/action.jinja", context)
