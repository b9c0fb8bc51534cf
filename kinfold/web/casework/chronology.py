"""What a chronology is made of, and casework's own entries in it: statuses, referrals, who became involved."""

from dataclasses import dataclass
from datetime import date, datetime

from kinfold.practice import code_lists
from kinfold.web.access.models import User
from kinfold.web.casework import rules
from kinfold.web.casework.models import Handover, Involvement, Referral, Status
from kinfold.web.casework.selectors.people import AT_A_HIDDEN_PLACE, Help
from kinfold.web.core.words import in_london
from kinfold.web.people.models import Person
from kinfold.web.people.selectors import HiddenPlaces

GIVEN_UP = (rules.LEFT, rules.LEFT_PASSED_ON, rules.PASSED_ON)
TOLD = (Handover.Kind.STEP_UP, Handover.Kind.STEP_DOWN, Handover.Kind.TRANSFER, Handover.Kind.SIGNIFICANT_HARM)


@dataclass(frozen=True)
class Entry:
    """One dated line of a child's chronology, already cut to the viewer."""

    at: date | datetime
    title: str
    text: str = ""
    by: str = ""
    href: str = ""
    kind: str = ""
    tone: str = "grey"
    important: bool = False
    hidden_reason: str = ""


def entries(*, child: Person, viewer: User, since: date, known: Help) -> list[Entry]:
    """Statuses, referrals, involvements and handovers of one child from a day on: two queries.

    ``known`` is what the page has read already, of this child and perhaps of others.
    """
    involvements = [row for row in known.involvements if row.person_id == child.pk]
    return [
        *_statuses([row for row in known.statuses if row.person_id == child.pk], since, known.places),
        *_referrals(child, viewer, since),
        *_involvements(involvements, since, known),
        *_handovers(child, viewer, since, known.places),
    ]


def _statuses(every: list[Status], since: date, places: HiddenPlaces) -> list[Entry]:
    found: list[Entry] = []
    starts, ends = {(row.kind, row.started_on) for row in every}, {(row.kind, row.ended_on) for row in every}
    for row in every:
        who = places.name(row.team) if row.team or places.agencies else row.agency_words
        label = row.get_kind_display()
        if row.started_on >= since and (row.kind, row.started_on) in ends:
            what = "a new placement" if row.kind == Status.Kind.LOOKED_AFTER else "goes on"
            found.append(Entry(row.started_on, f"{label}: {what}", by=who, kind="Help", tone="teal"))
        elif row.started_on >= since:
            found.append(Entry(row.started_on, f"{label} started", by=who, kind="Help", tone="teal", important=True))
        if row.ended_on and row.ended_on >= since and (row.kind, row.ended_on) not in starts:
            found.append(Entry(row.ended_on, f"{label} ended", by=who, kind="Help", tone="teal"))
    return found


def _referrals(child: Person, viewer: User, since: date) -> list[Entry]:
    sources = code_lists.labels("referral_source")
    rows = Referral.objects.visible_to(viewer).filter(person=child, received_on__gte=since).select_related("team")
    return [
        Entry(
            row.received_on,
            "Referred to children’s social care",
            text=f"From: {sources.get(row.source_code, row.source_words)}"
            if row.source_code or row.source_words
            else "",
            by=row.team.name if row.team else "",
            kind="Referral",
            tone="purple",
            important=True,
        )
        for row in rows
    ]


def _handovers(child: Person, viewer: User, since: date, places: HiddenPlaces) -> list[Entry]:
    """Steps up and down, hand overs and significant harm: asked, and how it was answered."""
    rows = Handover.objects.visible_to(viewer).filter(people=child, kind__in=TOLD)
    found: list[Entry] = []
    for row in rows.select_related("from_team", "to_team"):
        what, harm = row.get_kind_display(), row.kind == Handover.Kind.SIGNIFICANT_HARM
        by, to = places.name(row.from_team), places.name(row.to_team)
        team = to or AT_A_HIDDEN_PLACE
        asked = "Significant harm: told to the MASH" if harm else f"{what}: {team} was asked"
        for at, title, text, who in (
            (row.offered_at, asked, row.reason, by),
            (row.accepted_at, f"{what}: {team} {'took it up' if harm else 'accepted'}", "", to),
            (row.refused_at, f"{what}: {team} refused", row.refusal_reason, to),
            (row.withdrawn_at, f"{what}: taken back", "", by),
        ):
            if at is not None and in_london(at).date() >= since:
                tone = "red" if harm else "purple"
                found.append(Entry(at, title, text=text, by=who, kind="Handover", tone=tone, important=harm))
    return found


def _involvements(rows: list[Involvement], since: date, known: Help) -> list[Entry]:
    """Who became involved, and who gave their part up to a colleague or left."""
    found: list[Entry] = []
    for row in rows:
        who, by = _who(row, known.places), known.places.name(row.team) if row.user else ""
        label = known.labels.get(row.role, row.role)
        if row.started_on >= since:
            found.append(Entry(row.started_on, f"{who} became involved", text=label, by=by, kind="Who helps"))
        if row.ended_on and row.ended_on >= since and row.change_reason in GIVEN_UP:
            text = f"{label}. {row.change_reason}"
            found.append(Entry(row.ended_on, f"{who} is no longer involved", text=text, by=by, kind="Who helps"))
    return found


def _who(row: Involvement, places: HiddenPlaces) -> str:
    if places.hides(row.team) or (row.user and places.hides(row.user.agency)):
        return AT_A_HIDDEN_PLACE
    return row.user.name if row.user else row.team.name if row.team else "Somebody"
