"""A copy of the plan for one person to keep: on screen, on paper, as a PDF; only for those it may be shared with."""

from pathlib import Path
from uuid import UUID

from django.contrib.staticfiles import finders
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from markupsafe import Markup

from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.audit import events
from kinfold.web.core import clock
from kinfold.web.early_help.plan_access import visible_plan
from kinfold.web.early_help.selectors.papers import Paper, copies_of, paper_for
from kinfold.web.early_help.selectors.plans import share_name


@permission(Permission.EPISODE_READ)
def copies(request: SignedInRequest, plan_id: UUID) -> HttpResponse:
    held = visible_plan(request.user, plan_id)
    found = copies_of(request.user, held, clock.today())
    return render(request, "early_help/copies.jinja", {"plan": held, "found": found})


@permission(Permission.EPISODE_READ)
def copy(request: SignedInRequest, plan_id: UUID, person_id: UUID) -> HttpResponse:
    paper = _paper(request, plan_id, person_id)
    return render(request, "early_help/copy.jinja", _context(paper))


@permission(Permission.EPISODE_READ)
def copy_pdf(request: SignedInRequest, plan_id: UUID, person_id: UUID) -> HttpResponse:
    from weasyprint import HTML  # slow to import: only for who prints
    from weasyprint.urls import URLFetcher

    paper = _paper(request, plan_id, person_id)
    html = render_to_string("early_help/copy_pdf.jinja", _context(paper) | {"style": paper_style()}, request=request)
    made = HTML(string=html, url_fetcher=URLFetcher(allowed_protocols=("data",))).write_pdf(pdf_variant="pdf/ua-1")
    answer = HttpResponse(made, content_type="application/pdf")
    answer["Content-Disposition"] = 'attachment; filename="family-support-plan.pdf"'
    return answer


def _paper(request: SignedInRequest, plan_id: UUID, person_id: UUID) -> Paper:
    """404 for somebody the plan is not shared with: there is no such copy."""
    held = visible_plan(request.user, plan_id)
    paper = paper_for(request.user, held, person_id, clock.today())
    if paper is None:
        raise Http404
    events.record("early_help.plan_copied", about=held, by=request.user, people=(person_id,))
    return paper


def paper_style() -> Markup:
    """The paper's own style, whole, since nothing is fetched while a PDF is made."""
    path = finders.find("early_help/paper.css")
    return Markup(Path(path).read_text(encoding="utf-8") if path else "")  # noqa: S704


def _context(paper: Paper) -> dict[str, object]:
    return {"paper": paper, "page": paper.page, "share_name": share_name, "now": clock.now()}
