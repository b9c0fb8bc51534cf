"""Who looked, for the Caldicott Guardian."""

from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render

from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.audit import events
from kinfold.web.record.selectors import audit

ON_A_PAGE = 50


@permission(Permission.AUDIT_READ)
def latest(request: SignedInRequest) -> HttpResponse:
    refused = request.GET.get("refused") == "yes"
    found = audit.latest(viewer=request.user, refused_only=refused)
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "record/audit.jinja", {"page": page, "words": audit.in_words, "refused": refused})


@permission(Permission.AUDIT_READ)
def family(request: SignedInRequest, family_id: UUID) -> HttpResponse:
    try:
        looked_at, found = audit.who_looked(viewer=request.user, family_id=family_id)
    except ObjectDoesNotExist:
        raise Http404 from None
    events.record("audit.read", about=looked_at, by=request.user)
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "record/family_audit.jinja", {"family": looked_at, "page": page, "words": audit.in_words})
