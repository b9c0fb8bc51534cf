"""Inviting the team around a family to the review of its plan."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render

from kinfold.web.access.permissions import Permission
from kinfold.web.access.routes import SignedInRequest, permission
from kinfold.web.core import clock
from kinfold.web.core.versions import read_version
from kinfold.web.early_help.actions.reviews import invite_to_review
from kinfold.web.early_help.forms.inviting import InviteForm
from kinfold.web.early_help.selectors.conversations import visible_review
from kinfold.web.early_help.selectors.people import colleagues, people_of
from kinfold.web.meetings.models import Attendance, Meeting
from kinfold.web.meetings.selectors import invited
from kinfold.web.sharing.selectors import withheld_from


@permission(Permission.REVIEW_HOLD)
def invite(request: SignedInRequest, meeting_id: UUID) -> HttpResponse:
    review, plan = visible_review(request.user, meeting_id)
    if review.held_on or review.cancelled_at:
        return redirect("early_help:review", review.pk)
    today = clock.today()
    people = people_of(request.user, plan, today)
    helpers = [
        one for one in colleagues(request.user, people.children, today) if not withheld_from(one.user, [plan.pk])
    ]
    form = InviteForm(request.POST or None, today=today, people=people.everyone, colleagues=helpers,
                      initial=_now(review, invited(request.user, review), today))  # fmt: skip
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            invite_to_review(review=review, plan=plan, meets_on=said["meets_on"], meets_at=said["meets_at"],
                             place=said["place"], who=form.who(), by=request.user, today=today,
                             version=read_version(said["version"]))  # fmt: skip
        except ValidationError as refused:
            form.add_error(None, refused)
        else:
            messages.success(request, "They are invited. Colleagues are told in Kinfold.")
            return redirect("early_help:review", review.pk)
    return render(request, "early_help/invite.jinja", {"form": form, "review": review, "plan": plan})


def _now(review: Meeting, places: list[Attendance], today: date) -> dict[str, object]:
    meets_on = review.meets_on or review.due_on
    return {
        "version": review.version,
        "meets_on": max(meets_on, today) if meets_on else None,  # an overdue review is still to come
        "meets_at": review.meets_at,
        "place": review.place,
        "invited": [str(one.person_id or one.user_id) for one in places if one.person_id or one.user_id],
        "others": ", ".join(one.post for one in places if one.post),
    }
