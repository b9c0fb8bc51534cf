"""Which school rings whom in early help."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from kinfold.web.access.linking import LINKED, agencies_linked, link_of, links_of, name_link, who_can_link
from kinfold.web.access.models import Agency
from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.core import clock
from kinfold.web.core.forms import GovukForm, SelectField


class LinkForm(GovukForm):
    says_optional = False

    user = SelectField(label="Who is its link co-ordinator?", placeholder="Nobody", required=False)


@permission(Permission.CONSULTATION_HOLD)
def links(request: SignedInRequest) -> HttpResponse:
    agencies = agencies_linked()
    context = {"agencies": agencies, "links": links_of(agencies), "may_name": request.user.may(Permission.LEAD_ASSIGN)}
    return render(request, "early_help/links.jinja", context)


@permission(Permission.LEAD_ASSIGN)
def link(request: SignedInRequest, agency_id: UUID) -> HttpResponse:
    agency = get_object_or_404(Agency, pk=agency_id, kind__in=LINKED)
    held, people = link_of(agency.pk), {str(user.pk): user for user in who_can_link()}
    form = LinkForm(request.POST or None, initial={"user": str(held.pk) if held else ""})
    form.fields["user"].offer((key, f"{user.name}, {user.post}") for key, user in people.items())
    if request.method == "POST" and form.is_valid():
        try:
            name_link(agency=agency, user=people.get(form.cleaned_data["user"]), by=request.user, at=clock.now())
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            messages.success(request, "It is saved.")
            return redirect("early_help:links")
    return render(request, "early_help/link.jinja", {"form": form, "agency": agency})
