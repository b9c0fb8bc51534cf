"""Contacts from an agency's own system: sent as JSON, one object a child, and asked after later."""

from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpResponse, JsonResponse
from django.urls import reverse

from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, by_key
from kinfold.web.core import clock
from kinfold.web.core.sheets import MOST_BYTES
from kinfold.web.mash.actions.delivering import deliver
from kinfold.web.mash.models import Delivery
from kinfold.web.mash.selectors import deliveries as selectors


@by_key(Permission.CONTACT_DELIVER)
def contacts(request: SignedInRequest) -> HttpResponse:
    """202 and where to ask after it; 400 with why where nothing of it can be read. Sent again, nothing is doubled."""
    if request.method != "POST":
        return JsonResponse({"error": "Send contacts with POST."}, status=405, headers={"Allow": "POST"})
    content = request.read(MOST_BYTES + 1)
    if len(content) > MOST_BYTES:
        return JsonResponse({"error": "This is more than 10MB. Send it in parts."}, status=413)
    agency = request.user.agency
    if agency is None:
        return JsonResponse({"error": "This system belongs to no agency."}, status=403)
    try:
        delivery = deliver(
            agency=agency, way=Delivery.Way.API, name="", content=content, by=request.user, at=clock.now()
        )
    except ValidationError as refused:
        return JsonResponse({"error": " ".join(refused.messages)}, status=400)
    address = reverse("api:delivery", args=[delivery.pk])
    return JsonResponse({"delivery": str(delivery.pk), "address": address}, status=202, headers={"Location": address})


@by_key(Permission.CONTACT_DELIVER)
def delivery(request: SignedInRequest, delivery_id: UUID) -> HttpResponse:
    one = selectors.delivery_of(request.user, delivery_id)
    lines = []
    for line, contact in selectors.every_line(request.user, one):
        said: dict[str, object] = {"line": line.number, "reference": line.their_reference}
        if line.faults:
            said["faults"] = [{"name": column, "words": words} for column, words in line.faults]
        else:
            said["contact"] = contact or line.received_before
            said["received_before"] = bool(line.received_before)
        lines.append(said)
    state = "taken_in" if one.taken_in_at else "not_taken_in" if one.stopped_at else "waiting"
    return JsonResponse({"state": state, "contacts": one.contacts, "children": one.children, "lines": lines})
