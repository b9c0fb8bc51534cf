"""A contact in the hands of those it went to: what was said, accepting it, and that the parents know now."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.audit import events
from kinfold.web.casework.models import Handover
from kinfold.web.core import clock
from kinfold.web.mash.actions.open_case import accept_contact, refuse_contact
from kinfold.web.mash.forms.hub.short import NotOursForm
from kinfold.web.mash.models import ContactChild
from kinfold.web.mash.selectors.contact import contact_page
from kinfold.web.mash.selectors.wording import indicator_words
from kinfold.web.mash.views.hub.answers import pressed, tried
from kinfold.web.mash.views.hub.contact import ask_whether_parents_know

OPEN_CASE, START = Handover.Kind.OPEN_CASE, Handover.Kind.START


@permission(Permission.CONTACT_ACCEPT)
def open_case(request: SignedInRequest, handover_id: UUID) -> HttpResponse:
    """What was said of the children whom the viewer helps; other children in the contact stay with the hub."""
    handover, child = _passed_on(request, handover_id, OPEN_CASE)
    if request.method == "POST" and pressed(
        request, lambda: accept_contact(handover=handover, by=request.user, at=clock.now())
    ):
        messages.success(request, "You accepted this contact. The hub can see that it is with you.")
        return redirect("mash:open_case", handover_id=handover.pk)
    handover.refresh_from_db()
    return _what_was_said(request, handover, child)


@permission(Permission.EPISODE_READ)
def handed_on(request: SignedInRequest, handover_id: UUID) -> HttpResponse:
    """For the team that the hub handed the family to: the family need not tell it all again."""
    handover, child = _passed_on(request, handover_id, START)
    return _what_was_said(request, handover, child)


@permission(Permission.CONTACT_ACCEPT)
def parents_know(request: SignedInRequest, handover_id: UUID) -> HttpResponse:
    """Until this is recorded nothing may go to the family."""
    handover, child = _passed_on(request, handover_id, OPEN_CASE, START)
    here = reverse(f"mash:{'open_case' if handover.kind == OPEN_CASE else 'handed_on'}", args=[handover.pk])
    return ask_whether_parents_know(request, child.contact, here)


def _what_was_said(request: SignedInRequest, handover: Handover, child: ContactChild) -> HttpResponse:
    page = contact_page(request.user, child.contact, clock.now(), look_for_matches=False)
    people = tuple(one.child.person_id for one in page.children if one.child.person_id)
    events.record("contact.read", about=child.contact, by=request.user, people=people)
    context = {"page": page, "contact": child.contact, "handover": handover, "indicator_words": indicator_words}
    return render(request, "mash/hub/open_case.jinja", context)


@permission(Permission.CONTACT_ACCEPT)
def not_ours(request: SignedInRequest, handover_id: UUID) -> HttpResponse:
    handover, child = _passed_on(request, handover_id, OPEN_CASE)
    form = NotOursForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        reason = form.cleaned_data["reason"]
        if tried(form, lambda: refuse_contact(handover=handover, reason=reason, by=request.user, at=clock.now())):
            messages.success(request, "The hub has it again, with your reason.")
            return redirect("home")
    return render(request, "mash/hub/not_ours.jinja", {"form": form, "handover": handover, "contact": child.contact})


def _passed_on(request: SignedInRequest, handover_id: UUID, *kinds: str) -> tuple[Handover, ContactChild]:
    """Only for those whom the handover went to; to anybody else it is not there."""
    handover = (
        Handover.objects.visible_to(request.user)
        .filter(pk=handover_id, kind__in=kinds)
        .select_related("to_team", "to_user", "answered_by")
        .first()
    )
    ours = handover and (handover.to_team in request.user.teams or handover.to_user_id == request.user.pk)
    children = ContactChild.objects.visible_to(request.user).select_related("contact__agency", "contact__referrer")
    carried = handover.contact_child_id if handover and ours else None
    child = children.filter(pk=carried).first() if carried else None
    if handover is None or child is None:
        raise Http404
    return handover, child
