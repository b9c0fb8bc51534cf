"""Recording a stage before the decision for a child."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from kinfold.practice import code_lists
from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.core import clock
from kinfold.web.core.words import in_london
from kinfold.web.mash import staging
from kinfold.web.mash.actions.staging import record_stage
from kinfold.web.mash.forms.hub.staging import StageForm
from kinfold.web.mash.models import ContactChild, Stage
from kinfold.web.mash.selectors.contact import child_of, contact_page
from kinfold.web.mash.views.hub.answers import tried
from kinfold.web.mash.views.hub.contact import place_of
from kinfold.web.mash.views.hub.deciding import form_options, typed


@permission(Permission.CONTACT_RATE)
def stage(request: SignedInRequest, child_id: UUID) -> HttpResponse:
    """The stage that comes next for this child. ``look`` asks only what the indicators point to."""
    child, now = child_of(request.user, child_id), clock.now()
    wanted, made = staging.wanted(in_london(now).date()), list(child.stages.all())
    at_stage = request.POST.get("stage") or staging.next_stage(wanted, made)
    if child.decided_at is not None or at_stage not in wanted:
        messages.info(request, "No stage is waiting for this child.")
        return redirect(place_of(child))
    titles = code_lists.labels("decision_stage")
    options = form_options(request.user, child, now)
    looking = "look" in request.POST
    form = StageForm(
        None if looking else request.POST or None,
        initial=typed(request) if looking else _as_before(made),
        now=now,
        later=[titles[one] for one in wanted[wanted.index(at_stage) + 1 :]],
        **options,
    )
    if request.headers.get("HX-Request") == "true" and looking:
        return render(request, "mash/hub/_suggestion.jinja", {"form": form})
    if request.method == "POST" and not looking and form.is_valid():
        children = [child, *ContactChild.objects.filter(contact=child.contact_id, pk__in=form.also_ids)]
        if tried(form, lambda: record_stage(children=children, stage=at_stage, said=form.so_far, by=request.user,
                                            at=now, had_read=form.seen)):  # fmt: skip
            messages.success(request, f"The stage “{titles[at_stage]}” is recorded.")
            return redirect(place_of(child))
    page = contact_page(request.user, child.contact, now, look_for_matches=False)
    context = {
        "form": form, "page": page, "shown": next(one for one in page.children if one.child.pk == child.pk),
        "contact": child.contact, "back": place_of(child), "had_read": len(made),
        "stage": at_stage, "stage_title": titles[at_stage],
    }  # fmt: skip
    return render(request, "mash/hub/stage.jinja", context)


def _as_before(made: list[Stage]) -> dict[str, object]:
    """What the stage before chose, to be kept or changed; never its reasons, which are its maker's own."""
    if not made:
        return {}
    last = made[-1]
    return {"decision": last.points_to, "tier": str(last.tier), "indicators": list(last.indicators_of_need)}
