"""The call three months after help ended."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.core import clock
from kinfold.web.core.versions import read_version
from kinfold.web.early_help.actions.after_help import record_call
from kinfold.web.early_help.forms.after_help import AfterHelpForm
from kinfold.web.early_help.models import AfterHelp


@permission(Permission.CONVERSATION_HOLD)
def after_help(request: SignedInRequest, after_help_id: UUID) -> HttpResponse:
    rows = AfterHelp.objects.visible_to(request.user).select_related("episode__family", "contacted_by", "promised_by")
    held = rows.filter(pk=after_help_id).first()
    if held is None:
        raise Http404
    form = None
    if held.contacted_on is None:
        form = AfterHelpForm(request.POST or None, today=clock.today(),
                             initial={"version": held.version, "contacted_on": clock.today()})  # fmt: skip
    if form is not None and request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            record_call(after=held, contacted_on=said["contacted_on"], going=said["going"], words=said["words"],
                        by=request.user, at=clock.now(), version=read_version(said["version"]))  # fmt: skip
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            messages.success(request, "It is recorded. The family’s file is closed to you again.")
            return redirect("early_help:families")
    return render(request, "early_help/after_help.jinja", {"after": held, "form": form})
