"""Files of contacts: taking one in, and what became of each line."""

import csv
from io import StringIO
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from kinfold.web.access.models import Agency
from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.audit import events
from kinfold.web.core import clock
from kinfold.web.core.cells import harmless
from kinfold.web.core.sheets import WHY_NOT
from kinfold.web.core.words import in_london
from kinfold.web.mash.actions.delivering import deliver
from kinfold.web.mash.deliveries.columns import COLUMNS
from kinfold.web.mash.forms.hub.delivering import DeliveryForm
from kinfold.web.mash.models import Delivery
from kinfold.web.mash.selectors import deliveries as selectors


@permission(Permission.CONTACT_DELIVER)
def deliveries(request: SignedInRequest) -> HttpResponse:
    posted = (request.POST, request.FILES) if request.method == "POST" else ()
    form = DeliveryForm(*posted, agencies=selectors.agencies())
    if request.method == "POST" and form.is_valid():
        agency, file = get_object_or_404(Agency, pk=form.cleaned_data["agency"]), form.cleaned_data["file"]
        try:
            delivery = deliver(
                agency=agency, way=Delivery.Way.FILE, name=file.name, content=file.read(), by=request.user,
                at=clock.now(),
            )  # fmt: skip
        except ValidationError as refused:
            form.add_error("file", refused)
        else:
            return redirect("mash:delivery", delivery.pk)
    context = {"form": form, "columns": COLUMNS, "deliveries": selectors.deliveries(request.user)}
    return render(request, "mash/hub/deliveries.jinja", context)


@permission(Permission.CONTACT_DELIVER)
def delivery(request: SignedInRequest, delivery_id: UUID) -> HttpResponse:
    one = selectors.delivery_of(request.user, delivery_id)
    context = {"delivery": one, "fate": selectors.fate_of(request.user, one)}
    if request.headers.get("HX-Request"):
        return render(request, "mash/hub/_delivery.jinja", context)
    return render(request, "mash/hub/delivery.jinja", context)


@permission(Permission.CONTACT_DELIVER)
def failed_lines(request: SignedInRequest, delivery_id: UUID) -> HttpResponse:
    """To be mended and sent again: the columns as they came, with what is wrong at the end of each line."""
    one = selectors.delivery_of(request.user, delivery_id)
    text = StringIO()
    names = [column.name for column in COLUMNS]
    sheet = csv.DictWriter(text, [*names, WHY_NOT], extrasaction="ignore")
    sheet.writeheader()
    lines = selectors.failed_lines(request.user, one)
    for line in lines:
        why = "; ".join(f"{column}: {words}" if column else words for column, words in line.faults)
        sheet.writerow({name: harmless(words) for name, words in (line.said | {WHY_NOT: why}).items()})
    events.record("contacts.failed_lines_taken_out", by=request.user, about=one, details={"lines": len(lines)})
    name = f"not-taken-in-{in_london(one.sent_at):%Y-%m-%d}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return HttpResponse("\ufeff" + text.getvalue(), content_type="text/csv; charset=utf-8", headers=headers)
