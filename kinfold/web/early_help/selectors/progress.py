"""A family's scores over its conversations and reviews, as one picture that can be read together at a table."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import get_args
from uuid import UUID

from kinfold.practice import code_lists
from kinfold.reports import Picture, progress_chart
from kinfold.reports.charts.values import Score, Voice
from kinfold.web.access.models import User
from kinfold.web.core.words import day
from kinfold.web.early_help.models import Plan
from kinfold.web.meetings import selectors as meetings
from kinfold.web.people.models import Person
from kinfold.web.questionnaires import selectors as questionnaires

VOICES: dict[str, Voice] = {voice: voice for voice in get_args(Voice)}


def picture(viewer: User, plan: Plan, without: Collection[UUID] = ()) -> Picture | None:
    """From the conversation before the plan to its last review; None until somebody gave a score.

    ``without``: people whose own scores are left out, since the plan is kept from them and their words from it.
    """
    dates: dict[UUID, date] = {
        row.pk: row.held_on for row in plan.episode.conversations.visible_to(viewer).filter(completed_on__isnull=False)
    }
    dates |= {review.pk: review.held_on for review in meetings.held(viewer, [plan.pk])[plan.pk] if review.held_on}
    return picture_of(viewer, dates, without)


def picture_of(viewer: User, dates: Mapping[UUID, date], without: Collection[UUID] = ()) -> Picture | None:
    found = [
        score
        for score in questionnaires.scores(viewer, dates)
        if score.voice in VOICES and score.person_id not in without
    ]
    if not found:
        return None
    people = Person.objects.visible_to(viewer).in_bulk({score.person_id for score in found if score.person_id})
    domains, voices = code_lists.labels("score_domain"), code_lists.labels("voice")
    order = list(domains)
    found.sort(key=lambda score: (order.index(score.domain) if score.domain in order else len(order), score.on))
    return progress_chart(
        [
            Score(
                on=score.on,
                when=day(score.on),
                domain=domains.get(score.domain, score.domain),
                voice=VOICES[score.voice],
                who=_who(people.get(score.person_id), score.voice, voices),
                score=score.score,
            )
            for score in found
        ],
        title="How things are going",
    )


def _who(person: Person | None, voice: str, voices: dict[str, str]) -> str:
    if person is not None:
        return person.known_as or person.forename or person.name
    return {"child": "Child", "parent": "Parent or carer"}.get(voice, voices[voice])
