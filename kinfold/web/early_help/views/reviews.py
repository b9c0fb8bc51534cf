"""A review of a plan: begun, written page by page, finished with who was there, read."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from kinfold.practice import code_lists
from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.audit import events
from kinfold.web.core import clock
from kinfold.web.core.versions import StaleVersion, read_version
from kinfold.web.early_help import actions
from kinfold.web.early_help.forms.handovers import FinishReviewForm
from kinfold.web.early_help.models import Plan
from kinfold.web.early_help.selectors.conversations import Filling, filling_of_review, visible_review
from kinfold.web.early_help.selectors.people import colleagues, people_of
from kinfold.web.early_help.selectors.plans import plan_page
from kinfold.web.early_help.views.answering import Place, answer_page
from kinfold.web.meetings import selectors as meetings
from kinfold.web.meetings.actions import Attending
from kinfold.web.meetings.models import Meeting
from kinfold.web.questionnaires.actions import AnswersRefused
from kinfold.web.questionnaires.selectors import sections
from kinfold.web.sharing.selectors import withheld_from

NEXT = {
    "step_up": ("early_help:offer", "step-up"),
    "step_down": ("early_help:offer", "step-down"),
    "close": ("early_help:close", None),
}


@permission(Permission.REVIEW_HOLD)
@require_POST
def start(request: SignedInRequest, meeting_id: UUID) -> HttpResponse:
    review, held = visible_review(request.user, meeting_id)
    try:
        actions.start_review(review=review, plan=held, by=request.user, on=clock.today())
    except ValidationError as problem:
        messages.error(request, " ".join(problem.messages))
        return redirect("early_help:review", meeting_id=review.pk)
    filling = filling_of_review(request.user, review, held, clock.today())
    if filling is None or filling.answers:
        return redirect("early_help:review", meeting_id=review.pk)
    return redirect("early_help:review_page", meeting_id=review.pk, page=filling.pages[0].key)


@permission(Permission.REVIEW_HOLD)
def page(request: SignedInRequest, meeting_id: UUID, page: str) -> HttpResponse:
    review, held = visible_review(request.user, meeting_id)
    filling = filling_of_review(request.user, review, held, clock.today())
    if filling is None or review.held_on:
        return redirect("early_help:review", meeting_id=review.pk)
    place = Place(
        caption="Review of the plan",
        address_of=lambda key: reverse("early_help:review_page", args=[review.pk, key]),
        finish=reverse("early_help:review", args=[review.pk]),
    )
    return answer_page(request, filling, page, place)


@permission(Permission.EPISODE_READ)
def review(request: SignedInRequest, meeting_id: UUID) -> HttpResponse:
    """Due, going on or held: what was said, and the button that finishes it."""
    meeting, held = visible_review(request.user, meeting_id)
    today = clock.today()
    filling = filling_of_review(request.user, meeting, held, today)
    going_on = meeting.held_on is None and meeting.cancelled_at is None
    writes = going_on and filling is not None and request.user.may(Permission.REVIEW_HOLD)
    people = people_of(request.user, held, today)
    invited = [
        one for one in colleagues(request.user, people.children, today) if not withheld_from(one.user, [held.pk])
    ]
    form = FinishReviewForm(
        request.POST if request.method == "POST" and writes else None, people=people.everyone, colleagues=invited,
        today=today, initial={"held_on": today, "version": filling.response.version if filling else ""},
    )  # fmt: skip
    if request.method == "POST" and writes and filling and form.is_valid():
        answer = _finish(request, meeting, held, filling, form)
        if answer is not None:
            return answer
    events.record("early_help.review_read", about=meeting, by=request.user)
    with_places = next((one for one in meetings.held(request.user, [held.pk])[held.pk] if one.pk == meeting.pk), None)
    context = {
        "review": meeting,
        "page": plan_page(viewer=request.user, plan_id=held.pk, today=today),
        "form": form,
        "writes": writes,
        "may_start": going_on and filling is None and request.user.may(Permission.REVIEW_HOLD),
        "filling": filling,
        "missing": filling.missing if filling and writes else [],
        "sections": sections(request.user, filling.response) if filling else [],
        "outcome": code_lists.labels("review_outcome").get(meeting.outcome, ""),
        "invited": meetings.invited(request.user, meeting) if meeting.meets_on and going_on else [],
        "came": [
            who.name
            for place in (with_places.attendances.all() if with_places else [])
            if place.attended and (who := place.person or place.user or place.agency)
        ],
        "may": request.user.may,
        "P": Permission,
    }
    return render(request, "early_help/review.jinja", context)


def _finish(
    request: SignedInRequest, meeting: Meeting, held: Plan, filling: Filling, form: FinishReviewForm
) -> HttpResponse | None:
    version = form.cleaned_data["version"]
    try:
        done = actions.finish_review(
            review=meeting, plan=held, response=filling.response, held_on=form.cleaned_data["held_on"],
            attending=[Attending(who, invited=True, attended=came) for who, came in form.everybody()],
            version=read_version(version) or 0, by=request.user, at=clock.now(),
        )  # fmt: skip
    except StaleVersion:
        messages.warning(request, "Somebody else wrote in this review. Read it once more, then finish it.")
        return redirect("early_help:review", meeting_id=meeting.pk)
    except AnswersRefused:
        form.add_error(None, "Some questions must be answered before you finish the review.")
        return None
    except ValidationError as problem:
        form.add_error(None, problem)
        return None
    messages.success(request, "The review is finished.")
    route, kind = NEXT.get(done.outcome, ("", None))
    if route and held.episode.closed_on is None:
        return redirect(route, held.episode_id, *([kind] if kind else []))
    return redirect("early_help:plan", plan_id=held.pk)
