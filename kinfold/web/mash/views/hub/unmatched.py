"""Children waiting to be matched, a page of them at once; each is looked at, and one press confirms those chosen."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.core import clock
from kinfold.web.core.versions import read_version
from kinfold.web.core.words import plural
from kinfold.web.mash.actions.matching_many import Chosen, confirm_each
from kinfold.web.mash.models import ContactChild
from kinfold.web.mash.selectors.unmatched import ON_A_PAGE
from kinfold.web.mash.selectors.unmatched import unmatched as unmatched_children
from kinfold.web.people.models import Person


@permission(Permission.CONTACT_MATCH)
def unmatched(request: SignedInRequest) -> HttpResponse:
    if request.method == "POST":
        confirmed, refused = confirm_each(chosen=_chosen(request), by=request.user, at=clock.now())
        if confirmed:
            messages.success(request, f"{plural(len(confirmed), 'child', 'children')} matched.")
        elif not refused:
            messages.error(request, "Choose who at least one of the children is.")
        for child, why in refused:
            messages.error(request, f"{child.described_name}: {why}")
        return redirect(request.get_full_path())
    page, rows = unmatched_children(request.user, request.GET.get("page"))
    return render(request, "mash/hub/unmatched.jinja", {"page": page, "rows": rows})


def _chosen(request: SignedInRequest) -> list[Chosen]:
    """What was chosen of children and people whom the person may see; anything else on the form is left alone."""
    said = {}
    for name, value in list(request.POST.items())[: 4 * ON_A_PAGE]:
        if name.startswith("child-") and value:
            try:
                said[UUID(name.removeprefix("child-"))] = UUID(str(value))
            except ValueError:
                continue
    children = ContactChild.objects.visible_to(request.user).filter(pk__in=said).select_related("contact")
    people = Person.objects.visible_to(request.user).select_related("merged_into").in_bulk(list(said.values()))
    chosen = []
    for child in children.order_by("pk"):
        if (person := people.get(said[child.pk])) is not None:
            chosen.append(Chosen(child, person, read_version(request.POST.get(f"version-{child.pk}"))))
    return chosen
