"""Who may see a plan, decided person by person with the family."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.core import clock
from kinfold.web.core.errors import stale_version
from kinfold.web.core.versions import StaleVersion
from kinfold.web.early_help import actions
from kinfold.web.early_help.forms.sharing import Asked, SharingForm
from kinfold.web.early_help.models import Plan
from kinfold.web.early_help.plan_access import visible_plan
from kinfold.web.early_help.selectors.sharing import asked_about
from kinfold.web.sharing.models import ShareWith


@permission(Permission.SHARING_DECIDE)
def sharing(request: SignedInRequest, plan_id: UUID) -> HttpResponse:
    held = visible_plan(request.user, plan_id)
    form = SharingForm(request.POST or None, asked=asked_about(request.user, held, clock.today()))
    if request.method == "POST" and form.is_valid():
        if stale := _decided_meanwhile(form):
            return _both_versions(request, held, stale)
        try:
            with transaction.atomic():
                for one, may_share, reason, version in form.decisions():
                    if _is_new(one, may_share, reason):
                        actions.decide_sharing(
                            plan=held, with_=one.who, may_share=may_share, reason=reason, version=version,
                            by=request.user,
                        )  # fmt: skip
        except StaleVersion as meanwhile:
            return redirect(request.path) if meanwhile.current is None else _both_versions(request, held, [])
        except ValidationError as problem:
            form.add_error(None, problem)
        else:
            messages.success(request, "Who may see the plan is decided.")
            return redirect("early_help:plan", plan_id=held.pk)
    return render(request, "early_help/sharing.jinja", {"form": form, "plan": held})


def _is_new(one: Asked, may_share: bool, reason: str) -> bool:
    before = one.before
    return before is None or (before.may_share, before.reason) != (may_share, "" if may_share else reason)


def _decided_meanwhile(form: SharingForm) -> list[tuple[Asked, bool, str]]:
    """Those about whom somebody else decided, since the page was read, other than it is now decided here."""
    return [
        (one, may_share, reason)
        for one, may_share, reason, version in form.decisions()
        if one.before is not None and version != one.before.version and _is_new(one, may_share, reason)
    ]


def _both_versions(request: SignedInRequest, held: Plan, stale: list[tuple[Asked, bool, str]]) -> HttpResponse:
    """The choice is made on the page anew: each decision has a version of its own."""
    fields = [
        {"label": one.label, "mine": _words(may_share, reason), "theirs": _said(one.before), "changed": True}
        for one, may_share, reason in stale
    ]
    first, version = (stale[0][0], stale[0][0].before.version) if stale and stale[0][0].before else (None, 0)
    return stale_version(
        request, fields=fields, current_version=version, keep_href=reverse("early_help:sharing", args=[held.pk]),
        version_name=f"{first.key}-version" if first else "version",
    )  # fmt: skip


def _said(row: ShareWith | None) -> str:
    return _words(row.may_share, row.reason) if row else "Not decided"


def _words(may_share: bool, reason: str) -> str:
    return "Share" if may_share else f"Do not share: {reason}" if reason else "Do not share"
