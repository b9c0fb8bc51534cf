"""Agreements, conversations, plans and reviews, as lines of a child's chronology."""

from datetime import date, datetime
from uuid import UUID

from django.db import connection

from kinfold.practice import code_lists
from kinfold.web.access.models import User
from kinfold.web.casework.chronology import Entry
from kinfold.web.casework.models import Episode
from kinfold.web.core.clock import LONDON
from kinfold.web.early_help.models import FamilySaid, Plan
from kinfold.web.meetings.models import Meeting
from kinfold.web.people.models import Person
from kinfold.web.people.selectors import HiddenPlaces, hidden_places
from kinfold.web.sharing.models import Agreement
from kinfold.web.sharing.rules import GIVEN_HOW, PURPOSES
from kinfold.web.sharing.selectors import withheld_from
from kinfold.web.signposting.models import Signpost


def entries(*, child: Person, viewer: User, since: date) -> list[Entry]:
    """What was talked about, agreed and reviewed for the child; plans not to be shared with the viewer are left out."""
    held = Plan.objects.visible_to(viewer).filter(plan_children__person=child).select_related("agency")
    withheld = withheld_from(viewer, [plan.pk for plan in held])
    plans = [plan for plan in held if plan.pk not in withheld]
    places = hidden_places(viewer, [child])
    return [
        *_agreements(child, viewer, since),
        *_plans(plans, since, places),
        *_reviews([plan.pk for plan in plans], viewer, since),
        *_talks(child, [plan.pk for plan in plans], since, places),
    ]


def _agreements(child: Person, viewer: User, since: date) -> list[Entry]:
    helped = Episode.objects.visible_to(viewer).filter(statuses__person=child).values("pk")
    rows = Agreement.objects.visible_to(viewer).filter(about_id__in=helped, given_on__gte=since)
    return [
        Entry(
            row.given_on,
            f"{'Agreed' if row.agreed else 'Said no'} to {PURPOSES.get(row.purpose, row.purpose)}",
            text=f"{row.person.name}, {GIVEN_HOW.get(row.given_how, row.given_how).lower()}",
            kind="Agreement",
            tone="green" if row.agreed else "red",
        )
        for row in rows.select_related("person")
    ]


def _talks(child: Person, plans: list[UUID], since: date, places: HiddenPlaces) -> list[Entry]:
    """Conversations, supervision, what the family said by its own link, services, the call after help, and whoever
    keeps an eye on the child: one question for all."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT what, at, words, until, agency, name FROM early_help_talks(%s, %s, %s)", [child.pk, plans, since]
        )
        rows = cursor.fetchall()
    found = []
    for what, at, words, answered_at, agency, name in rows:
        if what == "conversation":
            counts = "Counts as the Early Help Assessment" if words == "true" else ""
            by = "" if agency in places.agencies else name or ""
            found.append(Entry(at.date(), "Family Support Conversation", text=counts, by=by, kind="Conversation",
                               tone="green"))  # fmt: skip
        elif what == "overseen":
            found.append(Entry(at.date(), "Supervision and oversight", text=words, kind="Oversight"))
        elif what == "watched":
            ended = f". Ended {answered_at:%-d %B %Y}: {name}" if answered_at else ""
            found.append(Entry(at.date(), "Somebody keeps an eye on the child", text=f"{words}{ended}", kind="Watch"))
        elif what == "touch":
            found.append(Entry(at.date(), "In touch with the child", text=words, kind="Watch"))
        elif what == "rung":
            going = code_lists.labels("after_help").get(words, words)
            found.append(Entry(at.date(), "Rung after help had ended", text=going, kind="Family", tone="blue"))
        elif what == "service":
            found.append(_service(at, name, words, answered_at))
        else:
            found.append(_by_the_family(what, at, answered_at))
    return found


def _service(said_at: datetime, name: str, stands: str, at: datetime | None) -> Entry:
    if stands == Signpost.Way.TOLD:
        return Entry(said_at, f"Told of {name}", kind="Service", tone="green")
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


def _reviews(plan_ids: list[UUID], viewer: User, since: date) -> list[Entry]:
    outcomes = code_lists.labels("review_outcome")
    rows = Meeting.objects.visible_to(viewer).filter(kind="plan_review", about_id__in=plan_ids, held_on__gte=since)
    return [
        Entry(row.held_on, "Plan reviewed", text=outcomes.get(row.outcome, row.outcome), kind="Review", tone="green")
        for row in rows
        if row.held_on
    ]
