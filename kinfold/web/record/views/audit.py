"""Who looked, for the Caldicott Guardian."""

from typing import Any
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import render

from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.audit import events
from kinfold.web.audit.models import AuditEvent
from kinfold.web.record.audit_words import in_words
from kinfold.web.record.selectors import audit

ON_A_PAGE = 50


@permission(Permission.AUDIT_READ)
def latest(request: SignedInRequest) -> HttpResponse:
    refused = request.GET.get("refused") == "yes"
    found = audit.latest(viewer=request.user, refused_only=refused)
    return _page(request, "record/audit.jinja", found, refused=refused)


@permission(Permission.AUDIT_READ)
def family(request: SignedInRequest, family_id: UUID) -> HttpResponse:
    try:
        looked_at, found = audit.who_looked(viewer=request.user, family_id=family_id)
    except ObjectDoesNotExist:
        raise Http404 from None
    events.record("audit.read", about=looked_at, by=request.user)
    return _page(request, "record/family_audit.jinja", found, name=f"the {looked_at}", family=looked_at)


@permission(Permission.AUDIT_READ)
def record(request: SignedInRequest, record_id: UUID) -> HttpResponse:
    """A restricted family is shown by its reference: who looked is the Guardian's to know, who it is may not be."""
    found = audit.who_looked_at_record(viewer=request.user, record_id=record_id)
    if not found.exists():
        raise Http404
    name = audit.names_of(request.user, [record_id])[record_id]
    events.record("audit.read", by=request.user, details={"record": str(record_id)})
    return _page(request, "record/family_audit.jinja", found, name=name, family=None)


def _page(request: SignedInRequest, template: str, found: QuerySet[AuditEvent], **more: Any) -> HttpResponse:
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    names = audit.names_of(request.user, [event.record_id for event in page])
    context = {"page": page, "lines": audit.lines(request.user, page), "words": in_words, "names": names, **more}
    return render(request, template, context)
