"""Agreements, conversations, plans and reviews, as lines of a child's chronology."""

from datetime import date, datetime
from typing import NamedTuple
from uuid import UUID

from django.db import connection

from kinfold.practice import code_lists
from kinfold.web.access.models import User
from kinfold.web.casework.chronology import Entry
from kinfold.web.core.clock import LONDON
from kinfold.web.early_help.models import FamilySaid, Plan
from kinfold.web.early_help.rules import CIRCLES
from kinfold.web.outcomes.models import Seen
from kinfold.web.people.models import Person
from kinfold.web.people.selectors import HiddenPlaces, hidden_places
from kinfold.web.sharing.rules import GIVEN_HOW, PURPOSES
from kinfold.web.sharing.selectors import withheld_from
from kinfold.web.signposting.models import Signpost


def entries(*, child: Person, viewer: User, since: date) -> list[Entry]:
    """What was talked about, agreed and reviewed for the child; plans not to be shared with the viewer are left out."""
    held = Plan.objects.visible_to(viewer).filter(plan_children__person=child).select_related("agency")
    withheld = withheld_from(viewer, [plan.pk for plan in held])
    plans = [plan for plan in held if plan.pk not in withheld]
    places = hidden_places(viewer, [child])
    return [*_plans(plans, since, places), *_talks(child, [plan.pk for plan in plans], since, places)]


def _talks(child: Person, plans: list[UUID], since: date, places: HiddenPlaces) -> list[Entry]:
    """What the family agreed to, conversations, reviews, supervision, what it said by its own link, services, the call
    after help, and whoever keeps an eye on the child: one question for all."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT what, at, words, until, agency, name, also FROM early_help_talks(%s, %s, %s)",
            [child.pk, plans, since],
        )
        return [_line(Told(*row), places) for row in cursor.fetchall()]


STAGES = dict(Seen.Stage.choices)


class Told(NamedTuple):
    """A row of ``talks.sql``; what ``words``, ``until``, ``name`` and ``also`` say depends on ``what``."""

    what: str
    at: datetime
    words: str
    until: datetime | None
    agency: UUID | None
    name: str
    also: str


def _line(told: Told, places: HiddenPlaces) -> Entry:
    day, words = told.at.date(), told.words
    match told.what:
        case "agreed" | "refused":
            yes = told.what == "agreed"
            how = GIVEN_HOW.get(told.also, told.also).lower()
            title = f"{'Agreed' if yes else 'Said no'} to {PURPOSES.get(words, words)}"
            by_whom = told.name or "Name not known"
            return Entry(day, title, text=f"{by_whom}, {how}", kind="Agreement", tone="green" if yes else "red")
        case "conversation":
            counts = "Counts as the Early Help Assessment" if words == "true" else ""
            by = "" if told.agency in places.agencies else told.name
            return Entry(day, "Family Support Conversation", text=counts, by=by, kind="Conversation", tone="green")
        case "review":
            outcome = code_lists.labels("review_outcome").get(words, words)
            return Entry(day, "Plan reviewed", text=outcome, kind="Review", tone="green")
        case "circle" | "restorative_talk":
            outcome = code_lists.labels("restorative_outcome").get(words, words)
            return Entry(day, CIRCLES[told.what].removeprefix("A ").capitalize(), text=f"{outcome}. {told.name}",
                         kind="Conversation", tone="green")  # fmt: skip
        case "outcome":
            stood = f"{code_lists.label('supporting_families_outcome', told.name)}: {STAGES[words].lower()}"
            return Entry(day, "Outcome", text=f"{stood}. {told.also}", kind="Outcome", tone="green")
        case "birth_talk":
            topic = code_lists.labels("birth_talk").get(words, words)
            return Entry(
                day,
                f"Talked before the birth: {topic[0].lower()}{topic[1:]}",
                text=told.name,
                kind="Birth",
                tone="green",
            )
        case "birth_plan":
            return Entry(day, "Plan in place before the birth", text=code_lists.label("birth_plan", words),
                         kind="Birth", tone="green", important=True)  # fmt: skip
        case "overseen":
            return Entry(day, "Supervision and oversight", text=words, kind="Oversight")
        case "watched":
            ended = f". Ended {told.until:%-d %B %Y}: {told.name}" if told.until else ""
            return Entry(day, "Somebody keeps an eye on the child", text=f"{words}{ended}", kind="Watch")
        case "touch":
            return Entry(day, "In touch with the child", text=words, kind="Watch")
        case "rung":
            going = code_lists.labels("after_help").get(words, words)
            return Entry(day, "Rung after help had ended", text=going, kind="Family", tone="blue")
        case "service":
            return _service(told.at, told.name, words, told.until, told.also)
        case "came" | "came_last":
            group = "a group" if told.agency in places.agencies else told.name
            title = f"Came to {group} for the first time" if told.what == "came" else f"Last came to {group}"
            text = ". ".join(filter(None, (told.also, f"{words} times so far" if told.what == "came_last" else "")))
            return Entry(day, title, text=text, kind="Service", tone="green")
        case _:
            return _by_the_family(told.what, told.at, told.until)


def _service(said_at: datetime, name: str, stands: str, at: datetime | None, way: str) -> Entry:
    if stands == Signpost.Way.TOLD:
        return Entry(said_at, f"Told of {name}", kind="Service", tone="green")
    if way == Signpost.Way.CAME:
        ended = "" if stands == "began" else f". {code_lists.label('service_outcome', stands)}, {at:%-d %B %Y}"
        return Entry(said_at, f"On the register of {name}", text=f"Came by themselves{ended}", kind="Service",
                     tone="green")  # fmt: skip
    how = {"referred": "Waiting for a place", "began": "Began there"} | code_lists.labels("service_outcome")
    text = f"{how[stands]}, {at:%-d %B %Y}" if at else how[stands]
    return Entry(said_at, f"Referred to {name}", text=text, kind="Service", tone="green")


def _by_the_family(kind: str, at: datetime, answered_at: datetime | None) -> Entry:
    answered = f"Answered, {answered_at.astimezone(LONDON):%-d %B %Y}" if answered_at else "Not answered yet"
    return Entry(at, f"The family: {FamilySaid.Kind(kind).label.lower()}", text=answered, kind="Family", tone="blue")


def _plans(plans: list[Plan], since: date, places: HiddenPlaces) -> list[Entry]:
    found = []
    for plan in plans:
        by = places.name(plan.agency)
        if plan.submitted_on and plan.submitted_on >= since:
            found.append(Entry(plan.submitted_on, "Family Support Plan agreed", by=by, kind="Plan", tone="green",
                               important=True))  # fmt: skip
        if plan.closed_on and plan.closed_on >= since:
            found.append(Entry(plan.closed_on, "Family Support Plan ended", by=by, kind="Plan", tone="green"))
    return found
