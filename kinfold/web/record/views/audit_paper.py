"""Giving a family the list of who looked at their file, and noting that it was given."""

from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.audit import events
from kinfold.web.core import clock
from kinfold.web.early_help.views.papers import paper_style
from kinfold.web.record.forms import GiveAuditForm
from kinfold.web.record.selectors import audit_paper


@permission(Permission.AUDIT_READ)
def give(request: SignedInRequest, family_id: UUID) -> HttpResponse:
    """The answer is the paper itself, kept nowhere: what is kept is who was given it and whom it left out."""
    try:
        family, rows = audit_paper.looked(viewer=request.user, family_id=family_id, today=clock.today())
    except ObjectDoesNotExist:
        raise Http404 from None
    form = GiveAuditForm(request.POST or None, rows=rows)
    if request.method != "POST" or not form.is_valid():
        events.record("audit.read", about=family, by=request.user)
        return render(request, "record/give_audit.jinja", {"form": form, "family": family, "rows": rows})
    said = form.cleaned_data
    left_out = set(said["left_out"])
    events.record(
        "audit.given", about=family, by=request.user,
        details={"asked_by": said["asked_by"], "left_out": sorted(left_out), "reason": said["why"]},
    )  # fmt: skip
    context = {
        "family": family, "rows": [row for row in rows if row.key not in left_out], "now": clock.now(),
        "style": paper_style(), "asked_by": said["asked_by"], "given_by": request.user,
    }  # fmt: skip
    return _pdf(render_to_string("record/audit_paper.jinja", context, request=request))


def _pdf(html: str) -> HttpResponse:
    from weasyprint import HTML  # slow to import: only for who prints
    from weasyprint.urls import URLFetcher

    made = HTML(string=html, url_fetcher=URLFetcher(allowed_protocols=("data",))).write_pdf(pdf_variant="pdf/ua-1")
    answer = HttpResponse(made, content_type="application/pdf")
    answer["Content-Disposition"] = 'attachment; filename="who-looked-at-your-file.pdf"'
    answer["Cache-Control"] = "no-store"
    return answer
