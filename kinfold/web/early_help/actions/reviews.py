"""Looking back at a plan together: the form, who was there, what was decided, and the next review."""

from collections.abc import Iterable
from datetime import date, datetime, time

from django.db import transaction

from kinfold.web.access.models import User
from kinfold.web.access.permissions import Permission
from kinfold.web.core.rules import hold
from kinfold.web.core.versions import locked
from kinfold.web.core.words import in_london
from kinfold.web.deadlines import actions as deadlines
from kinfold.web.early_help import notice_kinds, rules
from kinfold.web.early_help.actions.agreeing import plan_next_review
from kinfold.web.early_help.deadline_kinds import PLAN_REVIEW
from kinfold.web.early_help.models import Plan
from kinfold.web.early_help.plan_access import require_plan
from kinfold.web.meetings import actions as meetings
from kinfold.web.meetings.actions import Attending
from kinfold.web.meetings.models import Meeting
from kinfold.web.notices import actions as notices
from kinfold.web.people.models import Person
from kinfold.web.questionnaires import actions as questionnaires
from kinfold.web.questionnaires.models import Response

FORM = "plan_review"


@transaction.atomic
def start_review(*, review: Meeting, plan: Plan, by: User, on: date) -> Response:
    """The review's form; a review that has one goes on with it."""
    require_plan(by, Permission.REVIEW_HOLD, plan)
    hold(rules.eh4_plan_is_open, plan)
    return questionnaires.start(form_key=FORM, about=review, by=by, on=on)


@transaction.atomic
def finish_review(
    *,
    review: Meeting,
    plan: Plan,
    response: Response,
    held_on: date,
    attending: Iterable[Attending],
    version: int,
    by: User,
    at: datetime,
) -> Meeting:
    """Closes the form and holds the meeting with what was decided in it; unless the plan ends, plans the next one.

    Finishing again changes nothing.
    """
    require_plan(by, Permission.REVIEW_HOLD, plan)
    review = locked(review)
    if review.held_on is not None:
        return review
    said = {row.question: row for row in response.answers.filter(question__in=("outcome", "outcome_why"))}
    outcome = said["outcome"].choice if "outcome" in said else ""
    hold(rules.eh17_review_is_of_this_plan, outcome)
    questionnaires.complete(response=response, version=version, by=by, at=at)
    review = meetings.hold(
        meeting=review, held_on=held_on, outcome=outcome, by=by, attending=attending,
        notes=said["outcome_why"].text if "outcome_why" in said else "", today=in_london(at).date(),
    )  # fmt: skip
    deadlines.meet(PLAN_REVIEW, about=review, at=at)
    if outcome != "close":  # a family that steps up or down is held, and reviewed, until others accept it
        plan_next_review(plan, by=by, at=at)
    return review


@transaction.atomic
def invite_to_review(
    *,
    review: Meeting,
    plan: Plan,
    meets_on: date,
    meets_at: time | None,
    place: str,
    who: Iterable[Person | User | str],
    by: User,
    today: date,
    version: int | None = None,
) -> Meeting:
    """The team around the family is asked to come; colleagues are told without a name. Whoever the plan is kept from
    cannot be asked."""
    require_plan(by, Permission.REVIEW_HOLD, plan)
    hold(rules.eh4_plan_is_open, plan)
    who = list(who)
    hold(rules.eh44_plan_is_not_kept_from_them, plan, who)
    told = meetings.invite(meeting=review, meets_on=meets_on, meets_at=meets_at, place=place, who=who, by=by,
                           today=today, version=version)  # fmt: skip
    if told:
        notices.notify(notice_kinds.INVITED, to=told, about_id=review.pk)
    return review
