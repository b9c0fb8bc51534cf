"""Conversations and reviews as forms: whose voices they ask, and what has been said so far."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import Http404

from kinfold.web.access.models import User
from kinfold.web.early_help.models import Conversation, Plan
from kinfold.web.early_help.plan_access import visible_plan
from kinfold.web.early_help.selectors.answers import Box, Key, Page, boxes, pages, stored, unanswered
from kinfold.web.early_help.selectors.people import family_people, people_of
from kinfold.web.meetings.models import Meeting
from kinfold.web.people.models import Person
from kinfold.web.questionnaires.definitions import form_of
from kinfold.web.questionnaires.models import Response
from kinfold.web.questionnaires.selectors import response_for


@dataclass(frozen=True)
class Filling:
    """One form as it is being filled in, with the people whose voices it asks."""

    response: Response
    pages: list[Page]
    children: list[Person]
    adults: list[Person]
    answers: dict[Key, str | int | None]

    def boxes_of(self, page: Page) -> list[Box]:
        return [box for question in page.questions for box in boxes(question, self.children, self.adults)]

    def page(self, key: str) -> Page:
        found = next((page for page in self.pages if page.key == key), None)
        if found is None:
            raise Http404
        return found

    def page_of(self, question: str) -> Page:
        return next(page for page in self.pages if any(one.key == question for one in page.questions))

    @property
    def missing(self) -> list[tuple[Page, str]]:
        """Where something that must be answered is not, and what."""
        return [(self.page_of(question.key), question.label) for question in unanswered(self.response, self.answers)]


def visible_conversation(viewer: User, conversation_id: UUID) -> Conversation:
    row = (
        Conversation.objects.visible_to(viewer)
        .filter(pk=conversation_id)
        .select_related("episode__family", "agency", "completed_by")
        .first()
    )
    if row is None:
        raise Http404
    return row


def visible_review(viewer: User, review_id: UUID) -> tuple[Meeting, Plan]:
    row = Meeting.objects.visible_to(viewer).filter(pk=review_id, kind="plan_review").first()
    if row is None:
        raise Http404
    return row, visible_plan(viewer, row.about_id)


def filling_of_conversation(viewer: User, conversation: Conversation, today: date) -> Filling | None:
    response = response_for(viewer, conversation, "family_support_conversation")
    people = family_people(viewer, conversation.episode.family, today)
    return _filling(viewer, response, people.children, people.adults) if response else None


def filling_of_review(viewer: User, review: Meeting, plan: Plan, today: date) -> Filling | None:
    """An adult from whom the plan is kept is not asked, and not named."""
    response = response_for(viewer, review, "plan_review")
    people = people_of(viewer, plan, today)
    return _filling(viewer, response, people.children, people.adults) if response else None


def _filling(viewer: User, response: Response, children: list[Person], adults: list[Person]) -> Filling:
    return Filling(response, pages(form_of(response)), children, adults, stored(viewer, response))
